package org.estampille.detect;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.Octets;

/** The tag DNGVersion (50706), which tells a digital negative from other TIFF files (DNG specification 1.7.1, chapter 2). */
final class DngVersion {

    private static final int TAG = 50706;
    private static final int BIG_TIFF = 43;

    /** More entries than any camera writes. */
    private static final int MOST_ENTRIES = 4_096;

    private DngVersion() {}

    /** Whether the first directory of a TIFF file has the tag; a file cut short before that has none. */
    static boolean isStatedIn(ByteSource source, Octets head) throws IOException {
        if (head.length() < 16) {
            return false;
        }
        ByteOrder order = head.at(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        ByteBuffer header = head.asBuffer().order(order);
        boolean big = header.getShort(2) == BIG_TIFF;
        long at = big ? header.getLong(8) : header.getInt(4) & 0xFFFF_FFFFL;
        int countLength = big ? 8 : 2;
        int entryLength = big ? 20 : 12;
        if (at < 0 || at > source.length() - countLength) {
            return false;
        }
        ByteBuffer counted = read(source, at, countLength, order);
        long count = big ? counted.getLong(0) : counted.getShort(0) & 0xFFFF;
        if (count < 0 || count > MOST_ENTRIES || at + countLength + count * entryLength > source.length()) {
            return false;
        }
        ByteBuffer entries = read(source, at + countLength, (int) count * entryLength, order);
        for (int i = 0; i < count; i++) {
            if ((entries.getShort(i * entryLength) & 0xFFFF) == TAG) {
                return true;
            }
        }
        return false;
    }

    private static ByteBuffer read(ByteSource source, long at, int length, ByteOrder order) throws IOException {
        byte[] bytes = new byte[length];
        source.read(at, ByteBuffer.wrap(bytes));
        return ByteBuffer.wrap(bytes).order(order);
    }
}
