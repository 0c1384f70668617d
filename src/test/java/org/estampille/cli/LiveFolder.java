package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.estampille.bytes.Octets;
import org.estampille.live.LiveWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A demo authority and {@code live/media_0.m3u8}, a playlist of four segments that each test signs in its own way. */
abstract class LiveFolder {

    static final String SECOND = "00:00:02.000-00:00:04.000";
    static final String THIRD = "00:00:04.000-00:00:06.000";
    static final int SEGMENTS = 4;

    @TempDir
    Path folder;

    Terminal terminal;

    @BeforeEach
    void open() throws IOException {
        terminal = OwnFiles.withKeys(folder);
        Files.createDirectories(folder.resolve("live"));
        Files.copy(StreamFiles.SOURCES.resolve("split/media_0.m3u8"), live("media_0.m3u8"));
    }

    LiveWriter writer() throws IOException {
        return new LiveWriter(folder.resolve("keys"));
    }

    static String name(int number) {
        return "chunk-0-0000" + number + ".m4s";
    }

    static Octets source(String name) throws IOException {
        return LiveWriter.read(StreamFiles.SOURCES.resolve("split").resolve(name));
    }

    void write(String name, Octets octets) throws IOException {
        Files.write(live(name), octets.toByteArray());
    }

    Path live(String name) {
        return folder.resolve("live").resolve(name);
    }

    int verify(String place) {
        return terminal.run("verify", place, "--trust", "keys/root.pem");
    }

    void assertRejected(String... words) {
        assertThat(verify("live/media_0.m3u8")).as(terminal.out()).isEqualTo(ExitCode.REJECTED.code());
        assertThat(terminal.out()).contains(words);
    }

    void assertCode(String code) {
        terminal.run("verify", "live/media_0.m3u8", "--trust", "keys/root.pem", "--json");
        assertThat(terminal.out()).contains(code);
    }
}
