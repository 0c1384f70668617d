package org.estampille.container;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.Octets;

/**
 * Collects the segments of a layout in order. Neighbouring stretches of the source become one, and patches are cut in where they
 * belong.
 */
public final class SegmentList {

    private final NavigableMap<Long, Octets> patches;
    private final List<Segment> segments = new ArrayList<>();
    private long pendingStart;
    private long pendingEnd;

    public SegmentList() {
        this(new TreeMap<>());
    }

    /**
     * @param patches octets that replace as many octets of the source, by offset in the source; they must not overlap, and each
     *     lies wholly in one copied range or in none
     */
    public SegmentList(NavigableMap<Long, Octets> patches) {
        this.patches = patches;
    }

    /** Copies a range of the source, patched. */
    public void copy(ByteRange range) {
        long at = range.start();
        for (Map.Entry<Long, Octets> patch :
                patches.subMap(range.start(), range.end()).entrySet()) {
            copyPlain(at, patch.getKey());
            fresh(patch.getValue());
            at = patch.getKey() + patch.getValue().length();
        }
        copyPlain(at, range.end());
    }

    private void copyPlain(long start, long end) {
        if (start != pendingEnd) {
            flush();
            pendingStart = start;
        }
        pendingEnd = end;
    }

    public void fresh(Octets octets) {
        flush();
        segments.add(new Segment.Fresh(octets));
    }

    public void slot(long length) {
        flush();
        segments.add(new Segment.Slot(length));
    }

    /** Everything added so far. */
    public List<Segment> toList() {
        flush();
        return List.copyOf(segments);
    }

    private void flush() {
        if (pendingEnd > pendingStart) {
            segments.add(new Segment.Copied(ByteRange.between(pendingStart, pendingEnd)));
        }
        pendingStart = pendingEnd;
    }
}
