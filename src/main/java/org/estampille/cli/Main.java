package org.estampille.cli;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** Entry point of the process: the only place that ends it. */
public final class Main {
    /** Set by the launcher when standard error is a terminal; Java itself cannot tell on every version. */
    private static final String INTERACTIVE = "estampille.interactive";

    /** Set by the launcher when standard input is a terminal too, so that somebody can be asked. */
    private static final String ASKABLE = "estampille.askable";

    private Main() {}

    /** Runs one command and exits with its code. */
    public static void main(String[] args) {
        StandardOutput results = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        PrintWriter out = writer(results);
        PrintWriter err = writer(new FileOutputStream(FileDescriptor.err));
        Surroundings surroundings = new Surroundings(
                out,
                err,
                Path.of(""),
                Clock.systemUTC(),
                System.getenv(),
                System.getProperty(INTERACTIVE) != null,
                answers());
        int code = CommandLineRunner.run(args, surroundings);
        out.flush();
        err.flush();
        code = results.codeAfter(code, err);
        // Nothing is left to do, and an orderly shutdown of idle workers would only cost time.
        Runtime.getRuntime().halt(code);
    }

    private static Optional<BufferedReader> answers() {
        return System.getProperty(ASKABLE) == null
                ? Optional.empty()
                : Optional.of(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
    }

    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(
                new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 14), false);
    }
}
