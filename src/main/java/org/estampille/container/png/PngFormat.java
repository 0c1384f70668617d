package org.estampille.container.png;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.estampille.asset.Asset;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.ContainerFormat;
import org.estampille.container.ContainerMap;
import org.estampille.container.FormatTraits;
import org.estampille.container.Layout;
import org.estampille.container.Part;
import org.estampille.container.SegmentList;

/**
 * PNG files. The store goes before the first IDAT (C2PA 2.5 clause A.3.2) and behind every other chunk that stands there: exiftool
 * 12.57 reads no eXIf chunk behind a caBX chunk. A store that is updated stays where it is.
 */
public final class PngFormat implements ContainerFormat {

    static final String NAME = "PNG";

    /** Before which a new store goes; only files without pixels come to IEND. */
    private static final Set<String> PIXELS = Set.of("fcTL", "IDAT", "IEND");

    @Override
    public FormatTraits traits(AssetFormat format) {
        return FormatTraits.boxes("caBX chunk", "C2PA 2.5 A.3.2", "");
    }

    @Override
    public ContainerMap map(Asset asset, ReadLimits limits) throws IOException, MalformedContentException {
        return new PngWalk(asset, limits).map();
    }

    @Override
    public Layout lay(Asset asset, ContainerMap map, Wish wish, ReadLimits limits)
            throws IOException, MalformedContentException {
        return lay(asset, map, wish, behind(map.parts()), limits);
    }

    /** Where the earlier store stands, wherever that is: the hard binding counts the octets before it. */
    @Override
    public Layout update(Asset asset, ContainerMap map, StoreUpdate update, ReadLimits limits)
            throws IOException, MalformedContentException {
        ByteRange present = map.stores().get(0).extent();
        return lay(asset, map, Wish.forStore(update.updatedLength()), present.start(), limits);
    }

    /** The place of a new store. FFmpeg wants the pixels of an animation's first frame directly behind its fcTL chunk. */
    private static long behind(List<Part> parts) {
        return parts.stream()
                .filter(part -> PIXELS.contains(part.name()))
                .findFirst()
                .orElseThrow()
                .range()
                .start();
    }

    /** @param place where a chunk of the present file begins; the store goes before that chunk */
    private static Layout lay(Asset asset, ContainerMap map, Wish wish, long place, ReadLimits limits)
            throws IOException, MalformedContentException {
        if (wish.storeLength() > Integer.MAX_VALUE) {
            throw new MalformedContentException(
                    NAME, new ByteRange(0, 0), "a PNG chunk holds less than 2 GiB; use --sidecar");
        }
        SegmentList segments = new SegmentList();
        StoreChunk store = new StoreChunk(wish.storeLength());
        Optional<Part> old =
                wish.xmp().isPresent() ? XmpChunk.find(asset.source(), map.parts(), limits) : Optional.empty();
        for (Part part : map.parts()) {
            if (part.range().start() == place && wish.storeLength() > 0) {
                segments.slot(store.slotLength());
            }
            boolean replaced = old.isPresent() && old.get().equals(part);
            if (!replaced && !part.name().equals(StoreChunk.TYPE)) {
                segments.copy(part.range());
            }
            if (part.name().equals("IHDR") && wish.xmp().isPresent()) {
                segments.fresh(XmpChunk.of(wish.xmp().get()));
            }
        }
        return wish.storeLength() > 0 ? new Layout(segments.toList(), store) : Layout.withoutStore(segments.toList());
    }

    @Override
    public Xmp xmp(Asset asset, ContainerMap map, ReadLimits limits) throws IOException, MalformedContentException {
        Optional<Part> part = XmpChunk.find(asset.source(), map.parts(), limits);
        return new Xmp.Place(
                part.isPresent() ? Optional.of(XmpChunk.packet(asset.source(), part.get(), limits)) : Optional.empty());
    }
}
