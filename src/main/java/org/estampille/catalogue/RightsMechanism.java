package org.estampille.catalogue;

import java.util.Optional;

/** The kind of clause behind a rights status. */
public enum RightsMechanism {
    ASSIGNMENT("assignment"),
    OWNERSHIP_ACKNOWLEDGEMENT("ownership-acknowledgement"),
    DISCLAIMER_OF_OWNERSHIP("disclaimer-of-ownership"),
    LICENCE_GRANT("licence-grant"),
    RESERVATION("reservation"),
    MIXED("mixed"),
    NOT_SEEN("not-seen");

    private final String word;

    RightsMechanism(String word) {
        this.word = word;
    }

    /** As written. */
    public String word() {
        return word;
    }

    /** The value that {@code word} names. */
    public static Optional<RightsMechanism> ofWord(String word) {
        for (RightsMechanism value : values()) {
            if (value.word.equals(word)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
