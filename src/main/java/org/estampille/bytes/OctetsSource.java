package org.estampille.bytes;

import java.io.EOFException;
import java.nio.ByteBuffer;

/**
 * A source over octets in memory.
 *
 * @param octets what is read
 */
public record OctetsSource(Octets octets) implements ByteSource {

    @Override
    public long length() {
        return octets.length();
    }

    @Override
    public void read(long position, ByteBuffer target) throws EOFException {
        if (position < 0 || target.remaining() > octets.length() - position) {
            throw new EOFException("read past the end");
        }
        octets.copyInto(target, (int) position);
    }

    @Override
    public Octets glance(long position, int count) throws EOFException {
        if (position < 0 || count > octets.length() - position) {
            throw new EOFException("read past the end");
        }
        return octets.slice((int) position, count);
    }

    @Override
    public void close() {}
}
