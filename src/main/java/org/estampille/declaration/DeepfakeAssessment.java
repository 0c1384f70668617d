package org.estampille.declaration;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.estampille.cbor.CborValue;

/**
 * Whether the content is a deep fake (EU AI Act article 3(60)), criterion by criterion.
 *
 * @param deepfake the result
 * @param aiMade made or manipulated by AI
 * @param resemblesExistingOrPlausible resembles something that exists or could exist
 * @param subject what it resembles
 * @param appearsAuthentic would appear authentic or truthful to a person
 * @param exemption which is claimed; an exemption can change the form of disclosure, not whether it is due
 * @param rationale why
 * @param assessor who judged
 * @param date when
 */
public record DeepfakeAssessment(
        Certainty deepfake,
        Optional<Certainty> aiMade,
        Optional<Certainty> resemblesExistingOrPlausible,
        List<Subject> subject,
        Optional<Certainty> appearsAuthentic,
        Optional<Exemption> exemption,
        Optional<String> rationale,
        Optional<String> assessor,
        Optional<LocalDate> date) {

    public DeepfakeAssessment {
        subject = List.copyOf(subject);
    }

    /** What content can resemble. */
    public enum Subject implements Term {
        PERSON,
        OBJECT,
        PLACE,
        ENTITY,
        EVENT;

        static final Vocabulary<Subject> VOCABULARY = Vocabulary.of(values());
    }

    /** Exemptions that can be claimed. */
    public enum Exemption implements Term {
        NONE,
        ARTISTIC,
        LAW_ENFORCEMENT,
        STANDARD_EDITING,
        NO_SUBSTANTIAL_ALTERATION;

        static final Vocabulary<Exemption> VOCABULARY = Vocabulary.of(values());
    }

    static DeepfakeAssessment read(Fields fields) {
        return new DeepfakeAssessment(
                fields.requiredChoice("deepfake", Certainty.VOCABULARY, Certainty.UNCLEAR),
                fields.choice("aiMade", Certainty.VOCABULARY),
                fields.choice("resemblesExistingOrPlausible", Certainty.VOCABULARY),
                fields.choices("subject", Subject.VOCABULARY),
                fields.choice("appearsAuthentic", Certainty.VOCABULARY),
                fields.choice("exemption", Exemption.VOCABULARY),
                fields.text("rationale"),
                fields.text("assessor"),
                fields.notation("date", Moment::day, Notations.DAY));
    }

    CborValue.Map toCbor() {
        return CborValue.map()
                .put("deepfake", deepfake.word())
                .putText("aiMade", aiMade.map(Certainty::word))
                .putText("resemblesExistingOrPlausible", resemblesExistingOrPlausible.map(Certainty::word))
                .putValue("subject", Lists.words(subject))
                .putText("appearsAuthentic", appearsAuthentic.map(Certainty::word))
                .putText("exemption", exemption.map(Exemption::word))
                .putText("rationale", rationale)
                .putText("assessor", assessor)
                .putText("date", date.map(LocalDate::toString))
                .build();
    }
}
