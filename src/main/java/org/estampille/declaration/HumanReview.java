package org.estampille.declaration;

import java.time.LocalDate;
import java.util.Optional;
import org.estampille.cbor.CborValue;

/**
 * A person looked at what AI made and answers for having done so.
 *
 * @param by who, by name or reference
 * @param role of that person
 * @param competence why that person can judge it
 * @param on when
 * @param outcome what came of it
 * @param factChecked whether facts were checked
 * @param note what there is to say about it
 */
public record HumanReview(
        String by,
        Optional<String> role,
        Optional<String> competence,
        Optional<LocalDate> on,
        Optional<Outcome> outcome,
        Answer factChecked,
        Optional<String> note) {

    /** What came of a review. */
    public enum Outcome implements Term {
        APPROVED("approved"),
        APPROVED_WITH_CHANGES("approved_with_changes"),
        REJECTED("rejected"),
        PENDING("pending");

        static final Vocabulary<Outcome> VOCABULARY = Vocabulary.of(values());

        private final String word;

        Outcome(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    static HumanReview read(Fields fields) {
        return new HumanReview(
                fields.requiredText("by"),
                fields.text("role"),
                fields.text("competence"),
                fields.notation("on", Moment::day, Notations.DAY),
                fields.choice("outcome", Outcome.VOCABULARY),
                fields.choice("factChecked", Answer.VOCABULARY).orElse(Answer.UNKNOWN),
                fields.text("note"));
    }

    CborValue.Map toCbor() {
        return CborValue.map()
                .put("by", by)
                .putText("role", role)
                .putText("competence", competence)
                .putText("on", on.map(LocalDate::toString))
                .putText("outcome", outcome.map(Outcome::word))
                .put("factChecked", factChecked.word())
                .putText("note", note)
                .build();
    }
}
