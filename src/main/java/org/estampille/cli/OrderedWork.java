package org.estampille.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;

/** Does independent work on several cores and hands the results on in the order of the work, with few of them waiting. */
final class OrderedWork {

    private static final int WAITING = 16;
    /** Results taken at one go: being woken for each of them is dear where a file takes less than a millisecond. */
    private static final int ROUND = 8;
    /** How long the first result of a round may wait for the last. */
    private static final long PATIENCE_MILLISECONDS = 20;

    private OrderedWork() {}

    /**
     * Applies {@code work} to each item and {@code sink}, on the calling thread, to each result.
     *
     * @param threads at most; one runs everything on the calling thread
     */
    static <T, R> void run(List<T> items, int threads, Function<T, R> work, Consumer<R> sink) {
        if (threads <= 1 || items.size() <= 1) {
            for (T item : items) {
                sink.accept(work.apply(item));
            }
            return;
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            Deque<Future<R>> pending = new ArrayDeque<>();
            for (T item : items) {
                if (pending.size() >= WAITING * threads) {
                    handOn(pending, sink);
                }
                pending.add(pool.submit(() -> work.apply(item)));
            }
            while (!pending.isEmpty()) {
                handOn(pending, sink);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** Hands on what is ready, one result at least. */
    private static <R> void handOn(Deque<Future<R>> pending, Consumer<R> sink) {
        awaitRound(pending);
        do {
            sink.accept(result(pending.remove()));
        } while (!pending.isEmpty() && pending.element().isDone());
    }

    private static <R> void awaitRound(Deque<Future<R>> pending) {
        Iterator<Future<R>> results = pending.iterator();
        Future<R> last = results.next();
        for (int i = 1; i < ROUND && results.hasNext(); i++) {
            last = results.next();
        }
        try {
            last.get(PATIENCE_MILLISECONDS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // Those that are ready go on without it; what went wrong is told when its turn comes.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static <R> R result(Future<R> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a file", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
