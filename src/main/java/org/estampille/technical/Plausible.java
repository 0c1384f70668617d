package org.estampille.technical;

import java.util.Map;

/** What a header field may say to be believed: an unset or damaged one would be signed as a fact otherwise. */
final class Plausible {

    private static final long WIDEST = 1L << 24;
    private static final double SLOWEST = 0.1;
    private static final double FASTEST = 100_000;

    private Plausible() {}

    /** Adds width and height where both can be those of a picture. */
    static void size(long width, long height, Map<String, String> facts) {
        if (width > 0 && width <= WIDEST && height > 0 && height <= WIDEST) {
            facts.put("width", Long.toString(width));
            facts.put("height", Long.toString(height));
        }
    }

    /** Whether a film can have that many frames a second. */
    static boolean isFrameRate(double rate) {
        return rate >= SLOWEST && rate <= FASTEST;
    }

    /** Whether sound can have that many samples a second. */
    static boolean isSampleRate(long rate) {
        return rate > 0 && rate <= 100_000_000;
    }
}
