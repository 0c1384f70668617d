package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Encoders leave a tail of sound behind the last segment that a DASH manifest counts by its duration: the playlist beside it names
 * that tail, the manifest cannot.
 */
final class SegmentTailTest {

    private static final String TIMELINE = """
            >
            					<SegmentTimeline>
            						<S t="0" d="47104" />
            						<S d="48128" r="2" />
            						<S d="512" />
            					</SegmentTimeline>
            """;

    @TempDir
    private Path folder = Path.of("");

    private Terminal terminal = new Terminal(folder);

    @BeforeEach
    void countSegmentsByTheirDuration() throws IOException {
        terminal = OwnFiles.in(folder);
        StreamFiles.copyTree(StreamFiles.SOURCES.resolve("split"), folder.resolve("source"));
        StreamFiles.edit(folder.resolve("source/stream.mpd"), TIMELINE, " duration=\"48000\">\n");
    }

    private int tagAndVerify() {
        assertThat(terminal.run(OwnFiles.tag("source", "--out", "tagged")))
                .as(terminal.err())
                .isZero();
        return terminal.run("verify", "tagged", "--trust", "keys/root.pem");
    }

    @Test
    void aTailThatOnlyThePlaylistNamesIsNotMissingFromTheManifest() {
        assertThat(tagAndVerify()).as(terminal.out()).isZero();
        assertThat(terminal.out()).contains("5 of 5 signed segments intact").doesNotContain("missing");
    }

    @Test
    void aTailThatIsGoneOrAlteredIsTold() throws IOException {
        tagAndVerify();
        Path tail = folder.resolve("tagged/chunk-1-00005.m4s");
        byte[] octets = Files.readAllBytes(tail);
        octets[octets.length - 1] ^= 1;
        Files.write(tail, octets);
        assertThat(terminal.run("verify", "tagged", "--trust", "keys/root.pem")).isEqualTo(ExitCode.REJECTED.code());
        Files.delete(tail);
        assertThat(terminal.run("verify", "tagged/stream.mpd", "--trust", "keys/root.pem"))
                .isEqualTo(ExitCode.REVIEW.code());
        assertThat(terminal.out()).contains("4 of 5 signed segments intact, 1 missing");
    }

    @Test
    void aManifestThatStopsBeforeAWholeSegmentLeavesThatOut() throws IOException {
        tagAndVerify();
        Path manifest = folder.resolve("tagged/stream.mpd");
        StreamFiles.edit(manifest, "mediaPresentationDuration=\"PT8.0S\"", "mediaPresentationDuration=\"PT6.0S\"");
        StreamFiles.edit(manifest, "<S t=\"0\" d=\"24576\" r=\"3\" />", "<S t=\"0\" d=\"24576\" r=\"2\" />");
        assertThat(terminal.run("verify", "tagged/stream.mpd", "--trust", "keys/root.pem"))
                .isEqualTo(ExitCode.REVIEW.code());
        assertThat(terminal.out()).contains("3 of 4 signed segments intact, 1 missing", "3 of 5", "2 missing");
    }

    @Test
    void aTailIsBoundWithoutAPlaylistToo() throws IOException {
        for (String playlist : new String[] {"master.m3u8", "media_0.m3u8", "media_1.m3u8"}) {
            Files.delete(folder.resolve("source").resolve(playlist));
        }
        assertThat(tagAndVerify()).as(terminal.out()).isZero();
        assertThat(terminal.out()).contains("5 of 5 signed segments intact");
    }
}
