package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a manifest can make a player fetch is judged, or said to be undecided: nothing hides behind a tag or an element. */
final class HiddenMediaTest extends TaggedStreams {

    private static final String THIRD = "#EXTINF:2.000000,\nchunk-0-00003.m4s\n";

    private void untag(String name, String as) throws IOException {
        Files.copy(
                folder.resolve("source/split").resolve(name),
                tagged("split").resolve(as),
                StandardCopyOption.REPLACE_EXISTING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"#EXT-X-GAP", "#EXT-X-GAPX", "#EXT-X-GAP:", "#EXT-X-GAP ", "#EXT-X-GAP\n#EXT-X-I-FRAMES-ONLY"})
    void noTagHidesAnUntaggedSegment(String tag) throws IOException {
        untag("chunk-0-00003.m4s", "evil.m4s");
        StreamFiles.edit(tagged("split/media_0.m3u8"), THIRD, THIRD + "#EXTINF:2.000000,\n" + tag + "\nevil.m4s\n");
        assertThat(verify("split/master.m3u8")).isEqualTo(ExitCode.REJECTED.code());
        assertThat(terminal.out()).contains("evil.m4s carries no C2PA box");
    }

    @Test
    void aGapWhoseFileIsNotHereIsAGap() throws IOException {
        StreamFiles.edit(tagged("split/media_0.m3u8"), THIRD, THIRD + "#EXTINF:2.000000,\n#EXT-X-GAP\nnothing.m4s\n");
        assertThat(verify("split/master.m3u8")).as(terminal.out()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"#EXT-X-I-FRAMES-ONLY", "#EXT-X-I-FRAMES-ONLY-NOT"})
    void noTagHidesAVariant(String tag) throws IOException {
        StreamFiles.copyTree(folder.resolve("source/split"), tagged("split/other"));
        StreamFiles.edit(tagged("split/other/media_0.m3u8"), "#EXTM3U\n", "#EXTM3U\n" + tag + "\n");
        StreamFiles.edit(
                tagged("split/master.m3u8"),
                "media_0.m3u8\n",
                "media_0.m3u8\n#EXT-X-STREAM-INF:BANDWIDTH=9\nother/media_0.m3u8\n");
        assertThat(verify("split/master.m3u8")).isEqualTo(ExitCode.NO_MANIFEST.code());
        assertThat(terminal.out()).contains("4 of 4 signed segments intact").contains("no manifest");
    }

