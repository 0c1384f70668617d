package org.estampille.declaration;

/** How far a person watched over the output (C2PA 2.5 clause 16.8.2). */
public enum OversightLevel implements Term {
    FULLY_AUTONOMOUS,
    PROMPT_GUIDED,
    HUMAN_VALIDATED;

    static final Vocabulary<OversightLevel> VOCABULARY = Vocabulary.of(values());
}
