package org.estampille.label;

import java.util.Optional;
import org.estampille.timecode.Rational;

/**
 * When a label is there.
 *
 * @param from seconds from the start of the programme
 * @param to seconds from the start; empty for the end of the programme
 * @param reason why then
 * @param weight how far it is an obligation
 * @param basis the paragraph
 * @param name of the part it is about
 */
public record Cue(
        Rational from, Optional<Rational> to, Reason reason, Weight weight, String basis, Optional<String> name) {

    /** Why a label is there then. */
    public enum Reason {
        /** The first frame or the first sound. */
        OPENING,
        /** The programme goes on after a break. */
        AFTER_BREAK,
        /** Somebody may have joined since the last one. */
        INTERVAL,
        /** A part that AI made or changed. */
        SEGMENT,
        /** From the first frame to the last. */
        THROUGHOUT,
        /** Among the credits at the end. */
        CREDITS
    }

    /** How far the Code of Practice asks for it. */
    public enum Weight {
        /** At least this. */
        DUE,
        /** Where it can be done. */
        WHERE_POSSIBLE,
        /** Not asked for, and better. */
        ENCOURAGED
    }
}
