package org.estampille.declaration;

/** How far a person watched over the output (C2PA 2.5 clause 16.8.2). */
public enum OversightLevel implements Term {
    FULLY_AUTONOMOUS("fully_autonomous"),
    PROMPT_GUIDED("prompt_guided"),
    HUMAN_VALIDATED("human_validated");

    static final Vocabulary<OversightLevel> VOCABULARY = Vocabulary.of(values());

    private final String word;

    OversightLevel(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
