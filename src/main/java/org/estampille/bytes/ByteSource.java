package org.estampille.bytes;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Octets that can be read from any position: a file, memory, or a file that does not exist yet. Reads have no shared position,
 * so several threads may read at once.
 */
public interface ByteSource extends Closeable {

    /** Number of octets. */
    long length();

    /**
     * Fills {@code target} up to its limit from {@code position} on.
     *
     * @throws java.io.EOFException when the source ends before the target is full
     */
    void read(long position, ByteBuffer target) throws IOException;

    /**
     * Reads a range into memory.
     *
     * @throws MalformedContentException when the range ends past the source, or is over the buffer limit
     */
    default Octets octets(ByteRange range, ReadLimits limits) throws IOException, MalformedContentException {
        if (range.end() > length()) {
            throw new MalformedContentException(
                    "file", range, "needs " + range.length() + " octets, the file ends at " + length());
        }
        byte[] bytes = new byte[limits.admit(range.length())];
        read(range.start(), ByteBuffer.wrap(bytes));
        return Octets.adopt(bytes);
    }

    /**
     * Octets to look at and forget. A source that holds them already shows its own storage, all of which a slice would keep in
     * memory.
     *
     * @throws java.io.EOFException when the source ends before {@code length} octets
     */
    default Octets glance(long position, int length) throws IOException {
        byte[] bytes = new byte[length];
        read(position, ByteBuffer.wrap(bytes));
        return Octets.adopt(bytes);
    }

    /** The whole source as a range. */
    default ByteRange range() {
        return new ByteRange(0, length());
    }

    @Override
    default void close() throws IOException {}
}
