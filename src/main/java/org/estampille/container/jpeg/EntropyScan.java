package org.estampille.container.jpeg;

import java.io.IOException;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;

/**
 * Finds the marker that ends entropy-coded data (ITU-T T.81 clause B.1.1.5): stuffed FF 00 and restart markers belong to the
 * data. Looks through one window, kept from scan to scan.
 */
final class EntropyScan {

    private static final int CAPACITY = 128 << 10;

    private final ByteSource source;
    private Octets window = Octets.empty();
    private long base;

    EntropyScan(ByteSource source) {
        this.source = source;
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
            int hit = window.indexOf(0xFF, (int) (at - base));
            if (hit < window.length()) {
                return base + hit;
            }
            at = base + hit;
        }
    }

    private int u8(long at) throws IOException, MalformedContentException {
        load(at);
        return window.at((int) (at - base));
    }

    private void load(long at) throws IOException, MalformedContentException {
        if (at >= base && at < base + window.length()) {
            return;
        }
        long left = source.length() - at;
        if (left <= 0) {
            throw new MalformedContentException(
                    JpegFormat.NAME, new ByteRange(source.length(), 0), "ends without an EOI marker");
        }
        window = source.glance(at, (int) Math.min(CAPACITY, left));
        base = at;
    }
}
