package org.estampille.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.estampille.stream.Track;
import org.estampille.validate.TrackResult;
import org.estampille.validate.ValidationContext;
import org.estampille.validate.Validator;

/** Verifies one track of a stream, with the manifest in its initialization segment. */
final class TrackVerification {

    private final Pipeline pipeline;
    private final ValidationContext context;

    TrackVerification(Pipeline pipeline, ValidationContext context) {
        this.pipeline = pipeline;
        this.context = context;
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
            boolean tree = validator.isOfFragments(store, track.flat());
            if (!tree && track.flat()) {
                return pipeline.report(track.init(), draft);
            }
            TrackResult result = tree
                    ? validator.validate(store, files, map, embedded.places())
                    : validator.validateLive(store, asset, map, embedded.places(), files);
            VerificationReport report = pipeline.disclosed(result.result(), known.embedded());
            return result.check()
                    .map(check -> report.ofTrack(FragmentProblems.coverage(folder, track, check)))
                    .orElse(report);
        }
    }
}
