package org.estampille.bind;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.crypto.Blocks;
import org.estampille.crypto.CryptoEngine;

/**
 * Hashes a file that is there. The chain is read ahead on a second thread when it is long, so that reading and hashing overlap;
 * leaves are hashed by several threads. Short files stay on the calling thread.
 */
public final class DigestRunner {

    /** A chain longer than this is worth a second thread. */
    private static final long LONG_CHAIN = 8L << 20;

    private final ByteSource source;
    private final WriteHashing hashing;
    private final Blocks blocks;
    private final AtomicInteger nextLeaf = new AtomicInteger();

    private DigestRunner(ByteSource source, WriteHashing hashing, Blocks blocks) {
        this.source = source;
        this.hashing = hashing;
        this.blocks = blocks;
    }

    /**
     * Computes every hash of {@code plan}.
     *
     * @param threads that may hash leaves at once, at least 1
     */
    public static BindingDigests run(ByteSource source, BindingPlan plan, CryptoEngine engine, int threads)
            throws IOException {
        WriteHashing hashing = new WriteHashing(plan, engine);
        DigestRunner runner = new DigestRunner(source, hashing, engine.blocks());
        int workers = Math.min(threads, hashing.leaves());
        if (workers > 1) {
            runner.parallel(plan.chain(), workers);
        } else {
            runner.chain(plan.chain());
            runner.leaves();
        }
        return hashing.digests();
    }

    private void parallel(DigestPlan chain, int workers) throws IOException {
        ExecutorService pool = Workers.start(workers);
        try {
            List<Future<Integer>> running = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                running.add(pool.submit(this::leaves));
            }
            chain(chain);
            for (Future<Integer> worker : running) {
                Workers.result(worker);
            }
        } finally {
            nextLeaf.set(hashing.leaves());
            pool.shutdown();
        }
    }

    /** Hashes leaves until none is left for this thread; returns how many it did. */
    private int leaves() throws IOException {
        int done = 0;
        int leaf = nextLeaf.getAndIncrement();
        if (leaf >= hashing.leaves()) {
            return done;
        }
        try (Blocks.Block block = blocks.lease(Blocks.SIZE)) {
            for (; leaf < hashing.leaves(); leaf = nextLeaf.getAndIncrement()) {
                DigestFeeder feeder = hashing.leaf(leaf);
                feed(hashing.leafRanges(leaf), feeder, block.octets());
                hashing.done(leaf, feeder);
                done++;
            }
        }
        return done;
    }

    private void chain(DigestPlan plan) throws IOException {
        List<ByteRange> ranges = plan.ranges();
        long total = 0;
        for (ByteRange range : ranges) {
            total += range.length();
        }
        if (total > LONG_CHAIN) {
            new ReadAhead(source, ranges, blocks).feed(hashing.chain());
        } else if (total > 0) {
            try (Blocks.Block block = blocks.lease(total)) {
                feed(ranges, hashing.chain(), block.octets());
            }
        }
    }

    private void feed(List<ByteRange> ranges, DigestFeeder feeder, ByteBuffer block) throws IOException {
        for (ByteRange range : ranges) {
            for (long at = range.start(); at < range.end(); at += block.limit()) {
                block.clear().limit((int) Math.min(block.capacity(), range.end() - at));
                source.read(at, block);
                feeder.accept(at, block.flip());
            }
        }
    }
}
