package org.estampille.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.estampille.declaration.AiUse;
import org.estampille.declaration.HumanReview;
import org.estampille.declaration.Moment;

/**
 * Whether a review of what AI made can have taken place: not after the day judged for, and not before the content was there.
 *
 * @param whole review of the whole work, where there is one
 * @param today the day judged for
 */
record ReviewTime(Optional<HumanReview> whole, LocalDate today) {

    private static final String FITS = "fits";
    private static final String EARLY = "early";
    private static final String AHEAD = "ahead";

    /** {@code fits} (also without a day), {@code early}, {@code ahead}, or unknown without any review; the best of several. */
    String of(AiUse use) {
        List<String> times = Stream.concat(whole.stream(), use.humanReview().stream())
                .map(review ->
                        review.on().map(day -> of(day, use.generatedAt())).orElse(FITS))
                .toList();
        return Stream.of(FITS, AHEAD, EARLY).filter(times::contains).findFirst().orElse(DeclaredFacts.UNKNOWN);
    }

    /** The same of content of which nobody said when it was made. */
    String ofUndeclared() {
        return whole.map(review ->
                        review.on().map(day -> of(day, Optional.empty())).orElse(FITS))
                .orElse(DeclaredFacts.UNKNOWN);
    }

    private String of(LocalDate day, Optional<Moment> made) {
        if (day.isAfter(today)) {
            return AHEAD;
        }
        return made.map(Moment::lastDay).filter(day::isBefore).isPresent() ? EARLY : FITS;
    }
}
