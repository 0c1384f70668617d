package org.estampille.tag;

import java.util.ArrayList;
import java.util.List;
import org.estampille.cbor.CborValue;
import org.estampille.trust.TrustAnchors;
import org.estampille.validate.Finding;
import org.estampille.validate.IngredientResult;
import org.estampille.validate.StatusCode;
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
        CborValue.MapBuilder map =
                CborValue.map().put("activeManifest", statuses(result.active().findings()));
        List<CborValue> deltas = new ArrayList<>();
        for (IngredientResult ingredient : result.ingredients()) {
            if (!ingredient.unrecorded().isEmpty()) {
                deltas.add(CborValue.map()
                        .put("ingredientAssertionURI", ingredient.url())
                        .put("validationDeltas", statuses(ingredient.unrecorded()))
                        .build());
            }
        }
        return (deltas.isEmpty() ? map : map.put("ingredientDeltas", CborValue.array(deltas))).build();
    }

    private static CborValue statuses(List<Finding> findings) {
        return CborValue.map()
                .put("success", statuses(findings, StatusCode.Kind.SUCCESS))
                .put("informational", statuses(findings, StatusCode.Kind.INFORMATIONAL))
                .put("failure", statuses(findings, StatusCode.Kind.FAILURE))
                .build();
    }

    private static CborValue statuses(List<Finding> findings, StatusCode.Kind kind) {
        List<CborValue> statuses = new ArrayList<>();
        for (Finding finding : findings) {
            if (finding.code().kind() == kind) {
                CborValue.MapBuilder status =
                        CborValue.map().put("code", finding.code().code());
                if (!finding.url().isEmpty()) {
                    status.put("url", finding.url());
                }
                statuses.add(status.put("explanation", finding.explanation()).build());
            }
        }
        return CborValue.array(statuses);
    }
}
