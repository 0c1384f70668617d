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
import org.estampille.crypto.CryptoEngine;

/**
 * Hashes a file that is there. The chain is read ahead on a second thread when it is long, so that reading and hashing overlap;
 * leaves are hashed by several threads. Short files stay on the calling thread.
 */
public final class DigestRunner {

    /** Octets read at once: what the caches of a core and of the platform hold. */
    private static final int BLOCK = 1 << 18;

    /** A chain longer than this is worth a second thread. */
    private static final long LONG_CHAIN = 8L << 20;

    private final ByteSource source;
    private final WriteHashing hashing;
    private final AtomicInteger nextLeaf = new AtomicInteger();

    private DigestRunner(ByteSource source, WriteHashing hashing) {
        this.source = source;
        this.hashing = hashing;
    }

    /**
     * Computes every hash of {@code plan}.
     *
     * @param threads that may hash leaves at once, at least 1
     */
    public static BindingDigests run(ByteSource source, BindingPlan plan, CryptoEngine engine, int threads)
            throws IOException {
        WriteHashing hashing = new WriteHashing(plan, engine);
        DigestRunner runner = new DigestRunner(source, hashing);
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
        ByteBuffer block = ByteBuffer.allocate(hashing.leaves() == 0 ? 0 : BLOCK);
        for (int leaf = nextLeaf.getAndIncrement(); leaf < hashing.leaves(); leaf = nextLeaf.getAndIncrement()) {
            DigestFeeder feeder = hashing.leaf(leaf);
            feed(hashing.leafRanges(leaf), feeder, block);
            hashing.done(leaf, feeder);
            done++;
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
            new ReadAhead(source, ranges, BLOCK).feed(hashing.chain());
        } else {
            feed(ranges, hashing.chain(), ByteBuffer.allocate((int) Math.min(BLOCK, total)));
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
