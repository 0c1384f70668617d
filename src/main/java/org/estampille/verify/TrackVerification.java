package org.estampille.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.estampille.asset.Asset;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.FileSource;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.container.ContainerMap;
import org.estampille.container.Containers;
import org.estampille.container.EmbeddedStore;
import org.estampille.detect.AssetDetector;
import org.estampille.detect.Detection;
import org.estampille.extract.Extraction;
import org.estampille.extract.ManifestStoreExtractor;
import org.estampille.manifest.ManifestStore;
import org.estampille.manifest.ManifestStoreReader;
import org.estampille.report.VerificationReport;
import org.estampille.stream.Track;
import org.estampille.validate.LiveResult;
import org.estampille.validate.TrackResult;
import org.estampille.validate.ValidationContext;
import org.estampille.validate.Validator;

/** Verifies one track of a stream, with the manifest in its initialization segment. */
final class TrackVerification {

    private static final String OTHER_START =
            "its segments were signed with another initialization segment than this one, which has no manifest; "
                    + "get the one that was delivered with them";
    private static final String SAY_MORE =
            "segments whose own manifests say more of AI or rights than that of the initialization segment";

    private final Pipeline pipeline;
    private final ValidationContext context;
    private final Validator validator;

    TrackVerification(Pipeline pipeline, ValidationContext context) {
        this.pipeline = pipeline;
        this.context = context;
        this.validator = new Validator(context);
    }

    /**
     * The report on a track; trouble with its files is part of it.
     *
     * @param folder that names are relative to
     */
    VerificationReport report(Path folder, Track track, ReportDraft draft) {
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
            ReportDraft known = sized.detected(detected);
            Extraction extraction =
                    new ManifestStoreExtractor(context.limits()).extract(asset, map, Optional.of(track.init()));
            if (!(extraction instanceof Extraction.Embedded embedded)) {
                return extraction instanceof Extraction.None && !track.flat()
                        ? unbound(folder, asset, files, known)
                        : known.withoutStore(extraction);
            }
            ManifestStore store = new ManifestStoreReader(context.limits()).read(embedded.stores());
            if (store.active().isEmpty()) {
                return known.embedded().emptyStore();
            }
            if (validator.isOfFragments(store, track.flat())) {
                return told(folder, track, validator.validate(store, files, map, embedded.places()), known.embedded());
            }
            return track.flat()
                    ? pipeline.report(track.init(), draft)
                    : live(folder, track, store, asset, map, embedded.places(), known.embedded());
        }
    }

    private VerificationReport live(
            Path folder,
            Track track,
            ManifestStore store,
            Asset init,
            ContainerMap map,
            List<EmbeddedStore> places,
            ReportDraft draft)
            throws IOException, MalformedContentException {
        SegmentDisclosures segments = pipeline.segmentDisclosures();
        TrackResult result = validator.validateLive(store, init, map, places, new TrackFiles(track), segments);
        VerificationReport report = told(folder, track, result, draft);
        boolean holds =
                report.state() == VerificationReport.State.TRUSTED || report.state() == VerificationReport.State.VALID;
        return holds && segments.exceed(report.disclosure())
                ? told(folder, track, new TrackResult(result.result().leftOpen(SAY_MORE), result.check()), draft)
                : report;
    }

    /** No manifest before the segments; they may have some themselves. */
    private VerificationReport unbound(Path folder, Asset init, TrackFiles files, ReportDraft draft)
            throws IOException, MalformedContentException {
        Optional<LiveResult> live = validator.validateLive(init, files);
        if (live.isEmpty()) {
            return files.carryProofs(context.limits())
                    ? draft.undecided(OTHER_START)
                    : draft.withoutStore(new Extraction.None());
        }
        return live.get().track().isPresent()
                ? told(folder, files.track(), live.get().track().get(), draft.embedded())
                : draft.undecided(live.get().undecided());
    }

    private VerificationReport told(Path folder, Track track, TrackResult result, ReportDraft draft)
            throws LimitExceededException {
        VerificationReport report = pipeline.disclosed(result.result(), draft);
        return result.check()
                .map(check -> report.ofTrack(FragmentProblems.coverage(folder, track, check)))
                .orElse(report);
    }
}
