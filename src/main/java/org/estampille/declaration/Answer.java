package org.estampille.declaration;

/** An answer that may be open. Absent means unknown. */
public enum Answer implements Term {
    YES("yes"),
    NO("no"),
    UNKNOWN("unknown");

    static final Vocabulary<Answer> VOCABULARY = Vocabulary.of(values());

    private final String word;

    Answer(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
