package org.estampille;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.estampille.bytes.Octets;

/** Real files and test certificates that are not part of the repository; a test that wants one is skipped where it is absent. */
public final class SharedCorpus {
    private SharedCorpus() {}

    /** The file at {@code path} below the corpus. */
    public static Path file(String path) {
        Path file = Path.of(System.getProperty("estampille.shared", "../shared"), "corpus")
                .resolve(path);
        assumeTrue(Files.exists(file), () -> "no shared corpus: " + file + " is absent");
        return file;
    }

    public static String text(String path) throws IOException {
        return Files.readString(file(path));
    }

    public static Octets octets(String path) throws IOException {
        return Octets.adopt(Files.readAllBytes(file(path)));
    }
}
