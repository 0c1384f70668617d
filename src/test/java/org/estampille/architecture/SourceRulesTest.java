package org.estampille.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What class files cannot tell: length of files, and the map each package carries. */
final class SourceRulesTest {

    private static final int LINES = 400;

    @Test
    void no_source_file_is_longer_than_four_hundred_lines() throws IOException {
        List<String> tooLong = javaFiles(Path.of("src"))
                .filter(file -> lines(file) > LINES)
                .map(file -> file + ": " + lines(file) + " lines")
                .toList();
        assertThat(tooLong).isEmpty();
    }

    @Test
    void every_package_says_what_goes_in_and_out_and_what_it_is_not_responsible_for() throws IOException {
        List<Path> silent = packages()
                .map(folder -> folder.resolve("package-info.java"))
                .filter(file -> !explains(file))
                .toList();
        assertThat(silent).isEmpty();
    }

    private static boolean explains(Path packageInfo) {
        if (!Files.exists(packageInfo)) {
            return false;
        }
        String text = text(packageInfo).replaceAll("\\s*\\n \\*\\s*", " ");
        return text.contains("@NullMarked")
                && Stream.of("In:", "Out:", "Not responsible for:").allMatch(text::contains);
    }

    private static Stream<Path> packages() throws IOException {
        return javaFiles(Path.of("src/main/java")).map(Path::getParent).distinct();
    }

    private static Stream<Path> javaFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
        }
    }

    private static long lines(Path file) {
        return text(file).lines().count();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
