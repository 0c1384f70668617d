package org.estampille.declaration;

import java.time.LocalDate;
import java.util.Optional;
import org.estampille.cbor.CborValue;

/**
 * How a consent came about: facts about the document, never the document.
 *
 * @param basis why none is needed, or on which exception or agreement it rests
 * @param givenBy who gave it
 * @param on when
 * @param expires last day it holds
 * @param signedSeparately whether it was signed apart from the contract of employment
 * @param noticeHours how long before the use the person knew
 */
public record ConsentRecord(
        Optional<String> basis,
        Optional<Grantor> givenBy,
        Optional<LocalDate> on,
        Optional<LocalDate> expires,
        Optional<Answer> signedSeparately,
        Optional<Long> noticeHours) {

    /** Who can give a consent. */
    public enum Grantor implements Term {
        SELF("self"),
        GUARDIAN("guardian"),
        ESTATE("estate"),
        REPRESENTATIVE("representative"),
        UNION("union");

        static final Vocabulary<Grantor> VOCABULARY = Vocabulary.of(values());

        private final String word;

        Grantor(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    static ConsentRecord read(Fields fields) {
        return new ConsentRecord(
                fields.text("consentBasis"),
                fields.choice("consentGivenBy", Grantor.VOCABULARY),
                fields.notation("consentOn", Moment::day, Notations.DAY),
                fields.notation("consentExpires", Moment::day, Notations.DAY),
                fields.choice("signedSeparately", Answer.VOCABULARY),
                fields.notation("noticeHours", Numbers::count, "a whole number of hours"));
    }

    void addTo(CborValue.MapBuilder map) {
        map.putText("consentBasis", basis)
                .putText("consentGivenBy", givenBy.map(Grantor::word))
                .putText("consentOn", on.map(LocalDate::toString))
                .putText("consentExpires", expires.map(LocalDate::toString))
                .putText("signedSeparately", signedSeparately.map(Answer::word))
                .putValue("noticeHours", noticeHours.map(CborValue::of));
    }
}
