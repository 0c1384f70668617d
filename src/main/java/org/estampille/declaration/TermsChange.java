package org.estampille.declaration;

import java.util.Optional;
import org.estampille.cbor.CborValue;

/**
 * The terms changed after the output was made.
 *
 * @param noticedAt when somebody saw it
 * @param newEvidenceSha256 digest of the new text
 * @param retroactive whether the new text reaches earlier output
 * @param decision what the production decided
 */
public record TermsChange(
        Optional<Moment> noticedAt, Optional<String> newEvidenceSha256, Answer retroactive, Optional<String> decision) {

    static TermsChange read(Fields fields) {
        return new TermsChange(
                fields.notation("noticedAt", Moment::of, Moment.EXPECTED),
                fields.notation("newEvidenceSha256", Notations::sha256, Notations.SHA256),
                fields.choice("retroactive", Answer.VOCABULARY).orElse(Answer.UNKNOWN),
                fields.text("decision"));
    }

    CborValue.Map toCbor() {
        return CborValue.map()
                .putText("noticedAt", noticedAt.map(Moment::text))
                .putText("newEvidenceSha256", newEvidenceSha256)
                .put("retroactive", retroactive.word())
                .putText("decision", decision)
                .build();
    }
}
