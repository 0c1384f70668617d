package org.estampille.terms;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The facts that decide how evidence stands. Pure: everything was looked up before, and the date is handed in.
 *
 * @param window the days on which the terms are in force
 * @param generated when the output was made; absent where no output is judged, only the evidence itself
 * @param recheckBy the last day on which the evidence counts without another look
 * @param archived what is at hand of the text
 * @param live what the terms' own address gives
 * @param newerTextKnown whether newer terms of the same tool and plan are known, by a capture or by a notice
 * @param conflictsResolved false only where the reviewer left contradictions open
 */
public record TermsStanding(
        EffectiveWindow window,
        Optional<Generated> generated,
        Optional<LocalDate> recheckBy,
        ArchivedText archived,
        LiveText live,
        boolean newerTextKnown,
        boolean conflictsResolved) {

    /**
     * When an output was made, as exactly as it is known.
     *
     * @param earliest the first instant
     * @param latest the last instant
     */
    public record Generated(Instant earliest, Instant latest) {
        /** A known instant. */
        public static Generated at(Instant instant) {
            return new Generated(instant, instant);
        }
    }

    /** The state on the day, in UTC, on which {@code at} falls. */
    public TermsState state(Instant at) {
        return state(LocalDate.ofInstant(at, ZoneOffset.UTC));
    }

    /**
     * The state on {@code at}. What fails comes first (tampered, conflict, out of window), then what warns (archive missing,
     * superseded, stale), then the note. An archive that is missing is no longer missed when the live text has the recorded
     * digest. Without a re-check date nothing can be called current, so the evidence is stale.
     */
    public TermsState state(LocalDate at) {
        if (archived == ArchivedText.DIFFERS) {
            return TermsState.TAMPERED;
        }
        if (!conflictsResolved) {
            return TermsState.CONFLICT;
        }
        if (outOfWindow(at)) {
            return TermsState.OUT_OF_WINDOW;
        }
        if (archived == ArchivedText.MISSING && live != LiveText.SAME) {
            return TermsState.ARCHIVE_MISSING;
        }
        if (newerTextKnown || live == LiveText.CHANGED) {
            return TermsState.SUPERSEDED;
        }
        if (recheckBy.map(at::isAfter).orElse(true)) {
            return TermsState.STALE;
        }
        return live == LiveText.GONE ? TermsState.UNREACHABLE : TermsState.CURRENT;
    }

    /** Judged on the output where one is known; a text alone is out of its window only before it begins or, with no successor, after it ends. */
    private boolean outOfWindow(LocalDate at) {
        if (generated.isPresent()) {
            return !window.contains(generated.get().earliest(), generated.get().latest());
        }
        boolean over = window.to().map(at::isAfter).orElse(false);
        boolean early = window.from().map(at::isBefore).orElse(false);
        return early || over && !newerTextKnown;
    }
}
