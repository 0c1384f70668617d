package org.estampille.declaration;

import java.util.Optional;
import org.estampille.timecode.Rational;

/**
 * A point on the time line of the asset, from its start: Normal Play Time (RFC 2326 clause 3.6) as C2PA regions use it.
 *
 * @param milliseconds less than a day
 */
public record PlayTime(long milliseconds) implements Comparable<PlayTime> {

    /** What one looks like, for messages. */
    public static final String EXPECTED =
            "a time from the start, as 00:12:04.250 or in seconds" + " (with frames, use startFrame and endFrame)";

    private static final long DAY = 24 * 3_600_000L;

    /** The nearest millisecond; empty from one day on. */
    public static Optional<PlayTime> of(Rational seconds) {
        long milliseconds = seconds.times(Rational.of(1000)).rounded();
        return milliseconds < DAY ? Optional.of(new PlayTime(milliseconds)) : Optional.empty();
    }

    /** The same as an exact number of seconds. */
    public Rational seconds() {
        return new Rational(milliseconds, 1000);
    }

    /** Hours, minutes and seconds parted by colons, or seconds alone; decimals beyond the third are cut. */
    public static Optional<PlayTime> of(String text) {
        int point = text.indexOf('.');
        String whole = point < 0 ? text : text.substring(0, point);
        Optional<Long> fraction = point < 0 ? Optional.of(0L) : fraction(text.substring(point + 1));
        Optional<Long> seconds = seconds(whole);
        if (fraction.isEmpty() || seconds.isEmpty() || seconds.get() >= DAY / 1000) {
            return Optional.empty();
        }
        return Optional.of(new PlayTime(seconds.get() * 1000 + fraction.get()));
    }

    private static Optional<Long> fraction(String digits) {
        if (digits.length() > 9 || Numbers.count(digits).isEmpty()) {
            return Optional.empty();
        }
        return Numbers.count((digits + "00").substring(0, 3));
    }

    private static Optional<Long> seconds(String text) {
        long total = 0;
        int parts = 0;
        int start = 0;
        while (start <= text.length()) {
            int colon = text.indexOf(':', start);
            int end = colon < 0 ? text.length() : colon;
            Optional<Long> part = Numbers.count(text.substring(start, end));
            // Only the first part may run past its unit, and only when it stands alone.
            boolean alone = parts == 0 && colon < 0;
            if (part.isEmpty() || parts == 3 || !alone && (end - start > 2 || part.get() > 59)) {
                return Optional.empty();
            }
            total = total * 60 + part.get();
            parts++;
            start = end + 1;
        }
        return Optional.of(total);
    }

    /** As {@code hh:mm:ss.mmm}. */
    public String text() {
        long seconds = milliseconds / 1000;
        return two(seconds / 3600) + ":" + two(seconds / 60 % 60) + ":" + two(seconds % 60) + "."
                + two(milliseconds % 1000 / 10) + milliseconds % 10;
    }

    private static String two(long number) {
        return (number < 10 ? "0" : "") + number;
    }

    @Override
    public int compareTo(PlayTime other) {
        return Long.compare(milliseconds, other.milliseconds);
    }
}
