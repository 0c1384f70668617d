package org.estampille.declaration;

/** An answer of an assessment. */
public enum Certainty implements Term {
    YES("yes"),
    NO("no"),
    UNCLEAR("unclear");

    static final Vocabulary<Certainty> VOCABULARY = Vocabulary.of(values());

    private final String word;

    Certainty(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
