package org.estampille.container.pdf;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.estampille.bytes.ByteSource;

/**
 * The first octets of a source as if it ended there.
 *
 * @param source not closed with this object
 * @param length octets that are left
 */
record SourceStart(ByteSource source, long length) implements ByteSource {

    @Override
    public void read(long position, ByteBuffer target) throws IOException {
        if (position < 0 || target.remaining() > length - position) {
            throw new EOFException("read past the end");
        }
        source.read(position, target);
    }
}
