package org.estampille.terms;

/** What is at hand of a text whose digest was recorded. */
public enum ArchivedText {
    /** Octets with the recorded digest. */
    MATCHES,
    /** Octets where the text should be, with another digest. */
    DIFFERS,
    /** No octets. */
    MISSING
}
