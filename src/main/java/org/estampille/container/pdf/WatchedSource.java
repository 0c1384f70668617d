package org.estampille.container.pdf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.estampille.bytes.ByteSource;

/** A source that remembers when it could not be read: PDFBox takes every exception for broken content, or makes another of it. */
final class WatchedSource implements ByteSource {

    private final ByteSource source;
    private Optional<IOException> failure = Optional.empty();

    private WatchedSource(ByteSource source) {
        this.source = source;
    }

    static WatchedSource of(ByteSource source) {
        return source instanceof WatchedSource watched ? watched : new WatchedSource(source);
    }

    /** Why it could not be read, the last time that happened. */
    Optional<IOException> failure() {
        return failure;
    }

    @Override
    public long length() {
        return source.length();
    }

    @Override
    public void read(long position, ByteBuffer target) throws IOException {
        try {
            source.read(position, target);
        } catch (IOException e) {
            failure = Optional.of(e);
            throw e;
        }
    }
}
