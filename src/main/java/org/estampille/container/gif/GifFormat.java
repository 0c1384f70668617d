package org.estampille.container.gif;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.estampille.asset.Asset;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
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
 * GIF files. The store goes before the first image (C2PA 2.5 clause A.3.10), behind an extension that makes the animation loop:
 * some players look for that one right behind the colour table only.
 */
public final class GifFormat implements ContainerFormat {

    static final String NAME = "GIF";

    /** Where the third figure of the version stands; application extensions came with 89a. */
    private static final long VERSION_FIGURE_AT = 4;

    private static final Set<Octets> LOOPS = Set.of(Octets.ofAscii("NETSCAPE2.0"), Octets.ofAscii("ANIMEXTS1.0"));
    private static final int IDENTIFIER_AT = 3;
    private static final int IDENTIFIER_LENGTH = 11;

    @Override
    public FormatTraits traits(AssetFormat format) {
        return FormatTraits.boxes(
                "C2PA_GIF application extension", "C2PA 2.5 A.3.10", "a GIF87a file becomes a GIF89a file");
    }

    @Override
    public ContainerMap map(Asset asset, ReadLimits limits) throws IOException, MalformedContentException {
        return new GifWalk(asset, limits).map();
    }

    @Override
    public Layout lay(Asset asset, ContainerMap map, Wish wish, ReadLimits limits)
            throws IOException, MalformedContentException {
        return layout(map, wish.storeLength(), place(asset.source(), map, limits));
    }

    /** The store stays where it is, wherever another writer put it. */
    @Override
    public Layout update(Asset asset, ContainerMap map, StoreUpdate update, ReadLimits limits)
            throws IOException, MalformedContentException {
        return layout(map, update.updatedLength(), map.stores().get(0).extent().end());
    }

    private static Layout layout(ContainerMap map, long storeLength, long place) throws MalformedContentException {
        if (storeLength > Integer.MAX_VALUE / 2) {
            throw new MalformedContentException(
                    NAME, new ByteRange(0, 0), "a manifest of more than 1 GiB; use --sidecar");
        }
        StoreBlock store = new StoreBlock(storeLength);
        TreeMap<Long, Octets> patches = new TreeMap<>();
        if (storeLength > 0) {
            patches.put(VERSION_FIGURE_AT, Octets.ofAscii("9"));
        }
        SegmentList segments = new SegmentList(patches);
        for (Part part : map.parts()) {
            if (!isStore(part, map)) {
                segments.copy(part.range());
            }
            if (part.range().end() == place && storeLength > 0) {
                segments.slot(store.slotLength());
            }
        }
        return storeLength > 0 ? new Layout(segments.toList(), store) : Layout.withoutStore(segments.toList());
    }

    /** The end of the part before the store: the screen descriptor, or extensions for looping right behind it. */
    private static long place(ByteSource source, ContainerMap map, ReadLimits limits)
            throws IOException, MalformedContentException {
        List<Part> parts = map.parts();
        long place = parts.get(1).range().end();
        for (Part part : parts.subList(2, parts.size())) {
            if (isLoop(source, part, limits)) {
                place = part.range().end();
            } else if (!isStore(part, map)) {
                break;
            }
        }
        return place;
    }

    private static boolean isLoop(ByteSource source, Part part, ReadLimits limits)
            throws IOException, MalformedContentException {
        return part.name().equals(GifWalk.APPLICATION)
                && part.range().length() > IDENTIFIER_AT + IDENTIFIER_LENGTH
                && LOOPS.contains(
                        source.octets(new ByteRange(part.range().start() + IDENTIFIER_AT, IDENTIFIER_LENGTH), limits));
    }

    /** A store, or a block that looks like one and is none. */
    private static boolean isStore(Part part, ContainerMap map) {
        for (EmbeddedStore store : map.stores()) {
            if (store.extent().equals(part.range())) {
                return true;
            }
        }
        for (ContainerMap.Suspicion suspicion : map.suspicions()) {
            if (suspicion.where().equals(part.range())) {
                return true;
            }
        }
        return false;
    }
}
