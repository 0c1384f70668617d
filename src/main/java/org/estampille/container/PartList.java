package org.estampille.container;

import java.util.ArrayList;
import java.util.List;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.ReadLimits;

/** Collects the parts of a file in order; each starts where the one before ended. */
public final class PartList {

    /**
     * Far more than real files have at their top level, and few enough that a hostile file of nothing but headers does not eat the
     * heap.
     */
    private static final int MOST = 1 << 18;

    private final String limit;
    private final ReadLimits limits;
    private final List<Part> parts = new ArrayList<>();
    private long end;

    /**
     * @param limit names the structures that are counted, such as {@code PNG chunks}
     * @param limits say how many there may be
     */
    public PartList(String limit, ReadLimits limits) {
        this.limit = limit;
        this.limits = limits;
    }

    /**
     * Throws when {@code count} structures are more than may be listed.
     *
     * @param limit names the structures
     */
    public static void admit(String limit, long count, ReadLimits limits) throws LimitExceededException {
        LimitExceededException.check(limit, count, Math.min(MOST, limits.items()));
    }

    /** Adds the part from the end of the last one to {@code upTo}; nothing when that is empty. */
    public void add(String name, long upTo) throws LimitExceededException {
        if (upTo > end) {
            admit(limit, parts.size() + 1L, limits);
            parts.add(new Part(name, ByteRange.between(end, upTo)));
            end = upTo;
        }
    }

    /** Where the last part ends. */
    public long end() {
        return end;
    }

    public int size() {
        return parts.size();
    }

    public List<Part> toList() {
        return List.copyOf(parts);
    }
}
