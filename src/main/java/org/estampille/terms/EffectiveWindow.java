package org.estampille.terms;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The days on which a text of terms is in force, in UTC; both ends belong to it, an absent end is open.
 *
 * @param from first day
 * @param to last day
 */
public record EffectiveWindow(Optional<LocalDate> from, Optional<LocalDate> to) {

    private static final EffectiveWindow ALWAYS = new EffectiveWindow(Optional.empty(), Optional.empty());

    /** Open on both ends. */
    public static EffectiveWindow always() {
        return ALWAYS;
    }

    /** From {@code day} on. */
    public static EffectiveWindow from(LocalDate day) {
        return new EffectiveWindow(Optional.of(day), Optional.empty());
    }

    /** Whether {@code day} lies in it. */
    public boolean contains(LocalDate day) {
        return from.map(first -> !day.isBefore(first)).orElse(true)
                && to.map(last -> !day.isAfter(last)).orElse(true);
    }

    /** Whether the whole of an interval lies in it; an output made while terms changed is not covered by one of them. */
    public boolean contains(Instant earliest, Instant latest) {
        return contains(LocalDate.ofInstant(earliest, ZoneOffset.UTC))
                && contains(LocalDate.ofInstant(latest, ZoneOffset.UTC));
    }
}
