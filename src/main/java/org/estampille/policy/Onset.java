package org.estampille.policy;

import java.util.List;
import java.util.Optional;
import org.estampille.declaration.PlayTime;
import org.estampille.declaration.TimeBase;
import org.estampille.declaration.UseRange;
import org.estampille.timecode.Rational;

/** When something that is declared is first there. */
final class Onset {

    static final Rational START = Rational.of(0);

    private Onset() {}

    /**
     * Seconds from the start of the file; empty where one of the ranges is only named, so that it may come first. No range at all
     * is the whole file.
     */
    static Optional<Rational> of(List<UseRange> ranges, Optional<TimeBase> base) {
        Optional<Rational> first = ranges.isEmpty() ? Optional.of(START) : Optional.empty();
        for (UseRange range : ranges) {
            Optional<Rational> begins = of(range, base);
            if (begins.isEmpty()) {
                return Optional.empty();
            }
            first = first.filter(time -> time.compareTo(begins.get()) <= 0).or(() -> begins);
        }
        return first;
    }

    private static Optional<Rational> of(UseRange range, Optional<TimeBase> base) {
        Optional<Rational> counted = base.flatMap(counting ->
                range.firstFrame(counting).map(frame -> counting.rate().seconds(frame)));
        return counted.or(() -> range.from().map(PlayTime::seconds))
                .or(() -> isWhole(range) ? Optional.of(START) : untimed(range));
    }

    /** A part of the picture, or a track, without a time is there all the time. */
    private static boolean isWhole(UseRange range) {
        return range.shot().isEmpty()
                && range.startFrame().isEmpty()
                && range.timecodeIn().isEmpty();
    }

    /** Frame 0 is the start at every rate. */
    private static Optional<Rational> untimed(UseRange range) {
        return range.startFrame().filter(frame -> frame == 0).map(frame -> START);
    }
}
