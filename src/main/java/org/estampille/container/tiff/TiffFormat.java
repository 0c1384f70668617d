package org.estampille.container.tiff;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
import org.estampille.container.SegmentList;
import org.estampille.container.tiff.Directory.StoreEntry;

/**
 * TIFF files. The store is the value of the only entry of a directory that is the last of the main chain; both stand at the end
 * of the file, the store last (C2PA 2.5 clause A.3.8). Nothing else moves.
 */
public final class TiffFormat implements ContainerFormat {

    static final String NAME = "TIFF";

    @Override
    public FormatTraits traits(AssetFormat format) {
        String limits = switch (format) {
            case BIGTIFF -> "one page more, without a picture";
            case DNG -> "below 4 GiB unless BigTIFF; one page more, without a picture";
            default -> "below 4 GiB; one page more, without a picture";
        };
        return FormatTraits.data("tag 52545 in the last directory", "C2PA 2.5 A.3.8", limits);
    }

    @Override
    public ContainerMap map(Asset asset, ReadLimits limits) throws IOException, MalformedContentException {
        TiffFile file = TiffFile.read(asset.source(), limits);
        List<EmbeddedStore> stores = new ArrayList<>();
        List<Suspicion> suspicions = new ArrayList<>();
        Map<Long, ByteRange> directories = new TreeMap<>();
        for (Directory directory : file.directories()) {
            directories.put(directory.range().start(), directory.range());
        }
        Optional<Directory> holder = file.storeDirectory();
        if (holder.isPresent()) {
            StoreEntry entry = holder.get().store().orElseThrow();
            Optional<String> fault = fault(file, entry);
            if (fault.isPresent()) {
                suspicions.add(new Suspicion(entry.range(), fault.get()));
            } else {
                LimitExceededException.check("manifest store", entry.data().length(), limits.manifestStore());
                Octets octets = asset.source().octets(entry.data(), limits);
                stores.add(EmbeddedStore.split(List.of(entry.data()), octets, EmbeddedStore.Role.MANIFEST));
            }
        }
        PartList parts = parts(file, directories, stores, asset.source().length(), limits);
        return new ContainerMap(asset.format(), asset.source().length(), parts.toList(), stores, suspicions);
    }

    private static PartList parts(
            TiffFile file, Map<Long, ByteRange> directories, List<EmbeddedStore> stores, long length, ReadLimits limits)
            throws LimitExceededException {
        TreeMap<Long, ByteRange> known = new TreeMap<>(directories);
        for (EmbeddedStore store : stores) {
            known.put(store.extent().start(), store.extent());
        }
        PartList parts = new PartList("TIFF directories", limits);
        parts.add("header", file.encoding().headerLength());
        for (Map.Entry<Long, ByteRange> range : known.entrySet()) {
            parts.add("data", range.getKey());
            boolean directory = directories.containsKey(range.getKey());
            parts.add(directory ? "directory" : "52545", range.getValue().end());
        }
        parts.add("data", length);
        return parts;
    }

    /** Why an entry with the right tag holds no store. */
    private static Optional<String> fault(TiffFile file, StoreEntry entry) {
        if (entry.type() != StoreEntry.UNDEFINED) {
            return Optional.of("the tag 52545 has the type " + entry.type() + ", a manifest store has 7");
        }
        if (entry.data().length() <= file.encoding().offsetLength()) {
            return Optional.of("the tag 52545 holds " + entry.data().length() + " octets, no manifest store");
        }
        return file.overlapsStructure(entry.data())
                ? Optional.of("the manifest store overlaps a directory")
                : Optional.empty();
    }

    @Override
    public void requireWhole(Asset asset, ContainerMap map, ReadLimits limits)
            throws IOException, MalformedContentException {
        new WholePictures(asset.source(), TiffFile.read(asset.source(), limits), limits).require();
    }

    @Override
    public Layout lay(Asset asset, ContainerMap map, Wish wish, ReadLimits limits)
            throws IOException, MalformedContentException {
        TiffFile file = TiffFile.read(asset.source(), limits);
        return new TiffLayout(asset.source(), file, limits).layout(wish.storeLength());
    }

    @Override
    public Layout update(Asset asset, ContainerMap map, StoreUpdate update, ReadLimits limits)
            throws IOException, MalformedContentException {
        TiffFile file = TiffFile.read(asset.source(), limits);
        StoreEntry entry = file.storeDirectory().flatMap(Directory::store).orElseThrow();
        if (entry.data().end() != asset.source().length()) {
            throw new MalformedContentException(
                    NAME,
                    entry.data(),
                    "the manifest store is not the end of the file and cannot grow where it stands");
        }
        SegmentList segments = new SegmentList(
                new TreeMap<>(Map.of(entry.countField().start(), file.encoding().offset(update.updatedLength()))));
        segments.copy(new ByteRange(0, entry.data().start()));
        segments.slot(update.updatedLength());
        return new Layout(segments.toList(), new StoreValue(update.updatedLength()));
    }

    /** The number of octets in the entry of the store. */
    @Override
    public List<ByteRange> lengthFields(Asset asset, Optional<ByteRange> store, ReadLimits limits)
            throws IOException, MalformedContentException {
        if (store.isEmpty()) {
            return List.of();
        }
        Optional<StoreEntry> entry =
                TiffFile.read(asset.source(), limits).storeDirectory().flatMap(Directory::store);
        return entry.isPresent() && entry.get().data().equals(store.get())
                ? List.of(entry.get().countField())
                : List.of();
    }

    @Override
    public Xmp xmp(Asset asset, ContainerMap map, ReadLimits limits) {
        return new Xmp.Nowhere("the XMP of a TIFF file is a tag of a directory, which is not written here");
    }
}
