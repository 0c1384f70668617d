package org.estampille.container.riff;

import java.util.List;
import org.estampille.bytes.ByteRange;

/**
 * How offsets change when stores are taken out of a file and one is put in.
 *
 * @param removed ranges that are left out, ascending
 * @param insertion where something is put in
 * @param inserted octets put in
 */
record Relocation(List<ByteRange> removed, long insertion, long inserted) {

    /** By how much what stands at {@code offset} moves. */
    long shiftAt(long offset) {
        long shift = offset >= insertion ? inserted : 0;
        for (ByteRange range : removed) {
            if (range.end() <= offset) {
                shift -= range.length();
            }
        }
        return shift;
    }
}
