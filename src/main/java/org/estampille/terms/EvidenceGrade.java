package org.estampille.terms;

import java.util.Optional;

/** How far the reading behind a row goes. Only the first is evidence; the others tell where to look and what to expect. */
public enum EvidenceGrade {
    /** The clause was read in a full text whose digest is recorded. */
    FIRST_HAND("first-hand"),
    /** The clause was seen in an excerpt of the vendor's page; no digest. */
    A("A"),
    /** The vendor's page was located, the clause is known from others. */
    B("B"),
    /** Others say so. */
    C("C"),
    /** The page was located or not, nobody quoted has seen the clause. */
    D("D");

    private final String word;

    EvidenceGrade(String word) {
        this.word = word;
    }

    /** As written. */
    public String word() {
        return word;
    }

    /** The grade that {@code word} names. */
    public static Optional<EvidenceGrade> ofWord(String word) {
        for (EvidenceGrade grade : values()) {
            if (grade.word.equals(word)) {
                return Optional.of(grade);
            }
        }
        return Optional.empty();
    }
}
