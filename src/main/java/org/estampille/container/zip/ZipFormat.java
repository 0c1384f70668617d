package org.estampille.container.zip;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.estampille.asset.Asset;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.ContainerFormat;
import org.estampille.container.ContainerMap;
import org.estampille.container.ContainerMap.Suspicion;
import org.estampille.container.EmbeddedStore;
import org.estampille.container.FormatTraits;
import org.estampille.container.Layout;
import org.estampille.container.PartList;

/** ZIP archives, which are read and not written (C2PA 2.5 clause A.6). */
public final class ZipFormat implements ContainerFormat {

    private static final String ENTRIES = "entries";
    private static final String LIMITS = "EPUB, Office Open XML, OpenDocument, OpenXPS and any other";

    @Override
    public FormatTraits traits(AssetFormat format) {
        return new FormatTraits(
                "entry " + ZipEntry.STORE,
                "C2PA 2.5 A.6",
                false,
                List.of("c2pa.hash.data", "c2pa.hash.collection.data"),
                LIMITS);
    }

    /** Entries that carry no store are not looked at: what they are is no question of this map. */
    @Override
    public ContainerMap map(Asset asset, ReadLimits limits) throws IOException, LimitExceededException {
        ZipArchive archive;
        try {
            archive = ZipArchive.read(asset.source(), limits);
        } catch (LimitExceededException e) {
            throw e;
        } catch (MalformedContentException e) {
            return broken(asset, e);
        }
        List<EmbeddedStore> stores = new ArrayList<>();
        List<Suspicion> suspicions = new ArrayList<>();
        for (ZipEntry entry : archive.entries()) {
            if (entry.isStore()) {
                store(asset, archive, entry, limits, stores, suspicions);
            }
        }
        stores.sort(Comparator.comparingLong(store -> store.extent().start()));
        PartList parts = new PartList("ZIP parts", limits);
        for (EmbeddedStore store : stores) {
            parts.add(ENTRIES, store.extent().start());
            parts.add("manifest", store.extent().end());
        }
        parts.add(ENTRIES, archive.directory().start());
        parts.add("directory", archive.directory().end());
        parts.add("end", asset.source().length());
        return new ContainerMap(asset.format(), asset.source().length(), parts.toList(), stores, suspicions);
    }

    private static ContainerMap broken(Asset asset, MalformedContentException cause) throws LimitExceededException {
        PartList parts = new PartList("ZIP parts", ReadLimits.standard());
        parts.add(ENTRIES, asset.source().length());
        return new ContainerMap(
                asset.format(),
                asset.source().length(),
                parts.toList(),
                List.of(),
                List.of(),
                Optional.of(new Suspicion(cause.where(), cause.problem())));
    }

    private static void store(
            Asset asset,
            ZipArchive archive,
            ZipEntry entry,
            ReadLimits limits,
            List<EmbeddedStore> stores,
            List<Suspicion> suspicions)
            throws IOException, LimitExceededException {
        Optional<String> problem = entry.unreadable();
        if (problem.isEmpty()) {
            LimitExceededException.check("manifest store", entry.compressed(), limits.manifestStore());
            try {
                LocalEntry local = archive.local(entry, asset.source(), limits);
                Octets payload = asset.source().octets(local.content(), limits);
                stores.add(EmbeddedStore.split(List.of(local.extent()), payload, EmbeddedStore.Role.MANIFEST));
            } catch (LimitExceededException e) {
                throw e;
            } catch (MalformedContentException e) {
                problem = Optional.of(e.problem());
            }
        }
        problem.ifPresent(what -> suspicions.add(
                new Suspicion(new ByteRange(entry.localAt(), 0), "the entry " + ZipEntry.STORE + " " + what)));
    }

    @Override
    public Layout lay(Asset asset, ContainerMap map, Wish wish, ReadLimits limits) throws MalformedContentException {
        throw new MalformedContentException(
                asset.mediaType(), new ByteRange(0, 0), "no manifest is put into ZIP files here; use --sidecar");
    }
}
