package org.estampille.declaration;

/** When in the making of a work something was done. */
public enum WorkStage implements Term {
    DEVELOPMENT,
    PREPRODUCTION,
    PRODUCTION,
    POST,
    LOCALISATION,
    MARKETING;

    static final Vocabulary<WorkStage> VOCABULARY = Vocabulary.of(values());
}
