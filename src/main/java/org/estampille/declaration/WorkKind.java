package org.estampille.declaration;

/** What kind of work the file belongs to; duties differ by it. */
public enum WorkKind implements Term {
    FICTION,
    DOCUMENTARY,
    NEWS,
    CURRENT_AFFAIRS,
    ADVERT,
    ENTERTAINMENT,
    ARCHIVE,
    CORPORATE,
    EDUCATION,
    OTHER;

    static final Vocabulary<WorkKind> VOCABULARY = Vocabulary.of(values());
}
