package org.estampille.verify;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.LongConsumer;
import org.estampille.bytes.ByteSource;

/**
 * A source that tells how much of it was read, for progress bars.
 *
 * @param source what is read
 * @param observer gets the octets of each read
 */
record ObservedSource(ByteSource source, LongConsumer observer) implements ByteSource {

    @Override
    public long length() {
        return source.length();
    }

    @Override
    public void read(long position, ByteBuffer target) throws IOException {
        int count = target.remaining();
        source.read(position, target);
        observer.accept(count);
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
