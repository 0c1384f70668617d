package org.estampille.stream;

import java.math.BigInteger;
import java.time.Duration;

/**
 * When something is played, from the start of the presentation.
 *
 * @param start of its first sample
 * @param end of its last sample
 */
public record TimeRange(Duration start, Duration end) {

    private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000);

    /**
     * A range counted in ticks.
     *
     * @param timescale ticks in a second, at least 1
     */
    public static TimeRange ofTicks(long start, long duration, long timescale) {
        return new TimeRange(
                seconds(start, timescale),
                seconds(start > Long.MAX_VALUE - duration ? Long.MAX_VALUE : start + duration, timescale));
    }

    /** So many ticks. */
    static Duration seconds(long ticks, long timescale) {
        BigInteger[] split = BigInteger.valueOf(ticks)
                .multiply(NANOS)
                .divide(BigInteger.valueOf(Math.max(1, timescale)))
                .divideAndRemainder(NANOS);
        return Duration.ofSeconds(
                split[0].min(BigInteger.valueOf(Long.MAX_VALUE / 4)).longValue(), split[1].longValue());
    }

    /** The same, later by {@code offset}. */
    TimeRange shifted(Duration offset) {
        return new TimeRange(start.plus(offset), end.plus(offset));
    }
}
