package org.estampille.bind;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.Octets;
import org.estampille.crypto.Blocks;

/** Hashes many files at once, each file read once from end to end by one thread, whatever the number of hashes. */
public final class MemberDigests {

    private final List<Source> sources;
    private final List<Supplier<MessageDigest>> hashes;
    private final Blocks blocks;
    private final LongConsumer progress;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReferenceArray<Result> results;

    private MemberDigests(
            List<Source> sources, List<Supplier<MessageDigest>> hashes, Blocks blocks, LongConsumer progress) {
        this.sources = sources;
        this.hashes = hashes;
        this.blocks = blocks;
        this.progress = progress;
        this.results = new AtomicReferenceArray<>(sources.size());
    }

    /** Opens a file. */
    public interface Opening {
        /** The file, to be closed by the caller; empty when there is none. */
        Optional<ByteSource> open() throws IOException;
    }

    /**
     * A file to hash.
     *
     * @param opening opens it
     * @param size that it should have; a file of another size is not read
     */
    public record Source(Opening opening, Optional<Long> size) {}

    /**
     * What came of one file.
     *
     * @param found whether there is one
     * @param size octets it has
     * @param hashes in the order asked for; none for a file that was not read
     */
    public record Result(boolean found, long size, List<Octets> hashes) {
        public Result {
            hashes = List.copyOf(hashes);
        }
    }

    /**
     * Hashes every file.
     *
     * @param hashes gives a new computation a call
     * @param threads at most, at least 1
     * @param progress told of octets hashed, by several threads
     * @return in the order of the sources
     */
    public static List<Result> run(
            List<Source> sources,
            List<Supplier<MessageDigest>> hashes,
            Blocks blocks,
            int threads,
            LongConsumer progress)
            throws IOException {
        MemberDigests run = new MemberDigests(sources, hashes, blocks, progress);
        int workers = Math.min(threads, sources.size());
        if (workers > 1) {
            run.parallel(workers);
        } else {
            run.work();
        }
        List<Result> results = new ArrayList<>(sources.size());
        for (int i = 0; i < sources.size(); i++) {
            results.add(run.results.get(i));
        }
        return results;
    }

    private void parallel(int workers) throws IOException {
        ExecutorService pool = Workers.start(workers);
        try {
            List<Future<Integer>> running = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                running.add(pool.submit(this::work));
            }
            for (Future<Integer> worker : running) {
                Workers.result(worker);
            }
        } finally {
            next.set(sources.size());
            pool.shutdown();
        }
    }

    /** Hashes files until none is left for this thread; returns how many it did. */
    private int work() throws IOException {
        List<MessageDigest> own = new ArrayList<>();
        hashes.forEach(hash -> own.add(hash.get()));
        int done = 0;
        try (Blocks.Block block = blocks.lease(Blocks.SIZE)) {
            for (int at = next.getAndIncrement(); at < sources.size(); at = next.getAndIncrement()) {
                results.set(at, hash(sources.get(at), own, block.octets()));
                done++;
            }
        }
        return done;
    }

    private Result hash(Source wanted, List<MessageDigest> own, ByteBuffer block) throws IOException {
        Optional<ByteSource> opened = wanted.opening().open();
        if (opened.isEmpty()) {
            return new Result(false, 0, List.of());
        }
        try (ByteSource source = opened.get()) {
            long size = source.length();
            if (wanted.size().isPresent() && wanted.size().get() != size) {
                return new Result(true, size, List.of());
            }
            for (long at = 0; at < size; at += block.limit()) {
                block.clear().limit((int) Math.min(block.capacity(), size - at));
                source.read(at, block);
                for (MessageDigest digest : own) {
                    digest.update(block.flip());
                }
                progress.accept(block.limit());
            }
            List<Octets> values = new ArrayList<>();
            own.forEach(digest -> values.add(Octets.adopt(digest.digest())));
            return new Result(true, size, values);
        }
    }
}
