package org.estampille.declaration;

/** What an AI use made or changed. */
public enum Modality implements Term {
    IMAGE("image"),
    VIDEO("video"),
    AUDIO("audio"),
    TEXT("text"),
    MODEL_3D("model_3d");

    static final Vocabulary<Modality> VOCABULARY = Vocabulary.of(values());

    private final String word;

    Modality(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
