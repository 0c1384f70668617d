package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.estampille.bytes.Octets;
import org.estampille.live.LiveWriter;
import org.estampille.live.LiveWriter.Info;
import org.estampille.live.LiveWriter.Key;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Live media whose segments are signed with session keys: what was done to a segment is told with its time. */
final class LiveStreamTest extends LiveFolder {

    private LiveWriter stream() throws IOException {
        LiveWriter writer = writer();
        initialization(writer, writer.key(Terminal.NOW));
        for (int i = 1; i <= SEGMENTS; i++) {
            segment(writer, i, writer.info(i));
        }
        return writer;
    }

    private void initialization(LiveWriter writer, Key... keys) throws IOException {
        write("init-0.m4s", writer.initialization(source("init-0.m4s"), List.of(keys)));
    }

    private void segment(LiveWriter writer, int number, Info info) throws IOException {
        write(name(number), writer.segment(source(name(number)), info));
    }

    private void bare() throws IOException {
        Files.delete(live("media_0.m3u8"));
    }

    private void assertUndecided(String... words) {
        assertThat(verify("live/media_0.m3u8")).as(terminal.out()).isEqualTo(ExitCode.INDETERMINATE.code());
        assertThat(terminal.out()).contains(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"live/media_0.m3u8", "live"})
    void segmentsThatASessionKeySignedAreTrusted(String place) throws IOException {
        stream();
        assertThat(verify(place)).as(terminal.out() + terminal.err()).isZero();
        assertThat(terminal.out()).contains("4 of 4 signed segments intact");
    }

