package org.estampille.policy;

import java.util.List;
import java.util.Optional;

/**
 * The answer of a condition.
 *
 * @param kind which of the answers
 * @param reason last part of the key of the sentence that says why
 * @param details values that belong into that sentence
 * @param evidence SHA-256 of the text it rests on, where that is not the first of the statement
 */
record Finding(Kind kind, String reason, List<String> details, Optional<String> evidence) {

    /** The answers there are. */
    enum Kind {
        HOLDS,
        VIOLATED,
        UNKNOWN,
        NOT_APPLICABLE
    }

    static final Finding HOLDS = of(Kind.HOLDS, "holds");
    static final Finding VIOLATED = of(Kind.VIOLATED, "violated");
    static final Finding UNKNOWN = of(Kind.UNKNOWN, "unknown");
    static final Finding NOT_APPLICABLE = of(Kind.NOT_APPLICABLE, "idle");

    Finding {
        details = List.copyOf(details);
    }

    private static Finding of(Kind kind, String reason) {
        return new Finding(kind, reason, List.of(), Optional.empty());
    }

    /** Violated when that is so, otherwise it holds. */
    static Finding violatedIf(boolean violated) {
        return violated ? VIOLATED : HOLDS;
    }

    /** The same with values for the sentence. */
    Finding with(List<String> values) {
        return new Finding(kind, reason, values, evidence);
    }

    Finding with(String value) {
        return with(List.of(value));
    }

    /** The same resting on another text. */
    Finding restingOn(Optional<String> sha256) {
        return new Finding(kind, reason, details, sha256);
    }

    /** The same for a reason of its own. */
    Finding because(String key) {
        return new Finding(kind, key, details, evidence);
    }

    /** The worse of the two: violated, unknown, holds, not applicable. */
    Finding worse(Finding other) {
        return weight() >= other.weight() ? this : other;
    }

    private int weight() {
        return switch (kind) {
            case VIOLATED -> 3;
            case UNKNOWN -> 2;
            case HOLDS -> 1;
            case NOT_APPLICABLE -> 0;
        };
    }
}
