package org.estampille.declaration;

/** What an AI use made or changed. */
public enum Modality implements Term {
    IMAGE,
    VIDEO,
    AUDIO,
    TEXT,
    MODEL_3D;

    static final Vocabulary<Modality> VOCABULARY = Vocabulary.of(values());
}
