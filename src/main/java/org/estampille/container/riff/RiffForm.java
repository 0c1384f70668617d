package org.estampille.container.riff;

import java.util.List;
import java.util.Optional;
import org.estampille.bytes.ByteRange;

/**
 * A top-level {@code RIFF}, {@code RF64} or {@code BW64} chunk.
 *
 * @param type such as {@code WAVE}
 * @param range from the identifier to the end, pad octet included
 * @param chunks in order; octets behind the last one that are too few for a chunk are in {@code range} only
 * @param longSizeAt where the 64-bit size stands, when that is the one that counts
 */
record RiffForm(String type, ByteRange range, List<RiffChunk> chunks, Optional<Long> longSizeAt) {

    /** Identifier, size and form type. */
    static final int HEADER = 12;

    /** Where the 32-bit size stands. */
    static final int SIZE_AT = 4;

    RiffForm {
        chunks = List.copyOf(chunks);
    }

    RiffForm withLongSizeAt(long offset) {
        return new RiffForm(type, range, chunks, Optional.of(offset));
    }

    /** Whether it is the one that carries the store. */
    boolean isFirst() {
        return range.start() == 0;
    }

    /** Where the last chunk ends, or the header in a form without chunks. */
    long chunksEnd() {
        return chunks.isEmpty()
                ? range.start() + HEADER
                : chunks.get(chunks.size() - 1).range().end();
    }
}
