package org.estampille.trust;

import java.time.Instant;
import java.util.Optional;

/**
 * The time in which a trust anchor counts, whatever the validity of its certificate (C2PA 2.5 clause 13.4).
 *
 * @param notBefore the first instant; empty when there is none
 * @param notAfter the last instant; empty when trust has not ended
 */
public record TrustWindow(Optional<Instant> notBefore, Optional<Instant> notAfter) {

    /** Whether both ends of the window let {@code at} pass; the ends belong to it. */
    public boolean contains(Instant at) {
        return (notBefore.isEmpty() || !at.isBefore(notBefore.get()))
                && (notAfter.isEmpty() || !at.isAfter(notAfter.get()));
    }

    /** Such as {@code from 2026-01-01T00:00:00Z until 2027-01-01T00:00:00Z}. */
    public String text() {
        String from = notBefore.map(instant -> "from " + instant).orElse("");
        String until = notAfter.map(instant -> "until " + instant).orElse("");
        return (from + " " + until).strip();
    }
}
