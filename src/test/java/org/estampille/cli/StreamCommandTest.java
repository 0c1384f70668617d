package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code tag} and {@code verify} on DASH, HLS and folders of fragments: what was done to a segment is told with its time. */
final class StreamCommandTest extends TaggedStreams {

    private static final String SECOND = "00:00:02.000-00:00:04.000";
    private static final String THIRD = "00:00:04.000-00:00:06.000";

    private static String folderOf(String place) {
        return place.contains("/") ? place.substring(0, place.indexOf('/') + 1) : place + "/";
    }

    private static String manifestOfRanges(String place) {
        return place.startsWith("flat") ? "flat/list.m3u8" : "listed/stream.mpd";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "split/stream.mpd",
                "split/master.m3u8",
                "split",
                "bare",
                "flat/list.m3u8",
                "listed/stream.mpd",
                "."
            })
    void whatWasTaggedIsTrusted(String place) {
        assertThat(verify(place)).as(terminal.out() + terminal.err()).isZero();
        assertThat(terminal.out()).contains("4 of 4 signed segments intact").doesNotContain("invalid", "missing");
    }

    @Test
    void anInitializationSegmentWithoutItsManifestIsNotTakenForAnUnsignedStream() throws IOException {
        Files.copy(
                folder.resolve("source/split/init-0.m4s"),
                tagged("split/init-0.m4s"),
                StandardCopyOption.REPLACE_EXISTING);
        assertThat(verify("split/media_0.m3u8")).isEqualTo(ExitCode.INDETERMINATE.code());
        assertThat(terminal.out() + terminal.err())
                .contains("signed with another initialization segment than this one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"split/stream.mpd", "split/master.m3u8", "bare"})
    void aMissingSegmentAsksForReviewAndIsNamedWithItsTime(String place) throws IOException {
        Files.delete(tagged(folderOf(place) + "chunk-0-00002.m4s"));
        assertThat(verify(place)).isEqualTo(ExitCode.REVIEW.code());
        assertThat(terminal.out())
                .contains("3 of 4 signed segments intact, 1 missing")
                .contains(SECOND + ": " + (place.equals("bare") ? "a segment" : "chunk-0-00002.m4s") + " is missing\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"split/stream.mpd", "split/master.m3u8", "bare"})
    void swappedSegmentsAreNamedWithBothTimes(String place) throws IOException {
        StreamFiles.swap(tagged(folderOf(place) + "chunk-0-00002.m4s"), tagged(folderOf(place) + "chunk-0-00003.m4s"));
        assertThat(verify(place)).isEqualTo(ExitCode.REJECTED.code());
        assertThat(terminal.out())
                .contains(SECOND + ": chunk-0-00002.m4s stands at another place than when signed, signed for " + THIRD)
                .contains(THIRD + ": chunk-0-00003.m4s stands at another place than when signed, signed for " + SECOND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"split/stream.mpd", "split/master.m3u8", "bare"})
    void aReplayedSegmentIsNamedWithItsTimeAndThatOfTheFirst(String place) throws IOException {
        Files.copy(
                tagged(folderOf(place) + "chunk-0-00002.m4s"),
                tagged(folderOf(place) + "chunk-0-00003.m4s"),
                StandardCopyOption.REPLACE_EXISTING);
        assertThat(verify(place)).isEqualTo(ExitCode.REJECTED.code());
        assertThat(terminal.out())
                .contains(THIRD + ": chunk-0-00003.m4s repeats a segment of another place, signed for " + SECOND)
                .contains("3 of 4 signed segments intact");
    }

    @ParameterizedTest
    @ValueSource(strings = {"split/stream.mpd", "split/master.m3u8", "bare"})
    void anAlteredSegmentIsNamedWithItsTime(String place) throws IOException {
        Path fragment = tagged(folderOf(place) + "chunk-0-00003.m4s");
        OwnFiles.flip(fragment, Files.size(fragment) - 9);
        assertThat(verify(place)).isEqualTo(ExitCode.REJECTED.code());
        assertThat(terminal.out()).contains(THIRD + ": chunk-0-00003.m4s was altered after signing\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"split/stream.mpd", "split/master.m3u8", "bare"})
    void theLastSegmentCanBeMissingOrAlteredToo(String place) throws IOException {
        Path fragment = tagged(folderOf(place) + "chunk-0-00004.m4s");
        OwnFiles.flip(fragment, Files.size(fragment) - 9);
        assertThat(verify(place)).isEqualTo(ExitCode.REJECTED.code());
        assertThat(terminal.out()).contains("00:00:06.000-00:00:08.000: chunk-0-00004.m4s was altered after signing\n");
        Files.delete(fragment);
        assertThat(verify(place)).isEqualTo(ExitCode.REVIEW.code());
        assertThat(terminal.out())
                .contains(
                        place.equals("bare")
                                ? "00:00:06.000-end: a segment is missing\n"
                                : "00:00:06.000-00:00:08.000: chunk-0-00004.m4s is missing\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"flat/list.m3u8", "listed/stream.mpd"})
    void aByteRangeThatIsNoLongerListedIsMissing(String place) throws IOException {
        String second = StreamFiles.ranges(tagged(place)).get(1);
        String entry = place.startsWith("flat") ? "#EXTINF:2.000000,\n" + second + "\nfilm.mp4\n" : second + "\n";
        StreamFiles.edit(tagged(place), entry, "");
        assertThat(verify(place)).isEqualTo(ExitCode.REVIEW.code());
        assertThat(terminal.out())
                .contains("3 of 4 signed segments intact, 1 missing")
                .contains("a segment is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"flat/list.m3u8", "listed/stream.mpd"})
    void swappedByteRangesAreNamedWithBothTimes(String place) throws IOException {
        List<String> ranges = StreamFiles.ranges(tagged(place));
        StreamFiles.edit(tagged(place), ranges.get(1), "(second)");
        StreamFiles.edit(tagged(place), ranges.get(2), ranges.get(1));
        StreamFiles.edit(tagged(place), "(second)", ranges.get(2));
        assertThat(verify(place)).isEqualTo(ExitCode.REJECTED.code());
        assertThat(terminal.out())
                .contains(SECOND + ": fragment 2 of ")
                .contains(" stands at another place than when signed, signed for " + THIRD)
                .contains(THIRD + ": fragment 3 of ")
                .contains(" stands at another place than when signed, signed for " + SECOND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"flat/list.m3u8", "listed/stream.mpd"})
    void aByteRangeThatIsPlayedAgainIsAReplay(String place) throws IOException {
        List<String> ranges = StreamFiles.ranges(tagged(place));
        StreamFiles.edit(tagged(place), ranges.get(2), ranges.get(1));
        assertThat(verify(place)).isEqualTo(ExitCode.REJECTED.code());
        assertThat(terminal.out())
                .contains(THIRD + ": fragment 3 of ")
                .contains(" repeats a segment of another place, signed for " + SECOND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"flat/list.m3u8", "listed/stream.mpd"})
    void anAlteredByteRangeIsNamedWithItsTime(String place) throws IOException {
        Path file = tagged(place.startsWith("flat") ? "flat/film.mp4" : "listed/track-0.mp4");
        OwnFiles.flip(file, Files.size(file) - 9);
        assertThat(verify(place)).isEqualTo(ExitCode.REJECTED.code());
        assertThat(terminal.out())
                .contains("00:00:06.000-00:00:08.000: fragment 4 of " + file.getFileName()
                        + " was altered after signing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"flat/list.m3u8", "listed/stream.mpd"})
    void aByteRangeBesideTheFragmentsCannotBeRead(String place) throws IOException {
        String second = StreamFiles.ranges(tagged(place)).get(1);
        StreamFiles.edit(
                tagged(manifestOfRanges(place)),
                second,
                place.startsWith("flat") ? "#EXT-X-BYTERANGE:100@30" : "<SegmentURL mediaRange=\"30-129\" />");
        assertThat(verify(place)).isEqualTo(ExitCode.REJECTED.code());
        assertThat(terminal.out()).contains(SECOND + ": fragment 2 of ").contains(" cannot be read");
    }

    @Test
    void aPlaylistThatNamesASegmentTwiceReplaysIt() throws IOException {
        StreamFiles.edit(tagged("split/media_0.m3u8"), "chunk-0-00003.m4s", "chunk-0-00002.m4s");
        assertThat(verify("split/master.m3u8")).isEqualTo(ExitCode.REJECTED.code());
        assertThat(terminal.out())
                .contains(THIRD + ": chunk-0-00002.m4s repeats a segment of another place, signed for " + SECOND);
    }

    @Test
    void eachManifestOfAFolderIsHeldAgainstWhatWasSigned() throws IOException {
        StreamFiles.edit(tagged("split/media_0.m3u8"), "chunk-0-00003.m4s", "chunk-0-00002.m4s");
        assertThat(verify("split")).isEqualTo(ExitCode.REJECTED.code());
        assertThat(terminal.out()).contains("stream.mpd [0]: trusted").contains("master.m3u8 [media_0.m3u8]: invalid");
    }

    @Test
    void aSegmentOfAnotherStreamIsForeignAndAnUntaggedOneUnbound() throws IOException {
        Files.copy(
                tagged("split/chunk-1-00002.m4s"),
                tagged("split/chunk-0-00002.m4s"),
                StandardCopyOption.REPLACE_EXISTING);
        Files.copy(
                folder.resolve("source/split/chunk-0-00003.m4s"),
                tagged("split/chunk-0-00003.m4s"),
                StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(tagged("split/chunk-0-00004.m4s"), "no boxes");
        assertThat(verify("split/stream.mpd")).isEqualTo(ExitCode.REJECTED.code());
        assertThat(terminal.out())
                .contains(SECOND + ": chunk-0-00002.m4s is of another track or stream")
                .contains(THIRD + ": chunk-0-00003.m4s carries no C2PA box, so no signature covers it")
                .contains("00:00:06.000-00:00:08.000: chunk-0-00004.m4s cannot be read");
    }

    @Test
    void anAlteredInitializationSegmentIsRejectedAndAMissingOneLeavesTheTrackUndecided() throws IOException {
        Path init = tagged("split/init-0.m4s");
        OwnFiles.flip(init, Files.size(init) - 9);
        assertThat(verify("split/stream.mpd")).isEqualTo(ExitCode.REJECTED.code());
        assertThat(terminal.out()).contains("init-0.m4s is not the initialization segment that was signed");
        Files.delete(init);
        assertThat(verify("split/stream.mpd")).isEqualTo(ExitCode.INDETERMINATE.code());
        assertThat(terminal.out()).contains("a track without its initialization segment init-0.m4s");
    }

    @Test
    void theJsonHasATrackALineWithTheSecondsOfEachProblem() throws IOException {
        Files.delete(tagged("split/chunk-0-00002.m4s"));
        terminal.run("verify", "tagged/split/stream.mpd", "--trust", "keys/root.pem", "--json");
        assertThat(terminal.out().lines()).hasSize(2);
        assertThat(terminal.out())
                .contains("\"stream\":{\"track\":\"0\",\"init\":\"init-0.m4s\",\"listed\":4,\"bound\":4,\"intact\":3,"
                        + "\"missing\":1,\"problems\":[{\"kind\":\"missing\",\"file\":\"chunk-0-00002.m4s\",\"count\":1,"
                        + "\"time\":{\"from\":2.0,\"to\":4.0},\"signedFor\":null,");
    }

    @Test
    void theSourceIsNotTouchedAndAStreamIsNotTaggedTwice() throws IOException {
        assertThat(folder.resolve("source/split/chunk-0-00001.m4s"))
                .hasSameBinaryContentAs(StreamFiles.SOURCES.resolve("split/chunk-0-00001.m4s"));
        assertThat(terminal.run(OwnFiles.tag("tagged/split/stream.mpd", "--out", "again")))
                .isNotZero();
        assertThat(terminal.err()).contains("tagged already");
        assertThat(folder.resolve("again/init-0.m4s")).doesNotExist();
    }

    @Test
    void aStreamThatCannotBeFinishedLeavesNeitherFilesNorNewFolders() throws IOException {
        Files.copy(
                folder.resolve("tagged/listed/track-1.mp4"),
                folder.resolve("source/listed/track-1.mp4"),
                StandardCopyOption.REPLACE_EXISTING);
        Files.createDirectories(folder.resolve("mine"));
        for (String out : List.of("new/of/mine", "mine/new")) {
            assertThat(terminal.run(OwnFiles.tag("source/listed/stream.mpd", "--out", out)))
                    .isNotZero();
            assertThat(terminal.err()).contains("has a manifest already, in track-1.mp4");
        }
        assertThat(folder.resolve("new")).doesNotExist();
        assertThat(folder.resolve("mine")).isEmptyDirectory();
    }

    @Test
    void aStreamIsWrittenToAFolderOfItsOwn() {
        assertThat(terminal.run(OwnFiles.tag("source/split/stream.mpd", "--in-place")))
                .isEqualTo(ExitCode.USAGE.code());
        assertThat(terminal.err()).contains("--out DIR");
    }

    @Test
    void aPlaylistThatPlaysASegmentTwiceIsNotTagged() throws IOException {
        StreamFiles.edit(folder.resolve("source/split/media_0.m3u8"), "chunk-0-00003.m4s", "chunk-0-00002.m4s");
        assertThat(terminal.run(OwnFiles.tag("source/split/master.m3u8", "--out", "twice")))
                .isNotZero();
        assertThat(terminal.err()).contains("plays chunk-0-00002.m4s twice");
        assertThat(folder.resolve("twice/init-0.m4s")).doesNotExist();
    }

    @Test
    void whatNoBindingCanCoverLeavesTheStreamUndecided() throws IOException {
        StreamFiles.edit(tagged("split/media_0.m3u8"), "#EXT-X-MAP:URI=\"init-0.m4s\"\n", "");
        assertThat(verify("split/master.m3u8")).isEqualTo(ExitCode.INDETERMINATE.code());
        assertThat(terminal.out())
                .contains("4 files, the first of them chunk-0-00001.m4s: its playlist names no initialization segment");
    }

    @Test
    void aSegmentThatAPlaylistHidesIsMissingFromIt() throws IOException {
        StreamFiles.edit(tagged("split/media_0.m3u8"), "#EXTINF:2.000000,\nchunk-0-00002.m4s\n", "");
        assertThat(verify("split/master.m3u8")).isEqualTo(ExitCode.REVIEW.code());
        assertThat(terminal.out())
                .contains("3 of 4 signed segments intact, 1 missing", SECOND + ": a segment is missing");
    }

    @Test
    void aPlaylistThatCannotBeReadIsOneLineAndTheRestIsVerified() throws IOException {
        Files.write(tagged("bare/broken.m3u8"), new byte[] {'#', 'E', 'X', 'T', 'M', '3', 'U', '\n', (byte) 0xE9});
        Files.writeString(tagged("bare/led.m3u8"), "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nnot-here.m3u8\n");
        Files.copy(tagged("bare/chunk-0-00001.m4s"), tagged("bare/0\u0663x.m4s"));
        Files.copy(tagged("bare/chunk-0-00001.m4s"), tagged("bare/0\u0664y.m4s"));
        assertThat(verify(".")).isEqualTo(ExitCode.REJECTED.code());
        assertThat(terminal.out())
                .contains("broken.m3u8 is no UTF-8 text")
                .contains("not-here.m3u8 is named and is not here")
                .contains("split/master.m3u8 [media_0.m3u8]: trusted")
                .contains("repeats a segment of another place");
    }

    @Test
    void aDryRunWritesNothing() {
        assertThat(terminal.run(OwnFiles.tag("source/split/stream.mpd", "--out", "dry", "--dry-run")))
                .isZero();
        assertThat(folder.resolve("dry")).doesNotExist();
    }
}