    @Test
    void aFolderWithoutAPlaylistIsJudgedByItsNames() throws IOException {
        stream();
        bare();
        assertThat(verify("live")).as(terminal.out()).isZero();
        assertThat(terminal.out()).contains("4 of 4 signed segments intact");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 12})
    void bothReadingsOfWhereTheSchemeStandsAreAccepted(long offset) throws IOException {
        LiveWriter writer = stream();
        segment(writer, 2, writer.info(2).withOffset(offset));
        assertThat(verify("live/media_0.m3u8")).as(terminal.out()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void bothReadingsOfTheSignerBindingAreAccepted(boolean twice) throws IOException {
        LiveWriter writer = stream();
        Key key = writer.key(Terminal.NOW);
        initialization(
                writer, new Key(key.kid(), key.pair(), key.vouches(), 1, key.createdAt(), key.validityPeriod(), twice));
        assertThat(verify("live/media_0.m3u8")).as(terminal.out()).isZero();
    }

    @Test
    void aMissingSegmentAsksForReviewAndIsNamedWithItsTime() throws IOException {
        stream();
        Files.delete(live(name(2)));
        assertThat(verify("live/media_0.m3u8")).isEqualTo(ExitCode.REVIEW.code());
        assertThat(terminal.out())
                .contains("3 of 4 signed segments intact, 1 missing", SECOND + ": " + name(2) + " is missing");
        bare();
        assertThat(verify("live")).isEqualTo(ExitCode.REVIEW.code());
        assertThat(terminal.out()).contains(SECOND + ": a segment is missing");
    }

    @Test
    void theFirstAndTheLastSegmentOfAWindowCanBeMissingToo() throws IOException {
        stream();
        Files.delete(live(name(1)));
        Files.delete(live(name(4)));
        assertThat(verify("live/media_0.m3u8")).isEqualTo(ExitCode.REVIEW.code());
        assertThat(terminal.out())
                .contains(name(1) + " is missing", name(4) + " is missing")
                .contains("2 of 4 signed segments intact, 2 missing");
    }

    @Test
    void swappedSegmentsAreNamedWithBothTimes() throws IOException {
        stream();
        StreamFiles.swap(live(name(2)), live(name(3)));
        assertRejected(
                SECOND + ": " + name(2) + " stands at another place than when signed, signed for " + THIRD,
                THIRD + ": " + name(3) + " stands at another place than when signed, signed for " + SECOND);
        assertCode("livevideo.segment.invalid");
    }

    @Test
    void aReplayedSegmentIsNamedWithItsTimeAndThatOfTheFirst() throws IOException {
        stream();
        Files.copy(live(name(2)), live(name(3)), StandardCopyOption.REPLACE_EXISTING);
        assertRejected(THIRD + ": " + name(3) + " repeats a segment of another place, signed for " + SECOND);
        assertCode("livevideo.segment.invalid");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4})
    void anAlteredSegmentIsNamedWithItsTime(int number) throws IOException {
        stream();
        OwnFiles.flip(live(name(number)), Files.size(live(name(number))) - 9);
        assertRejected("00:00:0" + 2 * (number - 1) + ".000-00:00:0" + 2 * number + ".000: " + name(number)
                + " was altered after signing\n");
        assertCode("livevideo.segment.invalid");
    }

    @Test
    void anUnsignedSegmentAmongSignedOnesIsRejected() throws IOException {
        stream();
        write(name(3), source(name(3)));
        assertRejected(THIRD + ": " + name(3) + " carries no C2PA box");
        assertCode("livevideo.segment.invalid");
    }

    @Test
    void segmentsWhoseSignaturesWereAllTakenAwayAreRejected() throws IOException {
        stream();
        for (int i = 1; i <= SEGMENTS; i++) {
            write(name(i), source(name(i)));
        }
        assertRejected("no signature covers");
    }

    @Test
    void aSegmentSignedWithAKeyOfNobodyIsRejected() throws IOException {
        LiveWriter writer = stream();
        segment(writer, 3, writer.info(3).signedBy(Octets.ofAscii("key_666"), LiveWriter.keyPair()));
        assertRejected(THIRD + ": " + name(3) + " is of another track or stream");
        segment(writer, 3, writer.info(3).signedBy(LiveWriter.KID, LiveWriter.keyPair()));
        assertRejected(THIRD + ": " + name(3) + " was altered after signing");
    }

    @Test
    void aSegmentThatNamesAnotherManifestIsRejected() throws IOException {
        LiveWriter writer = stream();
        segment(writer, 3, writer.info(3).of("urn:c2pa:0c5b0c3e-2c55-4c1b-9d3d-3d2a6a1a9999"));
        assertRejected(THIRD + ": " + name(3) + " is of another track or stream");
    }

    @Test
    void aKeyThatDoesNotVouchForItsSignerSignsNothing() throws IOException {
        LiveWriter writer = stream();
        Key key = writer.key(Terminal.NOW);
        initialization(
                writer,
                new Key(key.kid(), key.pair(), LiveWriter.keyPair(), 1, key.createdAt(), key.validityPeriod(), false));
        assertRejected("0 of 4 signed segments intact");
        assertCode("livevideo.sessionkey.invalid");
    }

    @Test
    void twoKeysOfOneNameAreNone() throws IOException {
        LiveWriter writer = stream();
        initialization(writer, writer.key(Terminal.NOW), writer.key(Terminal.NOW));
        assertRejected("session keys have one kid");
    }

    @Test
    void aSegmentMadeOutsideOfTheValidityOfItsKeyIsRejected() throws IOException {
        LiveWriter writer = stream();
        segment(writer, 2, writer.info(2).at(Terminal.NOW));
        assertThat(verify("live/media_0.m3u8")).isZero();
        segment(writer, 2, writer.info(2).at(Terminal.NOW.plusSeconds(3_601)));
        assertRejected(SECOND + ": " + name(2) + " was signed with a session key that was not valid for it");
        segment(writer, 2, writer.info(2).at(Terminal.NOW.minusSeconds(3_601)));
        assertRejected(SECOND + ": " + name(2) + " was signed with a session key that was not valid for it");
    }

    @Test
    void aRecordingThatSaysWhenItWasMadeStaysValidAfterItsKeysExpired() throws IOException {
        LiveWriter writer = stream();
        Instant then = Terminal.NOW.minusSeconds(86_400);
        initialization(writer, writer.key(then));
        assertUndecided("session keys that are no longer, or not yet, valid");
        for (int i = 1; i <= SEGMENTS; i++) {
            segment(writer, i, writer.info(i).at(then));
        }
        assertThat(verify("live/media_0.m3u8")).as(terminal.out()).isZero();
    }

    @Test
    void aSegmentBelowTheFirstNumberOfItsKeyIsRejected() throws IOException {
        LiveWriter writer = stream();
        Key key = writer.key(Terminal.NOW);
        initialization(
                writer, new Key(key.kid(), key.pair(), key.vouches(), 2, key.createdAt(), key.validityPeriod(), false));
        assertRejected(name(1) + " was signed with a session key that was not valid for it");
    }

    @Test
    void aGapInTheNumbersIsWhatIsMissing() throws IOException {
        LiveWriter writer = stream();
        segment(writer, 3, writer.info(5));
        segment(writer, 4, writer.info(6));
        assertThat(verify("live/media_0.m3u8")).as(terminal.out()).isEqualTo(ExitCode.REVIEW.code());
        assertThat(terminal.out()).contains("4 of 6 signed segments intact, 2 missing", "2 segments are missing");
    }

    @Test
    void brokenSegmentInformationIsRejected() throws IOException {
        LiveWriter writer = stream();
        for (UnaryOperator<Octets> twist : List.<UnaryOperator<Octets>>of(
                message -> resized(message.slice(0, message.length() - 20)),
                message -> resized(message.slice(0, 70)),
                message -> Octets.concat(message, message))) {
            write(name(3), writer.segment(source(name(3)), writer.info(3), twist));
            assertRejected(THIRD + ": " + name(3));
            assertCode("livevideo.segment.invalid");
        }
    }

    @Test
    void anEventMessageOfASchemeThatOnlyBeginsAlikeIsNotLeftOutOfTheHash() throws IOException {
        LiveWriter writer = stream();
        Octets segment = writer.segment(source(name(3)), writer.info(3));
        Octets other = Octets.concat(
                Octets.ofAscii("emsg"),
                Octets.zeros(4),
                Octets.ofAscii("urn:c2pa:verifiable-segment-info-not\0fseg\0"),
                Octets.zeros(16));
        write(name(3), Octets.concat(segment, Octets.u32be(other.length() + 4L), other));
        assertRejected(THIRD + ": " + name(3) + " was altered after signing");
    }

    private static Octets resized(Octets box) {
        return Octets.concat(Octets.u32be(box.length()), box.from(4));
    }

    @Test
    void anAlteredInitializationSegmentIsRejectedWithAllThatFollows() throws IOException {
        stream();
        OwnFiles.flip(live("init-0.m4s"), Files.size(live("init-0.m4s")) - 30);
        assertRejected("is not the initialization segment that was signed");
        assertCode("livevideo.manifest.invalid");
    }

    @Test
    void anInitializationSegmentAloneDecidesNothing() throws IOException {
        stream();
        assertThat(verify("live/init-0.m4s")).isEqualTo(ExitCode.INDETERMINATE.code());
        assertThat(terminal.out()).contains("only the initialization segment of a stream");
    }

    @Test
    void aSegmentAloneIsJudgedWithTheKeysBesideIt() throws IOException {
        stream();
        assertThat(verify("live/" + name(3))).as(terminal.out()).isZero();
        OwnFiles.flip(live(name(3)), Files.size(live(name(3))) - 9);
        assertThat(verify("live/" + name(3))).isEqualTo(ExitCode.REJECTED.code());
    }

    @Test
    void segmentsThatNobodySignedLeaveABoundInitializationSegmentUndecided() throws IOException {
        initialization(writer());
        for (int i = 1; i <= SEGMENTS; i++) {
            write(name(i), source(name(i)));
        }
        assertUndecided("nothing signs the segments");
    }

    @Test
    void theReportIsWhatItsSchemaSays() throws IOException {
        stream();
        OwnFiles.flip(live(name(3)), Files.size(live(name(3))) - 9);
        assertThat(terminal.run("verify", "live/media_0.m3u8", "--trust", "keys/root.pem", "--json", "--lang", "fr"))
                .isEqualTo(ExitCode.REJECTED.code());
        assertThat(terminal.out()).contains("\"kind\":\"altered\"", "modifi\\u00E9 apr\\u00E8s la signature");
    }
}
