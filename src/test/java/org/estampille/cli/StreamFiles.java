package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The streams of {@code src/test/resources/org/estampille/stream}, tagged in a folder of their own. */
final class StreamFiles {

    static final Path SOURCES = Path.of("src/test/resources/org/estampille/stream");

    private StreamFiles() {}

    /** A terminal with the streams below {@code source} and tagged below {@code tagged}. */
    static Terminal tagged(Path folder) throws IOException {
        Terminal terminal = OwnFiles.in(folder);
        Files.createDirectories(folder.resolve("source"));
        for (String name : List.of("split", "flat", "listed")) {
            copyTree(SOURCES.resolve(name), folder.resolve("source").resolve(name));
        }
        copyTree(SOURCES.resolve("split"), folder.resolve("source/bare"));
        for (String manifest : List.of("stream.mpd", "master.m3u8", "media_0.m3u8", "media_1.m3u8")) {
            Files.delete(folder.resolve("source/bare").resolve(manifest));
        }
        assertThat(terminal.run(OwnFiles.tag("source", "--out", "tagged"))).isZero();
        return terminal;
    }

    /** Copies a folder with all below it. */
    static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    /** Lets two files change places. */
    static void swap(Path one, Path other) throws IOException {
        byte[] octets = Files.readAllBytes(one);
        Files.write(one, Files.readAllBytes(other));
        Files.write(other, octets);
    }

    /** Replaces text in a manifest, which must be there. */
    static void edit(Path manifest, String from, String to) throws IOException {
        String text = Files.readString(manifest);
        assertThat(text).contains(from);
        Files.writeString(manifest, text.replace(from, to));
    }

    /** The lines of a manifest that state ranges of octets, in order. */
    static List<String> ranges(Path manifest) throws IOException {
        return Files.readAllLines(manifest).stream()
                .filter(line -> line.startsWith("#EXT-X-BYTERANGE:") || line.contains("mediaRange="))
                .toList();
    }
}
