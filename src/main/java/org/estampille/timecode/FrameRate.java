package org.estampille.timecode;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How many frames a second there are, exactly, and whether labels skip numbers to keep up with the clock (SMPTE ST 12-1 clause
 * 5.2: drop-frame counting, at 30/1.001 and, twice as many, at 60/1.001 frames a second only).
 *
 * @param perSecond the exact rate
 * @param dropFrame whether labels skip numbers; no frame is ever dropped
 */
public record FrameRate(Rational perSecond, boolean dropFrame) {

    /** What a rate looks like, for messages. */
    public static final String EXPECTED =
            "a frame rate: 23.976, 24, 25, 29.97, 29.97 DF, 30, 47.952, 48, 50, 59.94, 59.94 DF, 60 or a fraction"
                    + " as 24000/1001";

    /** Rates cameras, projectors and standards know; the slowed ones count by the whole rate beside them. */
    private static final Set<Integer> IN_USE =
            Set.of(12, 15, 16, 18, 24, 25, 30, 48, 50, 60, 72, 90, 96, 100, 120, 192, 200, 240);

    private static final long FASTEST = 240;
    private static final long SLOWED = 1001;

    public FrameRate {
        if (!countable(perSecond)) {
            throw new IllegalArgumentException("no frame rate: " + perSecond.text());
        }
        if (dropFrame && !droppable(perSecond)) {
            throw new IllegalArgumentException("no drop-frame counting at " + perSecond.text());
        }
    }

    /** Whole rates, and these divided by 1.001. */
    private static boolean countable(Rational rate) {
        boolean whole = rate.denominator() == 1;
        boolean slowed = rate.denominator() == SLOWED && rate.numerator() % 1000 == 0;
        return rate.numerator() > 0 && (whole || slowed) && rate.compareTo(Rational.of(FASTEST)) <= 0;
    }

    private static boolean droppable(Rational rate) {
        return rate.denominator() == SLOWED && rate.numerator() % 30_000 == 0;
    }

    /** Rates in whole frames, without skipped numbers. */
    public static FrameRate of(long perSecond) {
        return new FrameRate(Rational.of(perSecond), false);
    }

    /**
     * Reads {@code 25}, {@code 23.976}, {@code 23.98}, {@code 29.97 DF}, {@code 29.97 NDF}, {@code 30000/1001}; empty for anything
     * else, and for drop-frame counting at a rate that has none.
     */
    public static Optional<FrameRate> parse(String text) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        boolean nonDrop = upper.endsWith("NDF");
        boolean drop = !nonDrop && upper.endsWith("DF");
        String number = upper.substring(0, upper.length() - (nonDrop ? 3 : drop ? 2 : 0))
                .strip();
        Optional<Rational> rate = number.indexOf('/') >= 0 ? fraction(number) : decimal(number);
        return rate.filter(FrameRate::countable)
                .filter(exact -> !drop || droppable(exact))
                .map(exact -> new FrameRate(exact, drop));
    }

    /** The rate nearest to {@code perSecond}, which others round as they please; empty when none is within 0.01. */
    public static Optional<FrameRate> near(double perSecond) {
        if (!(perSecond > 0 && perSecond <= FASTEST)) {
            return Optional.empty();
        }
        long nominal = (long) Math.ceil(perSecond - 0.005);
        double whole = Math.abs(perSecond - nominal);
        double slowed = Math.abs(perSecond - nominal * 1000.0 / SLOWED);
        if (nominal < 1 || Math.min(whole, slowed) >= 0.01) {
            return Optional.empty();
        }
        Rational exact = whole <= slowed ? Rational.of(nominal) : new Rational(nominal * 1000, SLOWED);
        return countable(exact) ? Optional.of(new FrameRate(exact, false)) : Optional.empty();
    }

    private static Optional<Rational> fraction(String text) {
        int slash = text.indexOf('/');
        Optional<Long> numerator = Digits.number(text.substring(0, slash).strip(), 9);
        Optional<Long> denominator = Digits.number(text.substring(slash + 1).strip(), 9);
        return numerator.isPresent() && denominator.filter(d -> d > 0).isPresent()
                ? Optional.of(new Rational(numerator.get(), denominator.get()))
                : Optional.empty();
    }

    private static Optional<Rational> decimal(String text) {
        int point = text.indexOf('.');
        if (point < 0) {
            return Digits.number(text, 3).map(Rational::of);
        }
        if (Digits.number(text.substring(0, point), 3).isEmpty()
                || Digits.number(text.substring(point + 1), 9).isEmpty()) {
            return Optional.empty();
        }
        return near(Double.parseDouble(text)).map(FrameRate::perSecond);
    }

    /** Frame numbers in one second of labels: the rate rounded up. */
    public int nominal() {
        return (int) ((perSecond.numerator() + perSecond.denominator() - 1) / perSecond.denominator());
    }

    /** The same rate with, or without, skipped numbers. */
    public FrameRate counting(boolean drop) {
        return new FrameRate(perSecond, drop);
    }

    /** Whether labels may skip numbers at this rate. */
    public boolean canDrop() {
        return droppable(perSecond);
    }

    /** Whether programmes are counted at this rate anywhere; 31 is most likely a slip of the finger. */
    public boolean isInUse() {
        return IN_USE.contains(nominal());
    }

    /** Labels that are skipped at the start of each minute not divisible by ten: 2 at 29.97, 4 at 59.94. */
    int skippedPerMinute() {
        return dropFrame ? nominal() / 15 : 0;
    }

    /** Frames until the labels begin again. */
    public long framesPerDay() {
        long labels = 24L * 3600 * nominal();
        return labels - skippedPerMinute() * (24L * 60 - 24L * 6);
    }

    /** How long {@code frames} last, in seconds. */
    public Rational seconds(long frames) {
        return new Rational(Math.multiplyExact(frames, perSecond.denominator()), perSecond.numerator());
    }

    /** The frame whose start is nearest to {@code seconds}. */
    public long nearestFrame(Rational seconds) {
        return seconds.times(perSecond).rounded();
    }

    /** As people write it: {@code 23.976}, {@code 29.97 DF}, {@code 25}. */
    public String text() {
        String number = perSecond.denominator() == 1 ? Long.toString(perSecond.numerator()) : slowed(nominal());
        return dropFrame ? number + " DF" : number;
    }

    private static String slowed(int nominal) {
        long thousandths = new Rational(nominal * 1_000_000L, SLOWED).rounded();
        String digits = thousandths / 1000 + "." + String.format(Locale.ROOT, "%03d", thousandths % 1000);
        return digits.endsWith("0") ? digits.substring(0, digits.length() - 1) : digits;
    }
}
