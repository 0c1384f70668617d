package org.estampille.declaration;

import java.time.LocalDate;
import java.util.Optional;
import org.estampille.cbor.CborValue;

/**
 * Who answers for what is published (EU AI Act article 50(4), second subparagraph, which frees reviewed text and nothing else).
 *
 * @param name the person or organisation that answers
 * @param role of that person
 * @param publicInterest whether the content informs the public on matters of public interest
 * @param reviewedBy who reviewed the AI output
 * @param reviewedOn when
 * @param factChecked whether facts were checked
 * @param contact how the public reaches that person
 * @param lastAiEditOn when AI last changed the content; a later edit voids a review
 */
public record EditorialResponsibility(
        String name,
        Optional<String> role,
        Answer publicInterest,
        Optional<String> reviewedBy,
        Optional<LocalDate> reviewedOn,
        Answer factChecked,
        Optional<String> contact,
        Optional<LocalDate> lastAiEditOn) {

    static EditorialResponsibility read(Fields fields) {
        return new EditorialResponsibility(
                fields.requiredText("name"),
                fields.text("role"),
                fields.choice("publicInterest", Answer.VOCABULARY).orElse(Answer.UNKNOWN),
                fields.text("reviewedBy"),
                fields.notation("reviewedOn", Moment::day, Notations.DAY),
                fields.choice("factChecked", Answer.VOCABULARY).orElse(Answer.UNKNOWN),
                fields.text("contact"),
                fields.notation("lastAiEditOn", Moment::day, Notations.DAY));
    }

    CborValue.Map toCbor() {
        return CborValue.map()
                .put("name", name)
                .putText("role", role)
                .put("publicInterest", publicInterest.word())
                .putText("reviewedBy", reviewedBy)
                .putText("reviewedOn", reviewedOn.map(LocalDate::toString))
                .put("factChecked", factChecked.word())
                .putText("contact", contact)
                .putText("lastAiEditOn", lastAiEditOn.map(LocalDate::toString))
                .build();
    }
}
