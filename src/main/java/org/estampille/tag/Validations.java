package org.estampille.tag;

import org.estampille.cbor.CborValue;
import org.estampille.trust.TrustAnchors;
import org.estampille.validate.RecordedResults;
import org.estampille.validate.ValidationContext;
import org.estampille.validate.ValidationResult;

/** How validation results are asked for and written down while tagging (C2PA 2.5 clause 16.5.13.4). */
final class Validations {
    private Validations() {}

    /** No anchors: what an ingredient's signer is worth is judged by who verifies, not by who tags. */
    static ValidationContext context(TaggingTools tools) {
        return new ValidationContext(
                tools.engine(),
                TrustAnchors.empty(),
                TrustAnchors.empty(),
                tools.clock().instant(),
                tools.limits(),
                tools.threads(),
                tools.credentials());
    }

    /** The map {@code validationResults} of an ingredient assertion. */
    static CborValue toCbor(ValidationResult result) {
        return RecordedResults.of(result);
    }
}
