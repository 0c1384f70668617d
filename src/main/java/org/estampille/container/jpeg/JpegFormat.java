package org.estampille.container.jpeg;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.estampille.asset.Asset;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.BoxNames;
import org.estampille.container.ContainerFormat;
import org.estampille.container.ContainerMap;
import org.estampille.container.FormatTraits;
import org.estampille.container.HeaderWindow;
import org.estampille.container.Layout;
import org.estampille.container.Part;
import org.estampille.container.SegmentList;

/**
 * JPEG files. The store goes directly behind SOI and the APP0 segments that follow it, so that JFIF stays where JFIF wants to be
 * (C2PA 2.5 clause A.3.1).
 */
public final class JpegFormat implements ContainerFormat {

    static final String NAME = "JPEG";

    /** Where En stands in an APP11 segment. */
    private static final int INSTANCE_AT = 6;

    @Override
    public FormatTraits traits(AssetFormat format) {
        return FormatTraits.boxes("APP11 segments", "C2PA 2.5 A.3.1", "");
    }

    @Override
    public ContainerMap map(Asset asset, ReadLimits limits) throws IOException, MalformedContentException {
        return new JpegWalk(asset, limits, Map.of()).map();
    }

    @Override
    public ContainerMap mapWritten(Asset written, ContainerMap original, ReadLimits limits)
            throws IOException, MalformedContentException {
        return new JpegWalk(written, limits, scans(original, written.source().length() - original.length())).map();
    }

    /** The ends of the scans by their starts; what was put in stands before them all. */
    private static Map<Long, Long> scans(ContainerMap original, long longer) {
        Map<Long, Long> scans = new HashMap<>();
        for (Part part : original.parts()) {
            if (part.name().equals(Marker.name(Marker.SOS))) {
                scans.put(part.range().start() + longer, part.range().end() + longer);
            }
        }
        return scans;
    }

    @Override
    public Layout lay(Asset asset, ContainerMap map, Wish wish, ReadLimits limits)
            throws IOException, MalformedContentException {
        List<Part> parts = map.parts();
        SegmentList segments = new SegmentList();
        StoreSegments store = new StoreSegments(freeInstance(asset, parts), wish.storeLength());
        int before = partsBeforeStore(parts);
        Optional<Part> old = wish.xmp().isPresent() ? XmpSegment.find(asset.source(), parts, limits) : Optional.empty();
        int xmpBefore = wish.xmp().isEmpty() ? -1 : old.map(parts::indexOf).orElse(XmpSegment.place(parts));
        for (int i = 0; i < parts.size(); i++) {
            if (i == before && wish.storeLength() > 0) {
                segments.slot(store.slotLength());
            }
            if (i == xmpBefore) {
                segments.fresh(XmpSegment.of(wish.xmp().orElseThrow()));
            }
            boolean replaced = old.isPresent() && i == xmpBefore;
            if (!replaced && !parts.get(i).name().equals(JpegWalk.STORE)) {
                segments.copy(parts.get(i).range());
            }
        }
        return wish.storeLength() > 0 ? new Layout(segments.toList(), store) : Layout.withoutStore(segments.toList());
    }

    @Override
    public Xmp xmp(Asset asset, ContainerMap map, ReadLimits limits) throws IOException, MalformedContentException {
        Optional<Part> part = XmpSegment.find(asset.source(), map.parts(), limits);
        return new Xmp.Place(
                part.isPresent()
                        ? Optional.of(XmpSegment.packet(asset.source(), part.get(), limits))
                        : Optional.empty());
    }

    @Override
    public List<Part> boxes(Asset asset, ContainerMap map, BoxNames.Reading reading, ReadLimits limits)
            throws IOException, MalformedContentException {
        return new JpegBoxes(asset, limits).of(map, reading);
    }

    /** SOI and the APP0 segments directly behind it, whatever store stands between them now. */
    private static int partsBeforeStore(List<Part> parts) {
        int before = 1;
        for (int i = 1; i < parts.size(); i++) {
            String name = parts.get(i).name();
            if (name.equals("APP0")) {
                before = i + 1;
            } else if (!name.equals(JpegWalk.STORE) && !name.equals(JpegWalk.FILL)) {
                break;
            }
        }
        return before;
    }

    /** The smallest box instance number no other APP11 segment of the file uses. */
    private static int freeInstance(Asset asset, List<Part> parts) throws IOException, MalformedContentException {
        HeaderWindow window = new HeaderWindow(NAME, asset.source(), JpegWalk.WINDOW);
        Set<Integer> taken = new HashSet<>();
        for (Part part : parts) {
            if (part.name().equals("APP11") && part.range().length() >= JumbfSegment.PREFIX) {
                taken.add(window.u16be(part.range().start() + INSTANCE_AT));
            }
        }
        int instance = 1;
        while (taken.contains(instance)) {
            instance++;
        }
        return instance;
    }
}
