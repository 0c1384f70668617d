package org.estampille.container.bmff;

import java.nio.ByteBuffer;
import java.util.List;
import org.estampille.bytes.ByteCursor;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;

/** Absolute offsets of movie fragments: {@code tfhd} and {@code tfra} (ISO/IEC 14496-12 clauses 8.8.7 and 8.8.10). */
final class FragmentOffsets {

    private static final String FORMAT = "BMFF";
    private static final int FULL_BOX = 4;
    private static final int HAS_BASE_OFFSET = 1;
    private static final int HAS_DATA_OFFSET = 1;

    private FragmentOffsets() {}

    /**
     * Moves the base data offset of a track fragment, if it states one. What counts is where its first run of samples is, since
     * some writers put the base at the start of the file and the whole offset into the run.
     */
    static Octets patchTraf(Relocation map, Octets traf, List<BmffBox> children, long at)
            throws MalformedContentException {
        for (BmffBox child : children) {
            if (child.type().equals("tfhd")) {
                ByteCursor cursor = open(traf, child, at);
                int flags = (int) cursor.u32be() & 0xFFFFFF;
                cursor.skip(4);
                if ((flags & HAS_BASE_OFFSET) == 0) {
                    return traf;
                }
                int position = cursor.position() + (int) child.range().start();
                long base = cursor.u64be();
                long run = firstRun(traf, children, at);
                ByteBuffer patched = ByteBuffer.wrap(traf.toByteArray());
                patched.putLong(position, map.media(base + run) - run);
                return Octets.adopt(patched.array());
            }
        }
        return traf;
    }

    /** The data offset of the first run, 0 where it has none. */
    private static long firstRun(Octets traf, List<BmffBox> children, long at) throws MalformedContentException {
        for (BmffBox child : children) {
            if (child.type().equals("trun")) {
                ByteCursor cursor = open(traf, child, at);
                int flags = (int) cursor.u32be() & 0xFFFFFF;
                cursor.skip(4);
                return (flags & HAS_DATA_OFFSET) == 0 ? 0 : (int) cursor.u32be();
            }
        }
        return 0;
    }

    private static ByteCursor open(Octets parent, BmffBox child, long at) throws MalformedContentException {
        ByteRange range = child.range();
        Octets box = parent.slice((int) range.start(), (int) range.length());
        ByteCursor cursor = new ByteCursor(FORMAT, box, at + range.start());
        cursor.skip(child.headerLength());
        return cursor;
    }

    /** Moves the offsets of movie fragments in a random access table. */
    static Octets patchTfra(Relocation map, Octets box, int headerLength, long at) throws MalformedContentException {
        ByteCursor cursor = new ByteCursor(FORMAT, box, at);
        cursor.skip(headerLength);
        boolean wide = cursor.u8() == 1;
        cursor.skip(FULL_BOX - 1 + 4);
        int sizes = (int) cursor.u32be();
        int numbers = (sizes >>> 4 & 3) + (sizes >>> 2 & 3) + (sizes & 3) + 3;
        long count = cursor.u32be();
        ByteBuffer patched = ByteBuffer.wrap(box.toByteArray());
        for (long i = 0; i < count; i++) {
            cursor.skip(wide ? 8 : 4);
            int position = cursor.position();
            long target = map.place(wide ? cursor.u64be() : cursor.u32be());
            cursor.verify(wide || target <= 0xFFFF_FFFFL, "a fragment offset no longer fits");
            if (wide) {
                patched.putLong(position, target);
            } else {
                patched.putInt(position, (int) target);
            }
            cursor.skip(numbers);
        }
        return Octets.adopt(patched.array());
    }
}
