package org.estampille.declaration;

import java.util.Optional;
import org.estampille.cbor.CborValue;

/**
 * Something that was fed into an AI tool: a picture, a voice, a film.
 *
 * @param ref how the production refers to it
 * @param sha256 digest of the file
 * @param origin whose it is
 * @param rightsCleared whether the right to feed it in was cleared
 * @param rightsRef where the record of that right is kept
 */
public record InputAsset(
        String ref, Optional<String> sha256, Origin origin, Answer rightsCleared, Optional<String> rightsRef) {

    /** Whose an input is. */
    public enum Origin implements Term {
        OWN("own"),
        LICENSED("licensed"),
        STOCK("stock"),
        PUBLIC_DOMAIN("public-domain"),
        OTHER_USER_OUTPUT("other-user-output"),
        UNKNOWN("unknown");

        static final Vocabulary<Origin> VOCABULARY = Vocabulary.of(values());

        private final String word;

        Origin(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    static InputAsset read(Fields fields) {
        return new InputAsset(
                fields.requiredText("ref"),
                fields.notation("sha256", Notations::sha256, Notations.SHA256),
                fields.choice("origin", Origin.VOCABULARY).orElse(Origin.UNKNOWN),
                fields.choice("rightsCleared", Answer.VOCABULARY).orElse(Answer.UNKNOWN),
                fields.text("rightsRef"));
    }

    CborValue.Map toCbor() {
        return CborValue.map()
                .put("ref", ref)
                .putText("sha256", sha256)
                .put("origin", origin.word())
                .put("rightsCleared", rightsCleared.word())
                .putText("rightsRef", rightsRef)
                .build();
    }
}
