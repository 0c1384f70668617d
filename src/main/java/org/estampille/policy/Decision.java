package org.estampille.policy;

/** What a profile decides about a file. Later constants weigh more, and the worst rule decides. */
public enum Decision {
    ACCEPT,
    REVIEW,
    INDETERMINATE,
    REJECT;

    /** The worse of the two. */
    public Decision worse(Decision other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
