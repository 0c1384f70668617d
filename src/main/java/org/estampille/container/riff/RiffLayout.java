package org.estampille.container.riff;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.estampille.asset.Asset;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.ContainerFormat.Wish;
import org.estampille.container.Layout;
import org.estampille.container.Segment;
import org.estampille.container.SegmentList;

/** Plans a RIFF file with a {@code C2PA} chunk as the last one of its first form, or without any. */
final class RiffLayout {

    /** In the flags of {@code VP8X}. */
    private static final int HAS_XMP = 0x04;

    private final Asset asset;
    private final List<RiffForm> forms;
    private final RiffForm first;
    private final StoreChunk store;
    private final Octets xmp;
    private final List<ByteRange> removed = new ArrayList<>();
    private final long insertion;

    /** 1 where the last chunk is odd and its writer left the pad octet out. */
    private final int missingPad;

    RiffLayout(Asset asset, List<RiffForm> forms, Wish wish) {
        this.asset = asset;
        this.forms = forms;
        this.first = forms.get(0);
        this.store = new StoreChunk(wish.storeLength());
        this.xmp = wish.xmp().map(packet -> XmpChunk.of(first, packet)).orElse(Octets.empty());
        Optional<RiffChunk> oldXmp = xmp.isEmpty() ? Optional.empty() : XmpChunk.find(first);
        for (RiffForm form : forms) {
            for (RiffChunk chunk : form.chunks()) {
                if (chunk.isStore()
                        || form.isFirst() && oldXmp.filter(chunk::equals).isPresent()) {
                    removed.add(chunk.range());
                }
            }
        }
        this.insertion = first.chunksEnd();
        this.missingPad = wish.storeLength() == 0 ? 0 : (int) (insertion & 1);
    }

    Layout layout(ReadLimits limits) throws IOException, MalformedContentException {
        if (store.storeLength() == 0 && removed.isEmpty()) {
            return Layout.withoutStore(List.of(new Segment.Copied(asset.source().range())));
        }
        SegmentList segments = new SegmentList(patches(limits));
        copy(segments, 0, insertion);
        if (store.storeLength() > 0) {
            segments.fresh(Octets.concat(Octets.zeros(missingPad), xmp));
            segments.slot(store.slotLength());
        }
        copy(segments, insertion, asset.source().length());
        return store.storeLength() > 0 ? new Layout(segments.toList(), store) : Layout.withoutStore(segments.toList());
    }

    private void copy(SegmentList segments, long start, long end) {
        long at = start;
        for (ByteRange range : removed) {
            if (range.start() >= start && range.end() <= end) {
                segments.copy(ByteRange.between(at, range.start()));
                at = range.end();
            }
        }
        segments.copy(ByteRange.between(at, end));
    }

    private NavigableMap<Long, Octets> patches(ReadLimits limits) throws IOException, MalformedContentException {
        NavigableMap<Long, Octets> patches = new TreeMap<>();
        if (forms.size() > 1) {
            Relocation relocation = new Relocation(removed, insertion, missingPad + xmp.length() + store.slotLength());
            patches.putAll(new OpenDmlIndexes(asset.source(), relocation, limits).patches(first));
        }
        if (!xmp.isEmpty() && XmpChunk.flags(first).isPresent()) {
            ByteRange flags = new ByteRange(XmpChunk.flags(first).get().data().start(), 1);
            int before = asset.source().octets(flags, limits).at(0);
            patches.put(flags.start(), Octets.of(before | HAS_XMP));
        }
        for (RiffForm form : forms) {
            long size = newSize(form);
            boolean changes = size != form.range().length() - RiffChunk.HEADER;
            if (changes) {
                patchSize(patches, form, size);
            }
        }
        return patches;
    }

    private long newSize(RiffForm form) {
        long size = form.range().length() - RiffChunk.HEADER;
        for (ByteRange range : removed) {
            size -= form.range().contains(range) ? range.length() : 0;
        }
        return form.isFirst() ? size + missingPad + xmp.length() + store.slotLength() : size;
    }

    private void patchSize(NavigableMap<Long, Octets> patches, RiffForm form, long size)
            throws MalformedContentException {
        long sizeAt = form.range().start() + RiffForm.SIZE_AT;
        if (form.longSizeAt().isPresent()) {
            patches.put(form.longSizeAt().get(), Octets.u64be(Long.reverseBytes(size)));
        } else if (size < LongSizes.IN_DS64) {
            patches.put(sizeAt, Octets.u32le(size));
        } else {
            throw new MalformedContentException(
                    RiffFormat.NAME,
                    form.range(),
                    "a store of " + store.storeLength() + " octets would bring the form over 4 GiB; use --sidecar");
        }
    }
}
