package org.estampille.declaration;

import java.util.List;
import java.util.Optional;
import org.estampille.cbor.CborValue;

/**
 * Somebody whose likeness or voice is in the content, by reference only: no name, no document.
 *
 * @param ref how the production refers to the person, such as a cast number
 * @param kind who it is
 * @param depicted what of the person is used
 * @param replicaType which kind of digital replica
 * @param consent whether it was given
 * @param consentRef where the document is kept
 * @param scope what the consent covers
 * @param media the media it covers
 * @param term until when
 * @param consentRecord how the consent came about
 */
public record Person(
        String ref,
        Optional<Kind> kind,
        List<Depicted> depicted,
        Optional<ReplicaType> replicaType,
        Consent consent,
        Optional<String> consentRef,
        Optional<String> scope,
        Optional<String> media,
        Optional<String> term,
        ConsentRecord consentRecord) {

    public Person {
        depicted = List.copyOf(depicted);
    }

    /** Who it is. */
    public enum Kind implements Term {
        PERFORMER,
        PUBLIC_FIGURE,
        PRIVATE,
        DECEASED,
        MINOR,
        SYNTHETIC;

        static final Vocabulary<Kind> VOCABULARY = Vocabulary.of(values());
    }

    /** What of a person is used. */
    public enum Depicted implements Term {
        FACE,
        VOICE,
        BODY,
        NAME_IN_PROMPT;

        static final Vocabulary<Depicted> VOCABULARY = Vocabulary.of(values());
    }

    /** Kinds of digital replica. */
    public enum ReplicaType implements Term {
        EMPLOYMENT_BASED,
        INDEPENDENTLY_CREATED,
        BACKGROUND,
        DIGITAL_ALTERATION,
        SYNTHETIC_PERFORMER,
        NONE;

        static final Vocabulary<ReplicaType> VOCABULARY = Vocabulary.of(values());
    }

    /** Whether consent was given. */
    public enum Consent implements Term {
        OBTAINED,
        NOT_REQUIRED,
        REFUSED,
        MISSING,
        UNKNOWN;

        static final Vocabulary<Consent> VOCABULARY = Vocabulary.of(values());
    }

    static Person read(Fields fields) {
        return new Person(
                fields.requiredText("ref"),
                fields.choice("kind", Kind.VOCABULARY),
                fields.choices("depicted", Depicted.VOCABULARY),
                fields.choice("replicaType", ReplicaType.VOCABULARY),
                fields.choice("consent", Consent.VOCABULARY).orElse(Consent.UNKNOWN),
                fields.text("consentRef"),
                fields.text("scope"),
                fields.text("media"),
                fields.text("term"),
                ConsentRecord.read(fields));
    }

    CborValue.Map toCbor() {
        CborValue.MapBuilder map = CborValue.map()
                .put("ref", ref)
                .putText("kind", kind.map(Kind::word))
                .putValue("depicted", Lists.words(depicted))
                .putText("replicaType", replicaType.map(ReplicaType::word))
                .put("consent", consent.word())
                .putText("consentRef", consentRef)
                .putText("scope", scope)
                .putText("media", media)
                .putText("term", term);
        consentRecord.addTo(map);
        return map.build();
    }
}
