package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.estampille.cbor.CborValue;
import org.estampille.live.LiveWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Live media whose segments have manifests of their own, each naming the one before it. */
final class SegmentManifestTest extends LiveFolder {

    private static final String STREAM = "123e4567-e89b-12d3-a456-426614174000";

    @BeforeEach
    void sign() throws IOException {
        LiveWriter writer = writer();
        write("init-0.m4s", writer.initialization(source("init-0.m4s"), List.of()));
        for (int i = 1; i <= SEGMENTS; i++) {
            segment(i, LiveWriter.live(i, STREAM, label(i - 1)));
        }
    }

    private void segment(int number, CborValue.Map live) throws IOException {
        write(name(number), writer().segmentWithManifest(source(name(number)), label(number), live));
    }

    private static String label(int number) {
        return "urn:c2pa:0c5b0c3e-2c55-4c1b-9d3d-3d2a6a1a000" + number;
    }

    private void assertRejectedWith(String code, String... words) {
        assertRejected(words);
        assertCode(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"live/media_0.m3u8", "live", "live/chunk-0-00003.m4s"})
    void chainedSegmentsAreTrusted(String place) {
        assertThat(verify(place)).as(terminal.out() + terminal.err()).isZero();
        assertThat(terminal.out()).contains("signed segments intact");
    }

    @Test
    void segmentsOfASignerOnNoListAreValidAndAskForReview() {
        assertThat(terminal.run("verify", "live/media_0.m3u8")).isEqualTo(ExitCode.REVIEW.code());
        assertThat(terminal.out()).contains("4 of 4 signed segments intact");
    }

    @Test
    void anAlteredSegmentIsNamedWithItsTime() throws IOException {
        OwnFiles.flip(live(name(3)), Files.size(live(name(3))) - 9);
        assertRejectedWith("livevideo.manifest.invalid", THIRD + ": " + name(3) + " was altered after signing");
    }

    @Test
    void aMissingSegmentAsksForReviewAndIsNamedWithItsTime() throws IOException {
        Files.delete(live(name(2)));
        assertThat(verify("live/media_0.m3u8")).as(terminal.out()).isEqualTo(ExitCode.REVIEW.code());
        assertThat(terminal.out()).contains(SECOND + ": " + name(2) + " is missing");
    }

    @Test
    void swappedSegmentsAreNamedWithBothTimes() throws IOException {
        StreamFiles.swap(live(name(2)), live(name(3)));
        assertRejectedWith(
                "livevideo.assertion.invalid",
                SECOND + ": " + name(2) + " stands at another place than when signed, signed for " + THIRD,
                THIRD + ": " + name(3) + " stands at another place than when signed, signed for " + SECOND);
    }

    @Test
    void aReplayedSegmentIsNamedWithItsTimeAndThatOfTheFirst() throws IOException {
        Files.copy(live(name(2)), live(name(3)), StandardCopyOption.REPLACE_EXISTING);
        assertRejectedWith(
                "livevideo.assertion.invalid",
                THIRD + ": " + name(3) + " repeats a segment of another place, signed for " + SECOND);
    }

    @Test
    void aSegmentThatDoesNotFollowTheOneBeforeItIsRejected() throws IOException {
        segment(3, LiveWriter.live(3, STREAM, label(9)));
        assertRejectedWith("livevideo.segment.invalid", THIRD + ": " + name(3) + " is of another track or stream");
    }

    @Test
    void numbersMaySkipWhereManifestsFollowOneAnother() throws IOException {
        segment(3, LiveWriter.live(30, STREAM, label(2)));
        segment(4, LiveWriter.live(31, STREAM, label(3)));
        assertThat(verify("live/media_0.m3u8")).as(terminal.out()).isZero();
    }

    @Test
    void aSegmentOfAnotherStreamIsRejected() throws IOException {
        segment(3, LiveWriter.live(3, "another", label(2)));
        assertRejectedWith("livevideo.assertion.invalid", THIRD + ": " + name(3) + " is of another track or stream");
    }

