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

    /**
     * Whether a clause of this kind can give that status. Of an unknown status, and of a permission that ends where commerce begins,
     * nothing follows about the clause; a status of which the clause was not seen rests on nothing.
     */
    public boolean carries(RightsStatus status) {
        return switch (status) {
            case UNKNOWN, NON_COMMERCIAL_ONLY -> true;
            case ASSIGNED -> this == ASSIGNMENT || this == MIXED;
            case OWNED_BY_USER -> this == OWNERSHIP_ACKNOWLEDGEMENT || this == DISCLAIMER_OF_OWNERSHIP || this == MIXED;
            case LICENSED -> this == LICENCE_GRANT || this == MIXED;
            case PUBLIC_DOMAIN_OR_NONE -> this == DISCLAIMER_OF_OWNERSHIP || this == LICENCE_GRANT || this == MIXED;
            case RETAINED_BY_VENDOR -> this == RESERVATION || this == LICENCE_GRANT || this == MIXED;
        };
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
