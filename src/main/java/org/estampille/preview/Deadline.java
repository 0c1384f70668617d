package org.estampille.preview;

/** When to give up. */
record Deadline(long nanoTime) {

    static Deadline in(long milliseconds) {
        return new Deadline(System.nanoTime() + milliseconds * 1_000_000);
    }

    long milliseconds() {
        return Math.max(0, (nanoTime - System.nanoTime()) / 1_000_000);
    }

    boolean isOver() {
        return milliseconds() == 0;
    }
}
