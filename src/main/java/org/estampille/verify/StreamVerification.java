package org.estampille.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
import org.estampille.report.StreamCoverage;
import org.estampille.report.VerificationReport;
import org.estampille.stream.Presentation;
import org.estampille.stream.Track;
import org.estampille.validate.TrackResult;
import org.estampille.validate.ValidationContext;
import org.estampille.validate.Validator;

/** Verifies the tracks of one stream, each with the manifest in its initialization segment. */
final class StreamVerification {

    /** Live streams: each segment has a signature of its own, and those are not read here. */
    private static final String BY_ITSELF =
            "a binding of the initialization segment alone, so that segment signatures of live media (C2PA clause 15) would decide";

    private final Verifier verifier;
    private final ValidationContext context;

    StreamVerification(Verifier verifier, ValidationContext context) {
        this.verifier = verifier;
        this.context = context;
    }

    /** @param shown how to name the stream */
    List<VerificationReport> verify(Presentation stream, String shown) {
        List<VerificationReport> reports = new ArrayList<>();
        for (Track track : stream.tracks()) {
            String path = shown + " [" + track.name() + "]";
            ReportDraft draft = new ReportDraft(path, context.at());
            VerificationReport report;
            try {
                report = track(stream.folder(), track, path, draft);
            } catch (IOException e) {
                report = draft.unreadable(e);
            } catch (LimitExceededException e) {
                report = draft.overLimit(e);
            } catch (MalformedContentException e) {
                report = draft.damaged(e);
            }
            reports.add(report.validation().isPresent() ? report : verifier.judgedWithout(report));
        }
        return reports;
    }

    private VerificationReport track(Path folder, Track track, String path, ReportDraft draft)
            throws IOException, MalformedContentException {
        if (!Files.isRegularFile(track.init())) {
            return draft.withoutInitialization(folder.relativize(track.init()).toString());
        }
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
            if (!validator.isOfFragments(store)) {
                return track.flat()
                        ? verifier.verify(track.init(), path)
                        : known.embedded().undecided(BY_ITSELF);
            }
            TrackResult result = validator.validate(store, files, map, embedded.places());
            VerificationReport report = verifier.judged(result.result(), known.embedded());
            return result.check().isEmpty() ? report : report.ofTrack(coverage(folder, files, result));
        }
    }

    private StreamCoverage coverage(Path folder, TrackFiles files, TrackResult result) throws IOException {
        return FragmentProblems.coverage(
                folder,
                files.track(),
                result.check().orElseThrow(),
                TrackTimes.of(files, context.limits()),
                result.check().orElseThrow().initialized());
    }
}
