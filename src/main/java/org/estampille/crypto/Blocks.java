package org.estampille.crypto;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Room for octets on their way from a file into a hash, in the form the hash takes them from fastest. A native provider reads
 * memory outside of the Java heap, where the system can put a file's octets without a further copy; such memory is dear to ask
 * for, so it is kept for the next file. The platform's own hashes work on the heap. Safe for use by several threads.
 */
public final class Blocks {

    /** Octets in a block: what the caches of a core hold, and what the platform keeps buffers for. */
    public static final int SIZE = 1 << 18;

    private final Optional<ConcurrentLinkedDeque<ByteBuffer>> free;

    private Blocks(Optional<ConcurrentLinkedDeque<ByteBuffer>> free) {
        this.free = free;
    }

    static Blocks onHeap() {
        return new Blocks(Optional.empty());
    }

    /** There are never more blocks than were once in use at the same time. */
    static Blocks outsideHeap() {
        return new Blocks(Optional.of(new ConcurrentLinkedDeque<>()));
    }

    /**
     * A block of {@link #SIZE} octets, or on the heap of fewer if {@code wanted} is less. Its octets are whatever they were.
     *
     * @param wanted at most this many octets will be put into it
     */
    public Block lease(long wanted) {
        if (free.isEmpty()) {
            return new Block(ByteBuffer.allocate((int) Math.min(SIZE, wanted)), this);
        }
        ByteBuffer known = free.get().poll();
        return new Block(known == null ? ByteBuffer.allocateDirect(SIZE) : known, this);
    }

    /**
     * A leased block, for one thread at a time.
     *
     * @param octets position and limit are the borrower's
     */
    public record Block(ByteBuffer octets, Blocks owner) implements AutoCloseable {

        /** Gives the block back; it must not be touched afterwards. */
        @Override
        public void close() {
            owner.free.ifPresent(deque -> deque.push(octets.clear()));
        }
    }
}
