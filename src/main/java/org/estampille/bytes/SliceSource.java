package org.estampille.bytes;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A stretch of another source, as a source of its own. Closing it leaves the other source open.
 *
 * @param source to read
 * @param slice what of it; must lie in the source
 */
public record SliceSource(ByteSource source, ByteRange slice) implements ByteSource {

    public SliceSource {
        if (slice.end() > source.length()) {
            throw new IllegalArgumentException(slice + " of " + source.length() + " octets");
        }
    }

    @Override
    public long length() {
        return slice.length();
    }

    @Override
    public void read(long position, ByteBuffer target) throws IOException {
        if (position < 0 || target.remaining() > slice.length() - position) {
            throw new java.io.EOFException("octets " + position + "+" + target.remaining() + " of " + slice.length());
        }
        source.read(slice.start() + position, target);
    }
}
