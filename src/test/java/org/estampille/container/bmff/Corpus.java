package org.estampille.container.bmff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.estampille.bytes.FileSource;
import org.junit.jupiter.api.Assumptions;

/** Real files, kept outside the repository. */
public final class Corpus {
    private Corpus() {}

    /** The file of the corpus at {@code path}; the test is skipped where the corpus is absent. */
    public static Path file(String path) {
        Path file = Path.of(System.getProperty("estampille.shared", "../shared"), "corpus", path);
        Assumptions.assumeTrue(Files.exists(file), () -> "no corpus file " + file);
        return file;
    }

    public static FileSource open(String path) throws IOException {
        return FileSource.open(file(path));
    }
}
