package org.estampille.container.ogg;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.estampille.asset.Asset;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.BoxNames;
import org.estampille.container.ContainerFormat;
import org.estampille.container.ContainerMap;
import org.estampille.container.FormatTraits;
import org.estampille.container.Layout;
import org.estampille.container.PartList;
import org.estampille.container.SegmentList;

/**
 * Ogg files. The bitstream of the store starts behind the first pages of all others, as RFC 3533 clause 4 wants all first pages
 * before any second one, and follows at once as a whole; no other page changes. A file in which one stream follows another
 * (chained) takes no store: it would stand in the first link alone, and players that see the streams change in number stop there.
 */
public final class OggFormat implements ContainerFormat {

    static final String NAME = "Ogg";

    @Override
    public FormatTraits traits(AssetFormat format) {
        return FormatTraits.boxes(
                "bitstream of its own",
                "C2PA 2.5 A.3.7",
                "sound only; chained streams take a sidecar only; the clause names Vorbis");
    }

    /** "C2PA" as characters; the first free number from there on is taken. */
    private static final long SERIAL = 0x4332_5041L;

    @Override
    public ContainerMap map(Asset asset, ReadLimits limits) throws IOException, MalformedContentException {
        List<OggPage> pages = new OggWalk(asset.source(), limits).pages();
        OggStores found = new OggStores(asset.source(), limits).look(pages);
        PartList parts = new PartList("Ogg bitstreams", limits);
        for (int i = 0; i < pages.size(); i++) {
            OggPage page = pages.get(i);
            if (i + 1 == pages.size() || pages.get(i + 1).serial() != page.serial()) {
                String name = found.serials().contains(page.serial()) ? BoxNames.STORE : "Stream-" + page.serial();
                parts.add(name, page.range().end());
            }
        }
        parts.add("trailing", asset.source().length());
        return new ContainerMap(
                asset.format(), asset.source().length(), parts.toList(), found.stores(), found.suspicions());
    }

    @Override
    public Layout lay(Asset asset, ContainerMap map, Wish wish, ReadLimits limits)
            throws IOException, MalformedContentException {
        List<OggPage> pages = new OggWalk(asset.source(), limits).pages();
        Set<Long> removed = new OggStores(asset.source(), limits).look(pages).serials();
        Set<Long> used = new HashSet<>();
        pages.forEach(page -> used.add(page.serial()));
        used.removeAll(removed);
        long serial = SERIAL;
        while (used.contains(serial)) {
            serial++;
        }
        StoreStream store = new StoreStream(wish.storeLength(), serial);
        SegmentList segments = new SegmentList();
        boolean pending = wish.storeLength() > 0;
        for (OggPage page : pages) {
            if (!removed.contains(page.serial())) {
                if (pending && !page.isFirst()) {
                    segments.slot(store.slotLength());
                    pending = false;
                } else if (page.isFirst() && !pending && wish.storeLength() > 0) {
                    throw new MalformedContentException(
                            NAME,
                            page.range(),
                            "another stream follows the first one, and players would stop before it; use --sidecar");
                }
                segments.copy(page.range());
            }
        }
        if (pending) {
            segments.slot(store.slotLength());
        }
        long end = pages.get(pages.size() - 1).range().end();
        segments.copy(ByteRange.between(end, asset.source().length()));
        return wish.storeLength() > 0 ? new Layout(segments.toList(), store) : Layout.withoutStore(segments.toList());
    }
}
