package org.estampille.container.bmff;

import java.nio.ByteBuffer;
import org.estampille.bytes.ByteCursor;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;

/**
 * The segment index {@code sidx} (ISO/IEC 14496-12 clause 8.16.3). It states distances: from its own end to the first subsegment,
 * then the size of each. They change only when boxes come or go between.
 */
final class SegmentIndex {

    private static final int TYPE_BIT = 0x8000_0000;

    private SegmentIndex() {}

    static Octets patch(Relocation map, Octets box, int headerLength, long at) throws MalformedContentException {
        ByteCursor cursor = new ByteCursor("BMFF", box, at);
        cursor.skip(headerLength);
        boolean wide = cursor.u8() > 0;
        cursor.skip(3 + 4 + 4);
        cursor.skip(wide ? 8 : 4);
        ByteBuffer patched = ByteBuffer.wrap(box.toByteArray());
        int firstField = cursor.position();
        long position = at + box.length() + (wide ? cursor.u64be() : cursor.u32be());
        if (!map.knows(position)) {
            return box; // the index of another file
        }
        long distance = map.segment(position) - (map.place(at) + box.length());
        cursor.verify(distance >= 0 && (wide || distance <= 0xFFFF_FFFFL), "the first offset no longer fits");
        if (wide) {
            patched.putLong(firstField, distance);
        } else {
            patched.putInt(firstField, (int) distance);
        }
        cursor.skip(2);
        int count = cursor.u16be();
        for (int i = 0; i < count; i++) {
            int field = cursor.position();
            int reference = (int) cursor.u32be();
            cursor.skip(8);
            long next = position + (reference & ~TYPE_BIT);
            long size = map.segment(next) - map.segment(position);
            if (map.knows(next)) {
                cursor.verify(size >= 0 && size < 0x8000_0000L, "the size of a subsegment no longer fits");
                patched.putInt(field, reference & TYPE_BIT | (int) size);
            }
            position = next;
        }
        return Octets.adopt(patched.array());
    }
}
