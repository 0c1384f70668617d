package org.estampille.bypass;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.estampille.cli.CommandLineRunner;
import org.estampille.cli.Surroundings;

/** A process of its own that runs one command and writes down how much memory it ever had (Linux: {@code VmHWM}). */
final class MemoryProbe {
    private MemoryProbe() {}

    /** Where the kernel tells it. */
    static final Path STATUS = Path.of("/proc/self/status");

    /**
     * Runs {@code arguments}, but for the first, in the current folder; writes the exit code and the resident memory in KiB at its
     * highest to the file that the first names.
     */
    public static void main(String[] arguments) throws IOException {
        String[] command = java.util.Arrays.copyOfRange(arguments, 1, arguments.length);
        int exit = CommandLineRunner.run(
                command,
                new Surroundings(
                        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                        Path.of("").toAbsolutePath(),
                        Clock.systemUTC(),
                        Map.of(),
                        false));
        for (String line : Files.readAllLines(STATUS)) {
            if (line.startsWith("VmHWM:")) {
                Files.writeString(Path.of(arguments[0]), exit + " " + line.replaceAll("[^0-9]", ""));
            }
        }
    }
}
