package org.estampille.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** Runs commands as a person would, in a folder of their own, at a fixed time. */
public final class Terminal {

    public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final Path folder;
    private final Instant time;
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    public Terminal(Path folder) {
        this(folder, NOW);
    }

    /** A terminal whose clock stands at {@code time}. */
    public Terminal(Path folder, Instant time) {
        this.folder = folder;
        this.time = time;
    }

    /** Runs one command; its output replaces that of the one before. */
    public int run(String... arguments) {
        return runWith(Map.of(), arguments);
    }

    /** The same on a machine whose environment has {@code more}. */
    public int runWith(Map<String, String> more, String... arguments) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("XDG_CONFIG_HOME", folder.resolve("config").toString());
        out = new StringWriter();
        err = new StringWriter();
        Surroundings surroundings = new Surroundings(
                new PrintWriter(out),
                new PrintWriter(err),
                folder,
                Clock.fixed(time, ZoneOffset.UTC),
                Map.copyOf(environment),
                false);
        return CommandLineRunner.run(arguments, surroundings);
    }

    public String out() {
        return out.toString();
    }

    public String err() {
        return err.toString();
    }

    public Path folder() {
        return folder;
    }
}
