package org.estampille.bind;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Threads for one run. They are never interrupted: an interrupt during a read would close the file for everybody.
 */
final class Workers {
    private Workers() {}

    static ExecutorService start(int threads) {
        return Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "estampille-hash");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** What the work came to; its I/O failure is thrown here. */
    static <T> T result(Future<T> work) throws IOException {
        try {
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException("hashing was interrupted");
            interrupted.initCause(e);
            throw interrupted;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw new IOException(cause.getMessage(), cause);
            }
            throw new IllegalStateException("hashing failed", e.getCause());
        }
    }
}
