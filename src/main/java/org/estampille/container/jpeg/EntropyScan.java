package org.estampille.container.jpeg;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;

/**
 * Finds the marker that ends entropy-coded data (ITU-T T.81 clause B.1.1.5): stuffed FF 00 and restart markers belong to the
 * data. Looks at eight octets at a time through one window that is kept from scan to scan.
 */
final class EntropyScan {

    private static final int CAPACITY = 128 << 10;
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGHS = 0x8080_8080_8080_8080L;

    private final ByteSource source;
    private final ByteBuffer window;
    private long base;
    private int filled;

    EntropyScan(ByteSource source) {
        this.source = source;
        this.window =
                ByteBuffer.allocate((int) Math.min(CAPACITY, source.length())).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Where the next marker starts, at the first of its fill octets if it has any. */
    long nextMarker(long from) throws IOException, MalformedContentException {
        long at = nextFF(from);
        while (true) {
            long start = at;
            int code = 0xFF;
            while (code == 0xFF) {
                code = u8(++at);
            }
            if (code != 0 && !Marker.isRestart(code)) {
                return start;
            }
            at = nextFF(at + 1);
        }
    }

    /** The last octet of the run of FF octets that {@code from} stands in: the one a marker code follows. */
    long lastOfRun(long from) throws IOException, MalformedContentException {
        long at = from;
        while (u8(at + 1) == 0xFF) {
            at++;
        }
        return at;
    }

    private long nextFF(long from) throws IOException, MalformedContentException {
        long at = from;
        while (true) {
            load(at);
            int hit = indexOfFF((int) (at - base));
            if (hit < filled) {
                return base + hit;
            }
            at = base + filled;
        }
    }

    /** The index of the first FF at or after {@code from}; {@link #filled} where the window has none. */
    private int indexOfFF(int from) {
        int index = from;
        while (index + Long.BYTES <= filled) {
            long eight = window.getLong(index);
            // An octet of ones leaves its high bit: zero-octet search on the complement.
            long found = (~eight - ONES) & eight & HIGHS;
            if (found != 0) {
                return index + (Long.numberOfTrailingZeros(found) >>> 3);
            }
            index += Long.BYTES;
        }
        while (index < filled && window.get(index) != (byte) 0xFF) {
            index++;
        }
        return index;
    }

    private int u8(long at) throws IOException, MalformedContentException {
        load(at);
        return window.get((int) (at - base)) & 0xFF;
    }

    private void load(long at) throws IOException, MalformedContentException {
        if (at >= base && at < base + filled) {
            return;
        }
        long left = source.length() - at;
        if (left <= 0) {
            throw new MalformedContentException(
                    JpegFormat.NAME, new ByteRange(source.length(), 0), "ends without an EOI marker");
        }
        filled = 0;
        window.clear().limit((int) Math.min(window.capacity(), left));
        source.read(at, window);
        base = at;
        filled = window.limit();
    }
}
