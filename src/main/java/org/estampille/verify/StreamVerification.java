package org.estampille.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.estampille.asset.Asset;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.FileSource;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.container.ContainerMap;
import org.estampille.container.Containers;
import org.estampille.detect.AssetDetector;
import org.estampille.detect.Detection;
import org.estampille.extract.Extraction;
import org.estampille.extract.ManifestStoreExtractor;
import org.estampille.manifest.ManifestStore;
import org.estampille.manifest.ManifestStoreReader;
import org.estampille.report.VerificationReport;
import org.estampille.stream.MediaSegment;
import org.estampille.stream.Presentation;
import org.estampille.stream.StreamReader;
import org.estampille.stream.Track;
import org.estampille.validate.TrackResult;
import org.estampille.validate.ValidationContext;
import org.estampille.validate.Validator;

/** Verifies the tracks of one stream, each with the manifest in its initialization segment. */
final class StreamVerification {

    /** Live streams: each segment has a signature of its own, and those are not read here. */
    private static final String BY_ITSELF =
            "a binding of the initialization segment alone, so that segment signatures of live media (C2PA clause 19) would decide";

    private final Pipeline pipeline;
    private final Beyond beyond;
    private final ValidationContext context;

    StreamVerification(Pipeline pipeline, Beyond beyond, ValidationContext context) {
        this.pipeline = pipeline;
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
                VerificationReport report = track(stream.folder(), track, draft);
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

    private VerificationReport track(Path folder, Track track, ReportDraft draft) {
        try {
            return Files.isRegularFile(track.init())
                    ? verify(folder, track, draft)
                    : draft.withoutTracks(
                            "a track without its initialization segment " + folder.relativize(track.init()));
        } catch (IOException e) {
            return draft.unreadable(e);
        } catch (LimitExceededException e) {
            return draft.overLimit(e);
        } catch (MalformedContentException e) {
            return draft.damaged(e);
        }
    }

    private VerificationReport verify(Path folder, Track track, ReportDraft draft)
            throws IOException, MalformedContentException {
        TrackFiles files = new TrackFiles(track);
        ReportDraft sized = draft.sized(files.octets());
        try (ByteSource source = FileSource.open(track.init())) {
            Detection detection = AssetDetector.detect(source);
            if (!(detection instanceof Detection.Detected detected)) {
                return sized.notMedia(detection);
            }
            Asset asset = new Asset(String.valueOf(track.init().getFileName()), source, detected.format());
            ContainerMap map = Containers.of(asset.format()).map(asset, context.limits());
            ReportDraft known = sized.detected(detected.format());
            Extraction extraction =
                    new ManifestStoreExtractor(context.limits()).extract(asset, map, Optional.of(track.init()));
            if (!(extraction instanceof Extraction.Embedded embedded)) {
                return known.withoutStore(extraction);
            }
            ManifestStore store = new ManifestStoreReader(context.limits()).read(embedded.stores());
            if (store.active().isEmpty()) {
                return known.embedded().emptyStore();
            }
            Validator validator = new Validator(context);
            if (!validator.isOfFragments(store, track.flat())) {
                return track.flat()
                        ? pipeline.report(track.init(), draft)
                        : known.embedded().undecided(BY_ITSELF);
            }
            TrackResult result = validator.validate(store, files, map, embedded.places());
            VerificationReport report = pipeline.disclosed(result.result(), known.embedded());
            return result.check()
                    .map(check -> report.ofTrack(FragmentProblems.coverage(folder, track, check)))
                    .orElse(report);
        }
    }
}