    @Test
    void picturesOutOfFragmentsAreUndecided() throws IOException {
        StreamFiles.edit(tagged("flat/list.m3u8"), "#EXTM3U\n", "#EXTM3U\n#EXT-X-I-FRAMES-ONLY\n");
        assertThat(verify("flat/list.m3u8")).isEqualTo(ExitCode.INDETERMINATE.code());
        assertThat(terminal.out()).contains("single pictures out of fragments");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#EXT-X-DATERANGE:ID=\"a\",CLASS=\"com.apple.hls.interstitial\",X-ASSET-URI=\"chunk-0-00001.m4s\"",
                "#EXT-X-DATERANGE:ID=\"a\",X-ASSET-LIST=\"list.json\"",
                "#EXT-X-PART:DURATION=1,URI=\"chunk-0-00001.m4s\"",
                "#EXT-X-PRELOAD-HINT:TYPE=PART,URI=\"chunk-0-00001.m4s\"",
                "#EXT-X-SESSION-DATA:DATA-ID=\"a\",URI=\"a.json\"",
                "#EXT-X-CONTENT-STEERING:SERVER-URI=\"a.json\"",
                "#EXT-X-DEFINE:NAME=\"a\",VALUE=\"b\"",
                "#EXT-X-SKIP:SKIPPED-SEGMENTS=3",
                "#EXT-X-KEY:METHOD=SAMPLE-AES,URI=\"key.bin\"",
                "#EXT-X-MAPX:URI=\"init-1.m4s\"",
                "#EXT-NEVER-SEEN:uri=\"a\""
            })
    void aTagThatMayLeadElsewhereLeavesTheStreamUndecided(String tag) throws IOException {
        StreamFiles.edit(tagged("split/media_0.m3u8"), "#EXTM3U\n", "#EXTM3U\n" + tag + "\n");
        assertThat(verify("split/master.m3u8")).isEqualTo(ExitCode.INDETERMINATE.code());
        assertThat(terminal.out()).contains("may lead a player to what is not judged here", "4 of 4 signed segments");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#EXT-X-PROGRAM-DATE-TIME:2026-01-01T00:00:00Z",
                "#EXT-X-KEY:METHOD=NONE",
                "#EXT-X-DATERANGE:ID=\"a\",START-DATE=\"2026-01-01T00:00:00Z\"",
                "#EXT-X-DISCONTINUITY",
                "#EXT-X-NEVER-SEEN:A=1",
                "# see https://example.org/"
            })
    void aTagThatNamesNothingChangesNothing(String tag) throws IOException {
        StreamFiles.edit(tagged("split/media_0.m3u8"), "#EXTM3U\n", "#EXTM3U\n" + tag + "\n");
        assertThat(verify("split/master.m3u8")).as(terminal.out()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#EXT-X-STREAM-INF:BANDWIDTH=1\nmedia_1.m3u8",
                "#EXT-X-MEDIA:TYPE=AUDIO,URI=\"media_1.m3u8\"",
                "#EXT-X-MAP:URI=\"init-0.m4s\",URI=\"init-1.m4s\""
            })
    void aPlaylistOfTwoMeaningsIsNotRead(String tag) throws IOException {
        StreamFiles.edit(tagged("split/media_0.m3u8"), "#EXTM3U\n", "#EXTM3U\n" + tag + "\n");
        assertThat(verify("split/master.m3u8")).isEqualTo(ExitCode.INDETERMINATE.code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Period xlink:href=\"https://example.org/p.xml\" xlink:actuate=\"onLoad\"/>",
                "<Location>https://example.org/other.mpd</Location>",
                "<PatchLocation>other.mpp</PatchLocation>",
                "<BaseURL>a/</BaseURL><BaseURL>b/</BaseURL>",
                "<InitializationSet id=\"1\" initialization=\"init-1.m4s\"/>",
                "<ServiceDescription><ContentSteering>a.json</ContentSteering></ServiceDescription>",
                "<SupplementalProperty schemeIdUri=\"urn:mpeg:dash:mpd-chaining:2016\" value=\"other.mpd\"/>",
                "<NeverSeen/>",
                "<x:Period xmlns:x=\"urn:x\"/>"
            })
    void anElementOfTheManifestThatMayLeadElsewhereLeavesItUndecided(String element) throws IOException {
        StreamFiles.edit(tagged("split/stream.mpd"), "<ProgramInformation>", element + "<ProgramInformation>");
        assertThat(verify("split/stream.mpd")).isEqualTo(ExitCode.INDETERMINATE.code());
        assertThat(terminal.out()).contains("may lead a player to what is not judged here");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<EventStream schemeIdUri=\"urn:a\"/>",
                "<Preselection preselectionComponents=\"0 1\"/>",
                "<SegmentList><SegmentURL media=\"evil.m4s\"/></SegmentList>",
                "<SegmentTemplate/><SegmentTemplate/>"
            })
    void soDoesOneOfAPeriod(String element) throws IOException {
        StreamFiles.edit(tagged("split/stream.mpd"), "<AdaptationSet id=\"0\"", element + "<AdaptationSet id=\"0\"");
        assertThat(verify("split/stream.mpd")).isEqualTo(ExitCode.INDETERMINATE.code());
        assertThat(terminal.out()).contains("may lead a player to what is not judged here", "4 of 4 signed segments");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"xmlns:x=\"urn:x\" x:media=\"evil-$Number$.m4s\"", "index=\"$Number$.sidx\"", "xlink:href=\"a\""
            })
    void soDoesAnAttribute(String attribute) throws IOException {
        StreamFiles.edit(tagged("split/stream.mpd"), "<SegmentTemplate ", "<SegmentTemplate " + attribute + " ");
        assertThat(verify("split/stream.mpd")).isEqualTo(ExitCode.INDETERMINATE.code());
        assertThat(terminal.out()).contains("may lead a player to what is not judged here", "4 of 4 signed segments");
    }

    @Test
    void aTimelineWithoutAnEndIsNotRead() throws IOException {
        StreamFiles.edit(tagged("split/stream.mpd"), "type=\"static\"", "type=\"dynamic\"");
        assertThat(verify("split/stream.mpd")).as(terminal.out()).isZero();
        StreamFiles.edit(tagged("split/stream.mpd"), "r=\"3\"", "r=\"-1\"");
        assertThat(verify("split/stream.mpd")).isEqualTo(ExitCode.INDETERMINATE.code());
        assertThat(terminal.out()).contains("repeats without an end");
    }
}
