package org.estampille.declaration;

/** What kind of work the file belongs to; duties differ by it. */
public enum WorkKind implements Term {
    FICTION("fiction"),
    DOCUMENTARY("documentary"),
    NEWS("news"),
    CURRENT_AFFAIRS("current_affairs"),
    ADVERT("advert"),
    ENTERTAINMENT("entertainment"),
    ARCHIVE("archive"),
    CORPORATE("corporate"),
    EDUCATION("education"),
    OTHER("other");

    static final Vocabulary<WorkKind> VOCABULARY = Vocabulary.of(values());

    private final String word;

    WorkKind(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
