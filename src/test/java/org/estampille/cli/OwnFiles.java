package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A folder with media, a declaration and a demo authority: all that a person needs who tags and verifies. */
final class OwnFiles {

    private OwnFiles() {}

    /** Fills {@code folder} and opens a terminal there. */
    static Terminal in(Path folder) throws IOException {
        Terminal terminal = new Terminal(folder);
        assertThat(terminal.run("keys", "demo", "--out", "keys")).isZero();
        assertThat(terminal.run("declare", "example")).isZero();
        Files.writeString(folder.resolve("decl.yaml"), terminal.out());
        for (String name : new String[] {"picture.jpg", "picture.png", "sound.wav"}) {
            try (var media = OwnFiles.class.getResourceAsStream("/org/estampille/demo/" + name)) {
                Files.copy(media, folder.resolve(name));
            }
        }
        // Of 12 frames a second, unlike the film of the demo: the example declares another rate than it has.
        Files.copy(Path.of("fixtures/mp4/faststart/asset.mp4"), folder.resolve("film.mp4"));
        return terminal;
    }

    /** A command that tags with the demo key and {@code decl.yaml}. */
    static String[] tag(String... more) {
        return Stream.concat(
                        Stream.of(
                                "tag",
                                "--declare",
                                "decl.yaml",
                                "--key",
                                "keys/leaf.key.pem",
                                "--cert",
                                "keys/chain.pem"),
                        Stream.of(more))
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
