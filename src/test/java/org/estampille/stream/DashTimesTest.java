package org.estampille.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.estampille.bytes.ReadLimits;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When segments are played, as a timeline and its offset say. */
final class DashTimesTest {

    private static final String URLS = "<SegmentURL media=\"1.m4s\"/><SegmentURL media=\"2.m4s\"/>"
            + "<SegmentURL media=\"3.m4s\"/><SegmentURL media=\"4.m4s\"/>"
            + "<SegmentURL media=\"5.m4s\"/><SegmentURL media=\"6.m4s\"/>";

    @TempDir
    private Path folder = Path.of("");

    private List<Long> starts(String inside) throws IOException {
        Path manifest = folder.resolve("stream.mpd");
        Files.writeString(
                manifest,
                "<MPD mediaPresentationDuration=\"PT16S\"><Period><AdaptationSet mimeType=\"video/mp4\">"
                        + "<Representation id=\"1\">" + inside + "</Representation></AdaptationSet></Period></MPD>");
        Presentation stream = new StreamReader(ReadLimits.standard())
                .at(manifest)
                .presentation()
                .orElseThrow();
        return stream.tracks().get(0).segments().stream()
                .map(segment -> segment.stated().orElseThrow().start().toSeconds())
                .toList();
    }

    private static String timeline(long offset) {
        return "<SegmentTimeline><S t=\"" + offset + "\" d=\"2000\" r=\"-1\"/><S t=\"" + (offset + 8000)
                + "\" d=\"4000\" r=\"-1\"/></SegmentTimeline>";
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 20_000, 1_700_000_000_000L})
    void aTimelineOfAListCountsFromItsOffset(long offset) throws IOException {
        assertThat(starts("<SegmentList timescale=\"1000\" presentationTimeOffset=\"" + offset
                        + "\"><Initialization sourceURL=\"init.mp4\"/>" + timeline(offset) + URLS + "</SegmentList>"))
                .containsExactly(0L, 2L, 4L, 6L, 8L, 12L);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 20_000, 1_700_000_000_000L})
    void aTimelineOfATemplateCountsFromItsOffset(long offset) throws IOException {
        assertThat(starts("<SegmentTemplate timescale=\"1000\" presentationTimeOffset=\"" + offset
                        + "\" initialization=\"init.mp4\" media=\"$Time$.m4s\">" + timeline(offset)
                        + "</SegmentTemplate>"))
                .containsExactly(0L, 2L, 4L, 6L, 8L, 12L);
    }
}
