package org.estampille.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.report.TagReport;
import org.estampille.tag.StreamRequest;
import org.estampille.tag.StreamTagger;
import org.estampille.tag.TaggedStream;
import org.estampille.tag.TaggingTools;

/** Tags one stream and says what came of it. */
final class StreamRun {

    private StreamRun() {}

    /** Tags; whatever is wrong becomes a line of {@code run}. */
    static TagRun.Line tag(StreamRequest request, String shown, TaggingTools tools, TagRun run) {
        return run.line(shown, () -> report(new StreamTagger(tools).tag(request), request, shown));
    }

    private static TagReport report(TaggedStream tagged, StreamRequest request, String shown) {
        boolean dry = request.options().dryRun();
        TagReport.Written written = new TagReport.Written(
                PlainPath.of(tagged.written()).toString(), mediaType(request), tagged.length(), tagged.manifest());
        List<String> warnings = new ArrayList<>();
        for (String ingredient : tagged.doubtful()) {
            warnings.add(TagReport.doubtful(shown, ingredient));
        }
        if (tagged.missing() > 0) {
            warnings.add(shown + ": " + tagged.missing() + " of " + (tagged.missing() + tagged.fragments())
                    + " segments that it names are not here and are not bound");
        }
        for (String file : tagged.unbound()) {
            warnings.add(shown + ": copied and not bound: " + file);
        }
        return new TagReport(
                shown,
                dry ? TagReport.Outcome.WOULD_TAG : TagReport.Outcome.TAGGED,
                Optional.of(written),
                warnings,
                Optional.empty());
    }

    private static String mediaType(StreamRequest request) {
        String name = String.valueOf(request.written().getFileName());
        return request.presentation().documents().isEmpty()
                ? "video/mp4"
                : name.endsWith(".mpd") ? "application/dash+xml" : "application/vnd.apple.mpegurl";
    }
}
