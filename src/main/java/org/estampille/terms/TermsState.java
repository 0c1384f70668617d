package org.estampille.terms;

import java.util.Optional;

/**
 * Whether the evidence behind a rights status stands at a date. Separate from the validity of any signature: a manifest may be
 * valid while the terms it names have been replaced. The worst finding wins, in the order of {@link TermsStanding#state}.
 */
public enum TermsState {
    /** Today is not after the re-check date and the digest of the live or archived text is equal. The rules are evaluated. */
    CURRENT("current"),
    /** The re-check date has passed and no newer text is known. A warning; a failure where no delivery lock was recorded. */
    STALE("stale"),
    /**
     * A newer text is known and the output was made inside the window of the old one. The old terms govern: a warning; a failure
     * where the change is retroactive or the right lasts only while subscribed.
     */
    SUPERSEDED("superseded"),
    /** The output was made outside the window in which the terms were in force. A failure. */
    OUT_OF_WINDOW("out-of-window"),
    /** The address is gone, the archived text has the recorded digest. Passes with a note. */
    UNREACHABLE("unreachable"),
    /** Only a digest is at hand, not the text. A warning (rule R-EV-04). */
    ARCHIVE_MISSING("archive-missing"),
    /** The archived text does not have the recorded digest. A failure. */
    TAMPERED("tampered"),
    /** The reviewer left contradictions open. A failure. */
    CONFLICT("conflict");

    private final String wireName;

    TermsState(String wireName) {
        this.wireName = wireName;
    }

    /** As written in reports and read by scripts, such as {@code out-of-window}; never changes. */
    public String wireName() {
        return wireName;
    }

    /** The state that {@code wireName} names. */
    public static Optional<TermsState> ofWireName(String wireName) {
        for (TermsState state : values()) {
            if (state.wireName.equals(wireName)) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }
}
