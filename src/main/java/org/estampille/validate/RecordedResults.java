package org.estampille.validate;

import java.util.ArrayList;
import java.util.List;
import org.estampille.cbor.CborValue;

/** A validation result as the next signer records it: the {@code validationResults} of an ingredient (C2PA 2.5 clause 16.5.13.4). */
public final class RecordedResults {
    private RecordedResults() {}

    /** The map {@code validationResults} of an ingredient assertion. */
    public static CborValue of(ValidationResult result) {
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
