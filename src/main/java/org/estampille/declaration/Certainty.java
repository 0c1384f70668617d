package org.estampille.declaration;

/** An answer of an assessment. */
public enum Certainty implements Term {
    YES,
    NO,
    UNCLEAR;

    static final Vocabulary<Certainty> VOCABULARY = Vocabulary.of(values());
}
