package org.estampille.container;

import java.util.ArrayList;
import java.util.List;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.ReadLimits;

/** Collects the parts of a file in order; each starts where the one before ended. */
public final class PartList {

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

    /** Adds the part from the end of the last one to {@code upTo}; nothing when that is empty. */
    public void add(String name, long upTo) throws LimitExceededException {
        if (upTo > end) {
            LimitExceededException.check(limit, parts.size() + 1L, limits.items());
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
