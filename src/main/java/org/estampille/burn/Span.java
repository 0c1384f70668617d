package org.estampille.burn;

import java.util.Optional;
import org.estampille.timecode.FrameRate;
import org.estampille.timecode.Rational;

/**
 * A stretch of the time line.
 *
 * @param from seconds from the start
 * @param to seconds from the start; empty for the end
 */
public record Span(Rational from, Optional<Rational> to) {

    /** The first frame of it. */
    long firstFrame(FrameRate rate) {
        return rate.nearestFrame(from);
    }

    /** The frame after its last. */
    Optional<Long> frameAfter(FrameRate rate) {
        return to.map(rate::nearestFrame);
    }

    /** As FFmpeg writes numbers. */
    static String seconds(Rational time) {
        return new java.math.BigDecimal(time.numerator())
                .divide(new java.math.BigDecimal(time.denominator()), 6, java.math.RoundingMode.HALF_UP)
                .toPlainString();
    }
}
