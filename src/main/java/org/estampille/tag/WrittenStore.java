package org.estampille.tag;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.estampille.asset.Asset;
import org.estampille.bytes.FileSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.Containers;
import org.estampille.extract.Extraction;
import org.estampille.extract.ManifestStoreExtractor;
import org.estampille.manifest.ManifestStore;
import org.estampille.manifest.ManifestStoreReader;

/** The manifests of a file just written, unjudged: that they hold was seen before it took its place. */
public final class WrittenStore {

    private WrittenStore() {}

    /** Reads them; empty where there are none. */
    public static Optional<ManifestStore> of(Path written, ReadLimits limits) throws IOException {
        try {
            Extraction found = extraction(written, new ManifestStoreExtractor(limits), limits);
            ManifestStoreReader reader = new ManifestStoreReader(limits);
            if (found instanceof Extraction.Embedded embedded) {
                return Optional.of(reader.read(embedded.stores()));
            }
            return found instanceof Extraction.Sidecar beside
                    ? Optional.of(reader.read(List.of(beside.store())))
                    : Optional.empty();
        } catch (MalformedContentException | TaggingRefusedException unread) {
            return Optional.empty();
        }
    }

    private static Extraction extraction(Path written, ManifestStoreExtractor extractor, ReadLimits limits)
            throws IOException, MalformedContentException, TaggingRefusedException {
        if (written.toString().endsWith(".c2pa")) {
            return extractor.sidecar(written);
        }
        try (FileSource source = FileSource.open(written)) {
            Asset asset = Assets.detect(written, source);
            return extractor.extract(asset, Containers.of(asset.format()).map(asset, limits), Optional.empty());
        }
    }
}
