package org.estampille.declaration;

/** An answer that may be open. Absent means unknown. */
public enum Answer implements Term {
    YES,
    NO,
    UNKNOWN;

    static final Vocabulary<Answer> VOCABULARY = Vocabulary.of(values());
}