    @Test
    void aSegmentWithoutAKnownMethodOfContinuityIsRejected() throws IOException {
        segment(
                3,
                CborValue.map()
                        .put("sequenceNumber", 3)
                        .put("streamId", STREAM)
                        .put("continuityMethod", "com.example.chain")
                        .build());
        assertRejectedWith("livevideo.continuityMethod.invalid", THIRD + ": " + name(3) + " carries a manifest");
        segment(
                3,
                CborValue.map().put("sequenceNumber", 3).put("streamId", STREAM).build());
        assertRejectedWith("livevideo.continuityMethod.invalid", THIRD + ": " + name(3) + " carries a manifest");
        segment(
                3,
                CborValue.map()
                        .put("sequenceNumber", 3)
                        .put("streamId", STREAM)
                        .put("continuityMethod", "c2pa.manifestId")
                        .build());
        assertRejectedWith("livevideo.continuityMethod.invalid", THIRD + ": " + name(3) + " carries a manifest");
    }

    @Test
    void aBrokenAssertionIsRejected() throws IOException {
        segment(
                3,
                CborValue.map()
                        .put("sequenceNumber", "three")
                        .put("streamId", STREAM)
                        .build());
        assertRejectedWith("livevideo.assertion.invalid", THIRD + ": " + name(3) + " carries a manifest");
    }

    @Test
    void anUnsignedSegmentAmongSignedOnesIsRejected() throws IOException {
        write(name(3), source(name(3)));
        assertRejectedWith("livevideo.segment.invalid", THIRD + ": " + name(3) + " carries no C2PA box");
    }

    @Test
    void bothMethodsMustNumberASegmentAlike() throws IOException {
        LiveWriter writer = writer();
        write("init-0.m4s", writer.initialization(source("init-0.m4s"), List.of(writer.key(Terminal.NOW))));
        for (int i = 1; i <= SEGMENTS; i++) {
            both(writer, i, i);
        }
        assertThat(verify("live/media_0.m3u8")).as(terminal.out()).isZero();
        both(writer, 3, 4);
        assertRejectedWith("livevideo.segment.invalid", THIRD + ": " + name(3) + " carries a manifest");
    }

    /** The manifest leaves out event messages, and the event message the manifest. */
    private void both(LiveWriter writer, int number, long stated) throws IOException {
        write(
                name(number),
                writer.segmentSignedTwice(
                        source(name(number)),
                        label(number),
                        LiveWriter.live(number, STREAM, label(number - 1)),
                        writer.info(stated)));
    }

    @Test
    void segmentsAfterAnUnsignedInitializationSegmentAreNeverTrusted() throws IOException {
        write("init-0.m4s", source("init-0.m4s"));
        assertThat(verify("live/media_0.m3u8")).as(terminal.out()).isEqualTo(ExitCode.INDETERMINATE.code());
        assertThat(terminal.out())
                .contains("initialization segment that no signature covers", "4 of 4 signed segments intact");
        OwnFiles.flip(live(name(3)), Files.size(live(name(3))) - 9);
        assertThat(verify("live/media_0.m3u8")).as(terminal.out()).isEqualTo(ExitCode.REJECTED.code());
        LiveWriter writer = writer();
        for (int i = 1; i <= SEGMENTS; i++) {
            write(name(i), writer.segment(source(name(i)), writer.info(i)));
        }
        assertThat(verify("live/media_0.m3u8")).as(terminal.out()).isEqualTo(ExitCode.INDETERMINATE.code());
    }

    @Test
    void segmentsOfAnotherSignerAreNotShownUnderTheNameOfTheFirst() throws IOException {
        assertThat(terminal.run("keys", "demo", "--out", "others")).isZero();
        LiveWriter other = new LiveWriter(folder.resolve("others"));
        for (int i = 1; i <= SEGMENTS; i++) {
            write(
                    name(i),
                    other.segmentWithManifest(source(name(i)), label(i), LiveWriter.live(i, STREAM, label(i - 1))));
        }
        assertThat(terminal.run(
                        "verify", "live/media_0.m3u8", "--trust", "keys/root.pem", "--trust", "others/root.pem"))
                .as(terminal.out())
                .isEqualTo(ExitCode.INDETERMINATE.code());
        assertThat(terminal.out()).contains("signed by somebody else");
    }

    @Test
    void aSegmentThatSaysMoreOfAiThanItsInitializationSegmentIsNotHiddenBehindIt() throws IOException {
        write(
                name(3),
                writer().segmentWithSource(
                                source(name(3)),
                                label(3),
                                LiveWriter.live(3, STREAM, label(2)),
                                "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia"));
        assertThat(verify("live/media_0.m3u8")).as(terminal.out()).isEqualTo(ExitCode.INDETERMINATE.code());
        assertThat(terminal.out()).contains("say more of AI or rights");
    }
}
