package org.estampille.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A bar on standard error for work that takes over two seconds, where somebody is watching. Safe for use by several threads.
 */
public final class Progress implements AutoCloseable {

    private static final long PATIENCE = 2_000;
    private static final long STEP = 200;
    private static final int WIDTH = 30;

    private final PrintWriter err;
    private final Clock clock;
    private final String unit;
    private final long total;
    private final boolean watched;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong next;

    private Progress(Surroundings surroundings, String unit, long total) {
        this.err = surroundings.err();
        this.clock = surroundings.clock();
        this.unit = unit;
        this.total = total;
        this.watched = surroundings.interactive() && total > 0;
        this.next = new AtomicLong(clock.millis() + PATIENCE);
    }

    /**
     * Starts to count.
     *
     * @param unit what is counted, {@code files} or {@code octets}
     * @param total how many there are
     */
    public static Progress of(Surroundings surroundings, String unit, long total) {
        return new Progress(surroundings, unit, total);
    }

    /** Says that {@code count} more are done. */
    public void advance(long count) {
        long now = done.addAndGet(count);
        if (watched) {
            long due = next.get();
            long time = clock.millis();
            if (time >= due && next.compareAndSet(due, time + STEP)) {
                draw(now);
            }
        }
    }

    private void draw(long now) {
        int percent = (int) Math.min(100, now * 100.0 / total);
        int filled = percent * WIDTH / 100;
        String count = unit.equals("octets")
                ? (now >> 20) + " of " + (total >> 20) + " MiB"
                : now + " of " + total + " " + unit;
        synchronized (err) {
            err.print("\r[" + "#".repeat(filled) + " ".repeat(WIDTH - filled) + "] " + percent + "% " + count + "  ");
            err.flush();
        }
    }

    /** Wipes the bar. */
    @Override
    public void close() {
        if (watched && next.get() - STEP > 0 && done.get() > 0) {
            synchronized (err) {
                err.print("\r" + " ".repeat(WIDTH + 40) + "\r");
                err.flush();
            }
        }
    }
}
