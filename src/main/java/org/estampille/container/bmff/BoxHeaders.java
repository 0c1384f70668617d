package org.estampille.container.bmff;

import java.io.IOException;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.Octets;

/**
 * Headers of boxes as a walk over them asks for them: where they stand close together, many are read at once; where they are far
 * apart, nothing between them is. For one walk, in one thread.
 */
final class BoxHeaders {

    private static final int WINDOW = 8_192;
    /** Nearer than this to the header before, the next ones are likely to be near as well. */
    private static final int NEAR = 64;

    private final ByteSource source;
    private final long end;
    private Octets window = Octets.empty();
    private long base;
    private long last = -NEAR;

    /** @param end where the walk ends, at the latest */
    BoxHeaders(ByteSource source, long end) {
        this.source = source;
        this.end = Math.min(end, source.length());
    }

    /** {@code count} octets; an end-of-file error where the source ends before them. */
    Octets at(long position, int count) throws IOException {
        boolean near = position >= last && position - last < NEAR;
        if (near && !holds(position, count) && position + count <= end) {
            window = source.glance(position, (int) Math.min(WINDOW, end - position));
            base = position;
        }
        last = position;
        return holds(position, count) ? window.slice((int) (position - base), count) : source.glance(position, count);
    }

    private boolean holds(long position, int count) {
        return position >= base && position - base + count <= window.length();
    }
}
