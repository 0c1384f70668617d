package org.estampille.declaration;

/** When in the making of a work something was done. */
public enum WorkStage implements Term {
    DEVELOPMENT("development"),
    PREPRODUCTION("preproduction"),
    PRODUCTION("production"),
    POST("post"),
    LOCALISATION("localisation"),
    MARKETING("marketing");

    static final Vocabulary<WorkStage> VOCABULARY = Vocabulary.of(values());

    private final String word;

    WorkStage(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
