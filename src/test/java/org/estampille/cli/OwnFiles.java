package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder with media, a declaration and a demo authority: all that a person needs who tags and verifies. */
final class OwnFiles {

    private OwnFiles() {}

    /** Fills {@code folder} and opens a terminal there. */
    static Terminal in(Path folder) throws IOException {
        Terminal terminal = withExample(folder, "picture.jpg", "picture.png", "sound.wav");
        // Of 12 frames a second, unlike the film of the demo: the example declares another rate than it has.
        Files.copy(Path.of("fixtures/mp4/faststart/asset.mp4"), folder.resolve("film.mp4"));
        return terminal;
    }

    /** The same with the film of the demo. */
    static Terminal ofTheDemo(Path folder) throws IOException {
        return withExample(folder, "picture.jpg", "picture.png", "film.mp4", "sound.wav");
    }

    private static Terminal withExample(Path folder, String... media) throws IOException {
        Terminal terminal = withKeys(folder, media);
        assertThat(terminal.run("declare", "example")).isZero();
        Files.writeString(folder.resolve("decl.yaml"), terminal.out());
        return terminal;
    }

    /** A terminal in {@code folder}, where there are a demo authority and these media of the demo. */
    static Terminal withKeys(Path folder, String... media) throws IOException {
        Terminal terminal = new Terminal(folder);
        assertThat(terminal.run("keys", "demo", "--out", "keys")).isZero();
        for (String name : media) {
            try (var octets = OwnFiles.class.getResourceAsStream("/org/estampille/demo/" + name)) {
                Files.copy(octets, folder.resolve(name));
            }
        }
        return terminal;
    }

    /** A command that tags with the demo key and {@code decl.yaml}. */
    static String[] tag(String... more) {
        return signing(List.of("tag", "--declare", "decl.yaml"), more);
    }

    /** A command that signs with the demo key. */
    static String[] signing(List<String> command, String... more) {
        return Stream.of(command, List.of("--key", "keys/leaf.key.pem", "--cert", "keys/chain.pem"), List.of(more))
                .flatMap(List::stream)
                .toArray(String[]::new);
    }

    /** Changes the octet at {@code position}. */
    static void flip(Path file, long position) throws IOException {
        try (RandomAccessFile octets = new RandomAccessFile(file.toFile(), "rw")) {
            octets.seek(position);
            int octet = octets.read();
            octets.seek(position);
            octets.write(octet ^ 1);
        }
    }
}
