package org.estampille.declaration;

import java.time.LocalDate;
import java.util.Optional;
import org.estampille.cbor.CborValue;

/**
 * One link of the chain of title: rights pass from one to another by an instrument that is kept elsewhere.
 *
 * @param from role of the one who gives
 * @param to role of the one who gets
 * @param kind of instrument
 * @param law country whose law governs it
 * @param reference where the instrument is kept
 * @param sha256 digest of the instrument
 * @param date of the instrument
 * @param particulars whether it names each right with its extent, purpose, place and duration (French CPI L.131-3)
 */
public record ChainLink(
        String from,
        String to,
        Instrument kind,
        Optional<String> law,
        Optional<String> reference,
        Optional<String> sha256,
        Optional<LocalDate> date,
        Answer particulars) {

    /** Kinds of instrument. */
    public enum Instrument implements Term {
        TERMS_OF_SERVICE("terms-of-service"),
        EMPLOYMENT("employment"),
        WORK_FOR_HIRE("work-for-hire"),
        AUTHOR_CONTRACT("author-contract"),
        ASSIGNMENT("assignment"),
        LICENCE("licence"),
        DISTRIBUTION("distribution"),
        OTHER("other");

        static final Vocabulary<Instrument> VOCABULARY = Vocabulary.of(values());

        private final String word;

        Instrument(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }

        /** Whether rights themselves pass, not only a permission. */
        public boolean passesRights() {
            return this == EMPLOYMENT || this == WORK_FOR_HIRE || this == AUTHOR_CONTRACT || this == ASSIGNMENT;
        }
    }

    /** Whether the instrument itself can be found. */
    public boolean isOnRecord() {
        return reference.isPresent() || sha256.isPresent();
    }

    static ChainLink read(Fields fields) {
        return new ChainLink(
                fields.requiredText("from"),
                fields.requiredText("to"),
                fields.requiredChoice("kind", Instrument.VOCABULARY, Instrument.OTHER),
                fields.notation("law", Notations::place, Notations.PLACE),
                fields.text("reference"),
                fields.notation("sha256", Notations::sha256, Notations.SHA256),
                fields.notation("date", Moment::day, Notations.DAY),
                fields.choice("particulars", Answer.VOCABULARY).orElse(Answer.UNKNOWN));
    }

    CborValue.Map toCbor() {
        return CborValue.map()
                .put("from", from)
                .put("to", to)
                .put("kind", kind.word())
                .putText("law", law)
                .putText("reference", reference)
                .putText("sha256", sha256)
                .putText("date", date.map(LocalDate::toString))
                .put("particulars", particulars.word())
                .build();
    }
}
