package org.estampille.cli;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * What a command may use of the world around the process; tests hand in their own.
 *
 * @param out results only
 * @param err everything else
 * @param directory relative paths start here
 * @param clock the time
 * @param environment variables of the process
 * @param interactive whether standard error is a terminal
 * @param answers where a person types, if anybody can be asked
 */
public record Surroundings(
        PrintWriter out,
        PrintWriter err,
        Path directory,
        Clock clock,
        Map<String, String> environment,
        boolean interactive,
        Optional<BufferedReader> answers) {

    /** Surroundings in which nobody can be asked. */
    public Surroundings(
            PrintWriter out,
            PrintWriter err,
            Path directory,
            Clock clock,
            Map<String, String> environment,
            boolean interactive) {
        this(out, err, directory, clock, environment, interactive, Optional.empty());
    }
}
