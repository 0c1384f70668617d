package org.estampille.container.png;

import java.io.IOException;
import java.util.Optional;
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

/** PNG files. The store goes directly behind IHDR, before any IDAT (C2PA 2.5 clause A.3.2). */
public final class PngFormat implements ContainerFormat {

    static final String NAME = "PNG";

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
        if (wish.storeLength() > Integer.MAX_VALUE) {
            throw new MalformedContentException(
                    NAME, new ByteRange(0, 0), "a PNG chunk holds less than 2 GiB; use --sidecar");
        }
        SegmentList segments = new SegmentList();
        StoreChunk store = new StoreChunk(wish.storeLength());
        Optional<Part> old =
                wish.xmp().isPresent() ? XmpChunk.find(asset.source(), map.parts(), limits) : Optional.empty();
        for (Part part : map.parts()) {
            boolean replaced = old.isPresent() && old.get().equals(part);
            if (!replaced && !part.name().equals(StoreChunk.TYPE)) {
                segments.copy(part.range());
            }
            if (part.name().equals("IHDR") && wish.storeLength() > 0) {
                segments.slot(store.slotLength());
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
