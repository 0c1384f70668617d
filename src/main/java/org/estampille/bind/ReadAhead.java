package org.estampille.bind;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.crypto.Blocks;

/** Reads ranges of a source on a thread of its own, a few blocks ahead of the thread that hashes them. */
final class ReadAhead {

    private static final int BLOCKS = 8;

    private final ByteSource source;
    private final List<ByteRange> ranges;
    private final Blocks blocks;
    private int range;
    private long inside;

    ReadAhead(ByteSource source, List<ByteRange> ranges, Blocks blocks) {
        this.source = source;
        this.ranges = ranges;
        this.blocks = blocks;
    }

    /** A block that was read. */
    private record Block(long position, ByteBuffer octets) {}

    /** Hands every octet to {@code feeder}, on the calling thread. */
    void feed(DigestFeeder feeder) throws IOException {
        List<Blocks.Block> leased = new ArrayList<>();
        Deque<ByteBuffer> free = new ArrayDeque<>();
        for (int i = 0; i < BLOCKS; i++) {
            leased.add(blocks.lease(Blocks.SIZE));
            free.add(leased.get(i).octets());
        }
        ExecutorService reader = Workers.start(1);
        try {
            Deque<Future<Block>> ahead = new ArrayDeque<>();
            do {
                while (!free.isEmpty() && range < ranges.size()) {
                    ByteRange next = nextBlock(free.getFirst().capacity());
                    ByteBuffer octets = free.removeFirst();
                    ahead.add(reader.submit(() -> read(next, octets)));
                }
                Block block = Workers.result(ahead.removeFirst());
                feeder.accept(block.position(), block.octets());
                free.add(block.octets());
            } while (!ahead.isEmpty());
        } finally {
            reader.shutdown();
            if (free.size() == BLOCKS) {
                leased.forEach(Blocks.Block::close); // otherwise the reader may still fill one
            }
        }
    }

    private ByteRange nextBlock(int capacity) {
        ByteRange current = ranges.get(range);
        ByteRange block = new ByteRange(current.start() + inside, Math.min(capacity, current.length() - inside));
        inside += block.length();
        if (inside == current.length()) {
            range++;
            inside = 0;
        }
        return block;
    }

    private Block read(ByteRange range, ByteBuffer octets) throws IOException {
        octets.clear().limit((int) range.length());
        source.read(range.start(), octets);
        return new Block(range.start(), octets.flip());
    }
}
