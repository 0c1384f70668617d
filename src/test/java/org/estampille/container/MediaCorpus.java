package org.estampille.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Real files beside the repository; tests that want them are skipped where they are absent. */
public final class MediaCorpus {
    private MediaCorpus() {}

    /** The files of one folder whose extension is among {@code extensions}, sorted by name. */
    public static List<Path> files(String folder, String... extensions) throws IOException {
        Path root = Path.of(System.getProperty("estampille.shared", "../shared"), "corpus", folder);
        Assumptions.assumeTrue(Files.isDirectory(root), "no corpus at " + root);
        Set<String> wanted = Set.of(extensions);
        try (Stream<Path> files = Files.list(root)) {
            return files.filter(file -> wanted.contains(extension(file)))
                    .sorted()
                    .toList();
        }
    }

    private static String extension(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
