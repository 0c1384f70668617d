package org.estampille.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.asset.Asset;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.FileSource;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.ContainerMap;
import org.estampille.container.Containers;
import org.estampille.container.EmbeddedStore;
import org.estampille.jumbf.JumbfReader;
import org.estampille.jumbf.JumbfType;
import org.estampille.jumbf.SuperBox;

/** The door of the package: looks in the order of clause 14.5 and stops at the first hit. */
public final class ManifestStoreExtractor {

    private static final String EMBEDDED = "embedded";
    private static final String SIDECAR = "sidecar";
    private static final String REMOTE = "remote";

    private final ReadLimits limits;

    public ManifestStoreExtractor(ReadLimits limits) {
        this.limits = limits;
    }

    /**
     * Looks in the asset, then beside it, then for a mention of a remote store.
     *
     * @param file where the asset lies; empty for one that has no folder to look in
     * @throws LimitExceededException when a store is over the limits
     */
    public Extraction extract(Asset asset, ContainerMap map, Optional<Path> file)
            throws IOException, LimitExceededException {
        if (!map.stores().isEmpty()) {
            return embedded(map.stores());
        }
        if (file.isPresent()) {
            for (Path candidate : SidecarNames.of(file.get())) {
                if (Files.isRegularFile(candidate)) {
                    return sidecar(candidate);
                }
            }
        }
        Optional<ContainerMap.Suspicion> suspicion = map.suspicions().isEmpty()
                ? StrayStore.find(asset, map)
                : Optional.of(map.suspicions().get(0));
        if (suspicion.isPresent()) {
            return new Extraction.Malformed(
                    EMBEDDED, suspicion.get().where(), suspicion.get().what());
        }
        Optional<String> stated = Containers.of(asset.format()).address(asset, limits);
        Optional<String> url = stated.isPresent() ? stated : ProvenanceMention.find(asset.source());
        return url.isPresent() ? new Extraction.Remote(url.get()) : new Extraction.None();
    }

    private Extraction embedded(List<EmbeddedStore> places) throws LimitExceededException {
        if (places.size() == 1 && places.get(0).role() == EmbeddedStore.Role.UPDATE) {
            return new Extraction.Malformed(
                    EMBEDDED, places.get(0).extent(), "updates of a manifest store that is not there");
        }
        if (!isOneStore(places)) {
            return new Extraction.Ambiguous(places.size());
        }
        List<SuperBox> stores = new ArrayList<>();
        for (EmbeddedStore place : places) {
            try {
                stores.add(read(place.store()));
            } catch (LimitExceededException e) {
                throw e;
            } catch (MalformedContentException e) {
                return new Extraction.Malformed(EMBEDDED, place.extent(), e.problem());
            }
        }
        return new Extraction.Embedded(stores, places);
    }

    /** One store, or an original and the updates that follow it (clause A.5.2). */
    private static boolean isOneStore(List<EmbeddedStore> places) {
        return places.size() == 1
                || places.size() == 2
                        && places.get(0).role() != EmbeddedStore.Role.UPDATE
                        && places.get(1).role() == EmbeddedStore.Role.UPDATE;
    }

    /** Reads a {@code .c2pa} file. */
    public Extraction sidecar(Path file) throws IOException, LimitExceededException {
        try (FileSource source = FileSource.open(file)) {
            LimitExceededException.check("manifest store", source.length(), limits.manifestStore());
            Octets octets = source.octets(source.range(), limits);
            return new Extraction.Sidecar(whole(octets), file);
        } catch (LimitExceededException e) {
            throw e;
        } catch (MalformedContentException e) {
            return new Extraction.Malformed(SIDECAR, e.where(), e.problem());
        }
    }

    /** Reads a store that was fetched from where the asset says. */
    public Extraction fetched(Octets octets) throws LimitExceededException {
        try {
            return new Extraction.Fetched(whole(octets));
        } catch (LimitExceededException e) {
            throw e;
        } catch (MalformedContentException e) {
            return new Extraction.Malformed(REMOTE, e.where(), e.problem());
        }
    }

    /** A store that stands alone: nothing covers what follows its superbox, so that only padding of zeros may. */
    private SuperBox whole(Octets octets) throws MalformedContentException {
        SuperBox box = read(octets);
        int end = box.octets().length();
        if (!octets.from(end).isZero()) {
            String what = (octets.length() - end) + " octets follow the manifest store";
            throw new MalformedContentException("JUMBF", ByteRange.between(end, octets.length()), what);
        }
        return box;
    }

    private SuperBox read(Octets octets) throws MalformedContentException {
        LimitExceededException.check("manifest store", octets.length(), limits.manifestStore());
        SuperBox box = JumbfReader.read(octets, limits);
        if (!box.is(JumbfType.MANIFEST_STORE)) {
            throw new MalformedContentException("JUMBF", new ByteRange(0, 0), "not a manifest store");
        }
        return box;
    }
}
