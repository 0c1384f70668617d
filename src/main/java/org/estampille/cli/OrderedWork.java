package org.estampille.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Does independent work on several cores and hands the results on in the order of the work, with few of them waiting. */
final class OrderedWork {

    private static final int WAITING = 16;

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
                    sink.accept(result(pending.remove()));
                }
                pending.add(pool.submit(() -> work.apply(item)));
            }
            while (!pending.isEmpty()) {
                sink.accept(result(pending.remove()));
            }
        } finally {
            pool.shutdownNow();
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
