package org.estampille.container;

import java.util.List;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.Octets;

/**
 * A manifest store found in a file.
 *
 * @param wrapper every range that belongs to it, format headers, padding and checksums included, ascending
 * @param store the octets of the store, as long as its own outer box says
 * @param padding octets in the wrapper after the store, normally zero
 * @param role what the format says the store is for; {@link Role#MANIFEST} except in BMFF
 */
public record EmbeddedStore(List<ByteRange> wrapper, Octets store, Octets padding, Role role) {

    private static final int SHORT_HEADER = 8;
    private static final int LONG_HEADER = 16;

    /** The {@code box_purpose} of a BMFF box (C2PA 2.5 clause A.5.1). */
    public enum Role {
        MANIFEST,
        ORIGINAL,
        UPDATE
    }

    public EmbeddedStore {
        wrapper = List.copyOf(wrapper);
    }

    /**
     * The store that stands at the start of {@code payload}, as long as its own {@code LBox} or {@code XLBox} says; the rest is
     * padding. Where that length makes no sense everything counts as store, so that reading the boxes names what is wrong.
     */
    public static EmbeddedStore split(List<ByteRange> wrapper, Octets payload, Role role) {
        int length = statedLength(payload);
        return new EmbeddedStore(wrapper, payload.slice(0, length), payload.from(length), role);
    }

    private static int statedLength(Octets payload) {
        if (payload.length() < SHORT_HEADER) {
            return payload.length();
        }
        long stated = payload.uint32At(0);
        int header = SHORT_HEADER;
        if (stated == 1 && payload.length() >= LONG_HEADER) {
            stated = payload.asBuffer().getLong(SHORT_HEADER);
            header = LONG_HEADER;
        }
        return stated < header || stated > payload.length() ? payload.length() : (int) stated;
    }

    /** From the first octet of the first range to the last of the last. */
    public ByteRange extent() {
        return ByteRange.between(
                wrapper.get(0).start(), wrapper.get(wrapper.size() - 1).end());
    }
}
