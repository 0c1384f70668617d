package org.estampille.container;

import org.estampille.bytes.ByteRange;
import org.estampille.bytes.Octets;

/** One stretch of a file to be written. */
public sealed interface Segment {

    long length();

    /** Octets taken from the source file unchanged. */
    record Copied(ByteRange range) implements Segment {
        @Override
        public long length() {
            return range.length();
        }
    }

    /** Octets that are new: patched headers, moved indexes. */
    record Fresh(Octets octets) implements Segment {
        @Override
        public long length() {
            return octets.length();
        }
    }

    /** Room for the wrapped manifest store, filled when it is known. At most one in a layout. */
    record Slot(long length) implements Segment {}
}
