package org.estampille.container.tiff;

import java.util.Optional;
import org.estampille.bytes.ByteRange;

/**
 * A directory of the main chain.
 *
 * @param pointerAt where its offset stands: in the header, or at the end of the directory before
 * @param range from the number of entries to the offset of the next directory, which is its last field
 * @param entries how many it has
 * @param store the first entry with the tag of the manifest store
 */
record Directory(long pointerAt, ByteRange range, long entries, Optional<StoreEntry> store) {

    /** Where the offset of the next directory stands. */
    long nextPointerAt(Encoding encoding) {
        return range.end() - encoding.offsetLength();
    }

    /**
     * An entry with the tag of the manifest store.
     *
     * @param range of the entry
     * @param type of its values; a store has {@link #UNDEFINED}
     * @param countField where the number of values stands
     * @param data the values; for a store, its octets
     */
    record StoreEntry(ByteRange range, int type, ByteRange countField, ByteRange data) {

        /** The tag, 52545. */
        static final int TAG = 0xCD41;

        static final int UNDEFINED = 7;
    }
}
