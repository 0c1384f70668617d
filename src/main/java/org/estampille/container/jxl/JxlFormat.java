package org.estampille.container.jxl;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.estampille.asset.Asset;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.ContainerFormat;
import org.estampille.container.ContainerMap;
import org.estampille.container.EmbeddedStore;
import org.estampille.container.FormatTraits;
import org.estampille.container.Layout;
import org.estampille.container.Part;
import org.estampille.container.SegmentList;

/**
 * JPEG XL files. The store is a box behind the file type and the level, before the codestream. A bare codestream, which can carry
 * none, is put into boxes; its octets stay, and so does the picture.
 */
public final class JxlFormat implements ContainerFormat {

    static final String NAME = "JPEG XL";

    /** Brand, minor version 0, and the brand again as the compatible one (ISO/IEC 18181-2 clause 9.1). */
    private static final Octets FILE_TYPE_BOX =
            Octets.concat(Octets.u32be(20), Octets.ofAscii("ftypjxl "), Octets.zeros(4), Octets.ofAscii("jxl "));

    private static final int SHORT_HEADER = 8;
    private static final long LONGEST_SHORT = 0xFFFF_FFFFL;

    @Override
    public FormatTraits traits(AssetFormat format) {
        return FormatTraits.boxes(
                "jumb box", "C2PA 2.5 A.3.11", "a bare codestream is put into boxes, and stays so when stripped");
    }

    @Override
    public ContainerMap map(Asset asset, ReadLimits limits) throws IOException, MalformedContentException {
        return new JxlWalk(asset, limits).map();
    }

    @Override
    public Layout lay(Asset asset, ContainerMap map, Wish wish, ReadLimits limits)
            throws IOException, MalformedContentException {
        boolean bare = map.parts().get(0).name().equals(JxlWalk.CODESTREAM);
        boolean wrapped = bare && (wish.storeLength() > 0 || wish.xmp().isPresent());
        SegmentList segments = new SegmentList();
        if (wrapped) {
            segments.fresh(Octets.concat(JxlWalk.SIGNATURE, FILE_TYPE_BOX));
            add(segments, wish);
            segments.fresh(codestreamHeader(map.length()));
        }
        int before = place(map.parts());
        for (int i = 0; i < map.parts().size(); i++) {
            Part part = map.parts().get(i);
            if (i == before && !bare) {
                add(segments, wish);
            }
            if (!isStore(part, map) && !isReplaced(part, wish)) {
                segments.copy(part.range());
            }
        }
        return layout(segments, wish.storeLength());
    }

    /** The store stays where it is, wherever another writer put it. */
    @Override
    public Layout update(Asset asset, ContainerMap map, StoreUpdate update, ReadLimits limits)
            throws IOException, MalformedContentException {
        SegmentList segments = new SegmentList();
        for (Part part : map.parts()) {
            if (isStore(part, map)) {
                segments.slot(update.updatedLength());
            } else {
                segments.copy(part.range());
            }
        }
        return layout(segments, update.updatedLength());
    }

    private static Layout layout(SegmentList segments, long storeLength) {
        return storeLength > 0
                ? new Layout(segments.toList(), new WholeBox(storeLength))
                : Layout.withoutStore(segments.toList());
    }

    private static void add(SegmentList segments, Wish wish) {
        if (wish.storeLength() > 0) {
            segments.slot(wish.storeLength());
        }
        if (wish.xmp().isPresent()) {
            Octets packet = wish.xmp().get();
            segments.fresh(Octets.concat(Octets.u32be(SHORT_HEADER + packet.length()), Octets.ofAscii("xml "), packet));
        }
    }

    private static Octets codestreamHeader(long length) {
        Octets type = Octets.ofAscii("jxlc");
        return length + SHORT_HEADER <= LONGEST_SHORT
                ? Octets.concat(Octets.u32be(length + SHORT_HEADER), type)
                : Octets.concat(Octets.u32be(1), type, Octets.u64be(length + 2 * SHORT_HEADER));
    }

    /** The first part behind the file type and the level, which readers look for right there. */
    private static int place(List<Part> parts) {
        boolean levelled = parts.size() > 2 && parts.get(2).name().equals(JxlWalk.LEVEL);
        return levelled ? 3 : 2;
    }

    private static boolean isReplaced(Part part, Wish wish) {
        return wish.xmp().isPresent() && part.name().equals(JxlWalk.XMP);
    }

    private static boolean isStore(Part part, ContainerMap map) {
        for (EmbeddedStore store : map.stores()) {
            if (store.extent().equals(part.range())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Xmp xmp(Asset asset, ContainerMap map, ReadLimits limits) throws IOException, MalformedContentException {
        Optional<Octets> packet = Optional.empty();
        for (Part part : map.parts()) {
            ByteRange range = part.range();
            if (part.name().equals("brob") && isCompressedXmp(asset, range, limits)) {
                return new Xmp.Nowhere("its XMP is compressed, which is not read here");
            }
            if (part.name().equals(JxlWalk.XMP) && packet.isEmpty()) {
                packet = Optional.of(asset.source().octets(range, limits).from(SHORT_HEADER));
            }
        }
        return new Xmp.Place(packet);
    }

    private static boolean isCompressedXmp(Asset asset, ByteRange box, ReadLimits limits)
            throws IOException, MalformedContentException {
        return box.length() >= SHORT_HEADER + 4
                && asset.source()
                        .octets(new ByteRange(box.start() + SHORT_HEADER, 4), limits)
                        .equals(Octets.ofAscii("xml "));
    }

    /** A store is a box already. */
    private record WholeBox(long storeLength) implements UnaryOperator<Octets> {
        @Override
        public Octets apply(Octets store) {
            if (store.length() != storeLength) {
                throw new IllegalArgumentException("a store of " + storeLength + " octets was planned");
            }
            return store;
        }
    }
}
