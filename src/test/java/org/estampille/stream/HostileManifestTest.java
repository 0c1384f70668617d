package org.estampille.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.ReadLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Manifests come from anybody: they lead to nothing outside of their folder, and cost no more than the limits allow. */
@Timeout(30)
final class HostileManifestTest {

    @TempDir
    private Path folder = Path.of("");

    private MalformedContentException problem(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        return new StreamReader(ReadLimits.standard())
                .at(folder.resolve(name))
                .problem()
                .orElseThrow();
    }

    private static String mpd(String inside) {
        return "<MPD mediaPresentationDuration=\"PT8S\"><Period><AdaptationSet mimeType=\"video/mp4\">"
                + "<Representation id=\"1\">" + inside + "</Representation></AdaptationSet></Period></MPD>";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/chunk.m4s",
                "file:///etc/passwd",
                "//example.org/chunk.m4s",
                "/etc/passwd",
                "../chunk.m4s",
                "a/../../chunk.m4s",
                "%2e%2e/chunk.m4s",
                "..%2fchunk.m4s",
                "\\\\host\\chunk.m4s",
                "chunk%00.m4s",
                "chunk%zz.m4s",
                "."
            })
    void noReferenceLeadsOutOfTheFolder(String reference) throws IOException {
        String playlist = "#EXTM3U\n#EXT-X-MAP:URI=\"init.mp4\"\n#EXTINF:2,\n" + reference + "\n";
        assertThat(problem("list.m3u8", playlist).problem()).isNotEmpty();
        String list = "<SegmentList duration=\"2\"><Initialization sourceURL=\"init.mp4\"/><SegmentURL media=\""
                + reference + "\"/></SegmentList>";
        assertThat(problem("stream.mpd", mpd(list)).problem()).isNotEmpty();
        String template = "<SegmentTemplate duration=\"2\" initialization=\"init.mp4\" media=\"" + reference + "\"/>";
        assertThat(problem("template.mpd", mpd(template)).problem()).isNotEmpty();
        assertThat(problem("master.m3u8", "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\n" + reference + "\n")
                        .problem())
                .isNotEmpty();
    }

    @Test
    void noLinkLeadsOutOfTheFolder() throws IOException {
        Path outside = Files.createTempFile("outside", ".m4s");
        try {
            Files.createSymbolicLink(folder.resolve("chunk.m4s"), outside);
            assertThat(problem("list.m3u8", "#EXTM3U\n#EXT-X-MAP:URI=\"init.mp4\"\n#EXTINF:2,\nchunk.m4s\n")
                            .problem())
                    .contains("outside of its folder");
        } finally {
            Files.delete(outside);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE MPD SYSTEM \"http://127.0.0.1/x.dtd\"><MPD/>",
                "<!DOCTYPE MPD [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><MPD><BaseURL>&x;</BaseURL></MPD>",
                "<!DOCTYPE MPD [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><MPD><BaseURL>&b;</BaseURL></MPD>",
                "<MPD><BaseURL>&undefined;</BaseURL></MPD>",
                "<MPD",
                "<Playlist/>",
                ""
            })
    void documentTypesAndEntitiesAreRefused(String text) throws IOException {
        assertThat(problem("stream.mpd", text).problem()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            <SegmentTemplate duration="1" timescale="1000000000" media="c$Number$.m4s" initialization="i.mp4"/>
            <SegmentTemplate duration="1" endNumber="99999999999999999" media="c$Number$.m4s" initialization="i.mp4"/>
            <SegmentTemplate media="c$Time$.m4s" initialization="i.mp4"><SegmentTimeline><S d="1" r="99999999999"/></SegmentTimeline></SegmentTemplate>
            <SegmentTemplate media="c$Time$.m4s" initialization="i.mp4"><SegmentTimeline><S t="1" d="1" r="-1"/><S t="99999999999999999" d="1"/></SegmentTimeline></SegmentTemplate>
            """)
    void aManifestThatNamesMoreThanWeReadIsOverTheLimit(String inside) throws IOException {
        assertThat(problem("stream.mpd", mpd(inside))).isInstanceOf(LimitExceededException.class);
    }

    @Test
    void numbersBeyondAllMeasureAreRefused() throws IOException {
        String inside = "<SegmentTemplate media=\"c$Time$.m4s\" initialization=\"i.mp4\"><SegmentTimeline>"
                + "<S t=\"99999999999999999\" d=\"99999999999999999\" r=\"400\"/></SegmentTimeline></SegmentTemplate>";
        assertThat(problem("stream.mpd", mpd(inside)).problem()).contains("beyond all measure");
    }

    @Test
    void aNameOfAMegabyteIsRefusedAtTheFirstSegment() throws IOException {
        String inside = "<SegmentTemplate duration=\"1\" timescale=\"10000\" initialization=\"i.mp4\" media=\"$Number$"
                + "a".repeat(1 << 20) + "\"/>";
        assertThat(problem("stream.mpd", mpd(inside)).problem()).contains("characters");
    }

    @Test
    void playlistsThatLeadToOneAnotherEnd() throws IOException {
        Files.writeString(folder.resolve("a.m3u8"), "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nb.m3u8\n");
        Files.writeString(folder.resolve("b.m3u8"), "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\na.m3u8\n");
        assertThat(new StreamReader(ReadLimits.standard())
                        .at(folder.resolve("a.m3u8"))
                        .presentation()
                        .orElseThrow()
                        .tracks())
                .isEmpty();
    }

    @Test
    void aChainOfPlaylistsIsNotFollowedForever() throws IOException {
        for (int i = 0; i < 60; i++) {
            Files.writeString(
                    folder.resolve("p" + i + ".m3u8"),
                    String.format(Locale.ROOT, "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\np%d.m3u8\n", i + 1));
        }
        assertThat(problem("p0.m3u8", "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\np1.m3u8\n"))
                .isInstanceOf(LimitExceededException.class);
    }

    @Test
    void aFolderWhereNobodyCanTellWhatBelongsTogetherSaysSo() throws IOException {
        Path sources = Path.of("src/test/resources/org/estampille/stream/split");
        Files.copy(sources.resolve("init-0.m4s"), folder.resolve("one.mp4"));
        Files.copy(sources.resolve("init-0.m4s"), folder.resolve("two.mp4"));
        Files.copy(sources.resolve("chunk-0-00001.m4s"), folder.resolve("chunk.m4s"));
        assertThat(new StreamReader(ReadLimits.standard())
                        .among(java.util.List.of(
                                folder.resolve("one.mp4"), folder.resolve("two.mp4"), folder.resolve("chunk.m4s")))
                        .get(0)
                        .problem()
                        .orElseThrow()
                        .problem())
                .contains("nobody can tell");
    }
}
