package org.estampille.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.estampille.report.VerificationReport;
import org.estampille.stream.MediaSegment;
import org.estampille.stream.Presentation;
import org.estampille.stream.StreamReader;
import org.estampille.stream.Track;
import org.estampille.validate.ValidationContext;

/** Verifies the tracks of one stream, each with the manifest in its initialization segment. */
final class StreamVerification {

    private final TrackVerification tracks;
    private final Beyond beyond;
    private final ValidationContext context;

    StreamVerification(Pipeline pipeline, Beyond beyond, ValidationContext context) {
        this.tracks = new TrackVerification(pipeline, context);
        this.beyond = beyond;
        this.context = context;
    }

    /**
     * A report for each track of which anything is here, or one that says why there is none.
     *
     * @param shown how to name the stream
     */
    List<VerificationReport> verify(StreamReader.Found found, String shown) {
        ReportDraft whole = new ReportDraft(shown, context.at());
        return found.presentation().isPresent()
                ? verify(found.presentation().get(), shown, whole)
                : List.of(whole.damaged(found.problem().orElseThrow()));
    }

    private List<VerificationReport> verify(Presentation stream, String shown, ReportDraft whole) {
        if (stream.tracks().isEmpty() && stream.unbound().isEmpty()) {
            return List.of(whole.withoutTracks("a playlist without a track of fragmented MP4"));
        }
        List<VerificationReport> reports = new ArrayList<>();
        for (Track track : stream.tracks()) {
            if (isHere(track)) {
                ReportDraft draft = new ReportDraft(shown + " [" + track.name() + "]", context.at());
                VerificationReport report = tracks.report(stream.folder(), track, draft);
                reports.add(beyond.extend(track.init(), report, context.limits()));
            }
        }
        leftOut(stream).forEach(what -> reports.add(whole.withoutTracks(what)));
        return reports.isEmpty() ? List.of(whole.withoutTracks("a playlist none of whose segments are here")) : reports;
    }

    /** What the manifest plays and no binding of fragments can cover: whoever skips it would trust what was put in its place. */
    private static List<String> leftOut(Presentation stream) {
        Map<String, List<Path>> reasons = new LinkedHashMap<>();
        for (Presentation.Unbound one : stream.unbound()) {
            reasons.computeIfAbsent(one.reason(), any -> new ArrayList<>()).add(one.file());
        }
        List<String> sentences = new ArrayList<>();
        reasons.forEach(
                (reason, files) -> sentences.add((files.size() == 1 ? "" : files.size() + " files, the first of them ")
                        + stream.folder().relativize(files.get(0)) + ": " + reason));
        return sentences;
    }

    private static boolean isHere(Track track) {
        return Files.isRegularFile(track.init())
                || track.segments().stream().map(MediaSegment::file).anyMatch(Files::isRegularFile);
    }
}
