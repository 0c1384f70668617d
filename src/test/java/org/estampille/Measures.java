package org.estampille;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What the tests counted, one line a count, for the end of a run of {@code .ci/run}. */
public final class Measures {
    private static final Path FILE = Path.of("target", "measures.txt");

    private Measures() {}

    /** Appends {@code line}; the file begins anew with each clean build. */
    public static void record(String line) throws IOException {
        Files.createDirectories(FILE.getParent());
        Files.writeString(FILE, line + System.lineSeparator(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
