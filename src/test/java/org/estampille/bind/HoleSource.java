package org.estampille.bind;

import java.nio.ByteBuffer;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.Octets;

/** A long file of which only the head is not zero. */
record HoleSource(Octets head, long length) implements ByteSource {
    @Override
    public void read(long position, ByteBuffer target) {
        while (target.hasRemaining()) {
            target.put(position < head.length() ? (byte) head.at((int) position) : 0);
            position++;
        }
    }
}
