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

    /** The {@code box_purpose} of a BMFF box (C2PA 2.5 clause A.5.1). */
    public enum Role {
        MANIFEST,
        ORIGINAL,
        UPDATE
    }

    public EmbeddedStore {
        wrapper = List.copyOf(wrapper);
    }

    /** From the first octet of the first range to the last of the last. */
    public ByteRange extent() {
        return ByteRange.between(
                wrapper.get(0).start(), wrapper.get(wrapper.size() - 1).end());
    }
}
