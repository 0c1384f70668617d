package org.estampille.container.bmff;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.estampille.bytes.ByteSource;

/**
 * A source as a walk over boxes reads it: where headers stand close together, many are read at once; where they are far apart,
 * nothing between them is. For one walk, in one thread.
 */
final class BoxHeaders implements ByteSource {

    private static final int WINDOW = 8_192;
    /** Nearer than this to the header before, the next ones are likely to be near as well. */
    private static final int NEAR = 64;

    private final ByteSource source;
    private final byte[] window = new byte[WINDOW];
    private long base;
    private int filled;
    private long last = -NEAR;

    BoxHeaders(ByteSource source) {
        this.source = source;
    }

    @Override
    public long length() {
        return source.length();
    }

    @Override
    public void read(long position, ByteBuffer target) throws IOException {
        int wanted = target.remaining();
        boolean inside = position >= base && position + wanted <= base + filled;
        if (!inside && position - last < NEAR && position >= last && position + wanted <= length()) {
            filled = 0;
            int count = (int) Math.min(WINDOW, length() - position);
            source.read(position, ByteBuffer.wrap(window, 0, count));
            base = position;
            filled = count;
            inside = wanted <= count;
        }
        last = position;
        if (inside) {
            target.put(window, (int) (position - base), wanted);
        } else {
            source.read(position, target);
        }
    }
}
