package org.estampille.embed;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.estampille.bind.BindingDigests;
import org.estampille.bind.BindingPlan;
import org.estampille.bind.DigestFeeder;
import org.estampille.bind.WriteHashing;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.crypto.Blocks;
import org.estampille.crypto.CryptoEngine;

/**
 * Copies a planned file once and hashes it on the way: what a hard binding needs is known when the last octet is written. Merkle
 * leaves are read, hashed and written on several threads; a long chain is hashed beside the copying.
 */
public final class AssetWriter {

    private static final int SMALL = 4 << 20;
    private static final int BLOCKS_UNDER_WAY = 16;

    private final CryptoEngine engine;
    private final int threads;
    private final CopyProgress progress;

    /**
     * @param engine computes the hashes
     * @param threads that may work on one file; 1 keeps everything on the calling thread
     * @param progress told of octets written
     */
    public AssetWriter(CryptoEngine engine, int threads, CopyProgress progress) {
        this.engine = engine;
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * Writes all of {@code planned} to {@code target}.
     *
     * @param planned the file to be written; its slot reads as zeros
     * @param target receives it
     * @param plan what to hash
     */
    public BindingDigests write(ByteSource planned, StagedFile target, BindingPlan plan) throws IOException {
        Copy copy = new Copy(planned, target, new WriteHashing(plan, engine));
        boolean small = planned.length() <= SMALL;
        if (threads <= 1 || small) {
            copy.onThisThread();
        } else if (copy.hashing.leaves() == 0) {
            copy.besideHashing();
        } else {
            copy.leavesInParallel();
        }
        return copy.hashing.digests();
    }

    /** One file under way. */
    private final class Copy {
        private final ByteSource planned;
        private final StagedFile target;
        private final WriteHashing hashing;

        Copy(ByteSource planned, StagedFile target, WriteHashing hashing) {
            this.planned = planned;
            this.target = target;
            this.hashing = hashing;
        }

        void onThisThread() throws IOException {
            try (Blocks.Block block = engine.blocks().lease(Math.max(1, planned.length()))) {
                besideLeaves(block.octets());
                leaves(new AtomicInteger(), block.octets());
            }
        }

        void leavesInParallel() throws IOException {
            ExecutorService workers = Executors.newFixedThreadPool(threads);
            try {
                AtomicInteger next = new AtomicInteger();
                List<Future<Boolean>> running = new ArrayList<>();
                Callable<Boolean> work = () -> {
                    try (Blocks.Block block = engine.blocks().lease(Blocks.SIZE)) {
                        leaves(next, block.octets());
                        return true;
                    }
                };
                for (int i = 0; i < threads; i++) {
                    running.add(workers.submit(work));
                }
                try (Blocks.Block block = engine.blocks().lease(Blocks.SIZE)) {
                    besideLeaves(block.octets());
                }
                for (Future<Boolean> worker : running) {
                    result(worker);
                }
            } finally {
                workers.shutdownNow();
            }
        }

        private void besideLeaves(ByteBuffer block) throws IOException {
            for (ByteRange range : hashing.besideLeaves(planned.length())) {
                copy(range, hashing.chain(), block);
            }
        }

        /** Copies leaves until none is left; {@code next} is shared with other threads. */
        private void leaves(AtomicInteger next, ByteBuffer block) throws IOException {
            for (int i = next.getAndIncrement(); i < hashing.leaves(); i = next.getAndIncrement()) {
                DigestFeeder leaf = hashing.leaf(i);
                copy(hashing.leafRange(i), leaf, block);
                hashing.done(i, leaf);
            }
        }

        private void copy(ByteRange range, DigestFeeder feeder, ByteBuffer block) throws IOException {
            for (long at = range.start(); at < range.end(); at += block.limit()) {
                read(block, at, range.end());
                feeder.accept(at, block);
                write(at, block);
            }
        }

        /** The chain is hashed in order by one worker while this thread reads and writes. */
        void besideHashing() throws IOException {
            List<Blocks.Block> leased = new ArrayList<>();
            Deque<ByteBuffer> free = new ArrayDeque<>();
            Deque<Future<ByteBuffer>> busy = new ArrayDeque<>();
            for (int i = 0; i < BLOCKS_UNDER_WAY; i++) {
                leased.add(engine.blocks().lease(Blocks.SIZE));
                free.add(leased.get(i).octets());
            }
            ExecutorService hasher = Executors.newSingleThreadExecutor();
            try {
                for (long at = 0; at < planned.length(); at += Blocks.SIZE) {
                    ByteBuffer block = free.isEmpty() ? result(busy.removeFirst()) : free.removeFirst();
                    read(block, at, planned.length());
                    long position = at;
                    ByteBuffer view = block.duplicate();
                    busy.add(hasher.submit(() -> {
                        hashing.chain().accept(position, view);
                        return block;
                    }));
                    write(at, block.duplicate());
                }
                while (!busy.isEmpty()) {
                    result(busy.removeFirst());
                }
            } finally {
                hasher.shutdownNow();
                returnOnceIdle(hasher, leased);
            }
        }

        /** A block that is still being hashed belongs to nobody else yet. */
        private void returnOnceIdle(ExecutorService hasher, List<Blocks.Block> leased) {
            try {
                if (hasher.awaitTermination(1, TimeUnit.MINUTES)) {
                    leased.forEach(Blocks.Block::close);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void read(ByteBuffer block, long at, long end) throws IOException {
            block.clear().limit((int) Math.min(block.capacity(), end - at));
            planned.read(at, block);
            block.flip();
        }

        private void write(long at, ByteBuffer block) throws IOException {
            long count = block.remaining();
            target.write(at, block);
            progress.copied(count);
        }
    }

    private static <T> T result(Future<T> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while writing");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof FileSystemException cause) {
                FileSystemException named =
                        new FileSystemException(cause.getFile(), cause.getOtherFile(), cause.getReason());
                named.initCause(cause);
                throw named;
            }
            if (e.getCause() instanceof IOException cause) {
                throw new IOException(cause.getMessage(), cause);
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
