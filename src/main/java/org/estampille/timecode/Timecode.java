package org.estampille.timecode;

import java.util.Optional;

/**
 * One frame of a day, by number and by label (SMPTE ST 12-1). Labels count from 00:00:00:00 and begin again after a day. With
 * drop-frame counting, frame numbers 00 and 01 (00 to 03 at 59.94) do not exist at the start of a minute, except every tenth.
 *
 * @param frame from midnight, less than {@link FrameRate#framesPerDay}
 */
public record Timecode(FrameRate rate, long frame) implements Comparable<Timecode> {

    public Timecode {
        if (frame < 0 || frame >= rate.framesPerDay()) {
            throw new IllegalArgumentException("no frame of a day: " + frame);
        }
    }

    /** The label of {@code frame}, which may lie days away. */
    public static Timecode wrapped(FrameRate rate, long frame) {
        return new Timecode(rate, Math.floorMod(frame, rate.framesPerDay()));
    }

    /**
     * Reads {@code hh:mm:ss:ff}; drop-frame labels have {@code ;}, {@code .} or {@code ,} before the frames. Empty when the
     * punctuation does not fit the counting, a number is out of range, or drop-frame counting skips it.
     */
    public static Optional<Timecode> parse(String label, FrameRate rate) {
        return isDropLabel(label) == rate.dropFrame() ? parseAs(label, rate) : Optional.empty();
    }

    /** The same, whatever stands before the frames: in lists that say elsewhere how they count. */
    public static Optional<Timecode> parseAs(String label, FrameRate rate) {
        if (!isLabel(label)) {
            return Optional.empty();
        }
        int last = Math.max(label.lastIndexOf(':'), separator(label));
        long hours = number(label, 0, 2);
        long minutes = number(label, 3, 5);
        long seconds = number(label, 6, 8);
        long frames = number(label, last + 1, label.length());
        boolean skipped = rate.dropFrame() && seconds == 0 && minutes % 10 != 0 && frames < rate.skippedPerMinute();
        if (hours > 23 || minutes > 59 || seconds > 59 || frames >= rate.nominal() || skipped) {
            return Optional.empty();
        }
        long minute = hours * 60 + minutes;
        long counted = (minute * 60 + seconds) * rate.nominal() + frames;
        return Optional.of(new Timecode(rate, counted - rate.skippedPerMinute() * (minute - minute / 10)));
    }

    /** Whether a text has the form of a label, valid at some rate or not. */
    public static boolean isLabel(String text) {
        int length = text.length();
        if (length < 11 || length > 12) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            boolean part = i == 2 || i == 5;
            boolean last = i == 8;
            if (part ? c != ':' && c != ';' && c != '.' : last ? ":;.,".indexOf(c) < 0 : !digit) {
                return false;
            }
        }
        return true;
    }

    /** Whether the punctuation of a label says that numbers are skipped. */
    public static boolean isDropLabel(String label) {
        return separator(label) == 8;
    }

    private static int separator(String label) {
        return Math.max(label.lastIndexOf(';'), Math.max(label.lastIndexOf('.'), label.lastIndexOf(',')));
    }

    private static long number(String label, int from, int to) {
        return Long.parseLong(label, from, to, 10);
    }

    /** The label, such as {@code 01:00:00:00} or, with drop-frame counting, {@code 01:00:00;00}. */
    public String label() {
        long counted = frame;
        if (rate.dropFrame()) {
            int skipped = rate.skippedPerMinute();
            long minute = 60L * rate.nominal() - skipped;
            long tenMinutes = 10 * minute + skipped;
            long tens = frame / tenMinutes;
            long rest = frame % tenMinutes;
            // The first minute of ten has all its numbers.
            long passed = rest < minute + skipped ? 0 : 1 + (rest - minute - skipped) / minute;
            counted = frame + skipped * (9 * tens + passed);
        }
        long seconds = counted / rate.nominal();
        return two(seconds / 3600) + ":" + two(seconds / 60 % 60) + ":" + two(seconds % 60)
                + (rate.dropFrame() ? ";" : ":") + two(counted % rate.nominal());
    }

    private static String two(long number) {
        return number < 10 ? "0" + number : Long.toString(number);
    }

    /** {@code frames} later, or earlier when negative; beyond midnight the labels begin again. */
    public Timecode plus(long frames) {
        return wrapped(rate, Math.addExact(frame, frames));
    }

    /** Real time since midnight's frame, in seconds. */
    public Rational seconds() {
        return rate.seconds(frame);
    }

    /** The frame of another rate that starts nearest to this one, in real time. */
    public Timecode at(FrameRate other) {
        return wrapped(other, other.nearestFrame(seconds()));
    }

    @Override
    public int compareTo(Timecode other) {
        return seconds().compareTo(other.seconds());
    }
}
