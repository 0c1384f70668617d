package org.estampille.container.jpeg;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;

/**
 * Finds the marker that ends entropy-coded data (ITU-T T.81 clause B.1.1.5): stuffed FF 00 and restart markers belong to the
 * data. Looks through one window that is kept from scan to scan.
 */
final class EntropyScan {

    private static final int CAPACITY = 128 << 10;
    private static final byte FF = (byte) 0xFF;

    private final ByteSource source;
    private final byte[] window;
    private long base;
    private int filled;

    EntropyScan(ByteSource source) {
        this.source = source;
        this.window = new byte[(int) Math.min(CAPACITY, source.length())];
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

    /** Where the next restart marker starts, without fill octets; {@code end} when there is none before it. */
    long nextRestart(long from, long end) throws IOException, MalformedContentException {
        long at = from;
        while (at < end - 1) {
            at = nextFF(at);
            if (at < end - 1 && Marker.isRestart(u8(at + 1))) {
                return at;
            }
            at++;
        }
        return end;
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

    /**
     * The index of the first FF at or after {@code from}; {@link #filled} where the window has none. Four octets a round on a plain
     * array: the fastest form while the code is still interpreted, and fast enough when it is compiled.
     */
    private int indexOfFF(int from) {
        byte[] octets = window;
        int end = filled;
        int index = from;
        while (index < end - 3) {
            if (octets[index] == FF) {
                return index;
            }
            if (octets[index + 1] == FF) {
                return index + 1;
            }
            if (octets[index + 2] == FF) {
                return index + 2;
            }
            if (octets[index + 3] == FF) {
                return index + 3;
            }
            index += 4;
        }
        while (index < end && octets[index] != FF) {
            index++;
        }
        return index;
    }

    private int u8(long at) throws IOException, MalformedContentException {
        load(at);
        return window[(int) (at - base)] & 0xFF;
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
        int wanted = (int) Math.min(window.length, left);
        filled = 0;
        source.read(at, ByteBuffer.wrap(window, 0, wanted));
        base = at;
        filled = wanted;
    }
}
