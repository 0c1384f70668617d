package org.estampille.validate;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Rule {@code state} (clause 13.3): what follows from the findings. A state is earned by the success codes it needs; that
 * nothing failed earns nothing.
 */
final class StateRule {

    private static final Set<StatusCode> BINDING_HOLDS = Set.of(
            StatusCode.ASSERTION_DATA_HASH_MATCH,
            StatusCode.ASSERTION_BMFF_HASH_MATCH,
            StatusCode.ASSERTION_BOXES_HASH_MATCH,
            StatusCode.ASSERTION_COLLECTION_HASH_MATCH,
            StatusCode.ASSERTION_SEGMENT_HASH_MATCH,
            StatusCode.ASSERTION_MULTI_ASSET_HASH_MATCH);

    private StateRule() {}

    static ValidationState of(
            ValidatedManifest active, List<IngredientResult> ingredients, Optional<String> undecided) {
        if (rejects(active.findings()) || ingredients.stream().anyMatch(result -> rejects(result.unrecorded()))) {
            return ValidationState.INVALID;
        }
        if (undecided.isPresent()) {
            return ValidationState.INDETERMINATE;
        }
        boolean earned = active.has(StatusCode.CLAIM_SIGNATURE_VALIDATED)
                && active.has(StatusCode.CLAIM_SIGNATURE_INSIDE_VALIDITY)
                && active.findings().stream().anyMatch(finding -> BINDING_HOLDS.contains(finding.code()));
        if (!earned) {
            return ValidationState.WELL_FORMED;
        }
        return active.has(StatusCode.SIGNING_CREDENTIAL_TRUSTED) ? ValidationState.TRUSTED : ValidationState.VALID;
    }

    private static boolean rejects(List<Finding> findings) {
        for (Finding finding : findings) {
            if (finding.code().rejects()) {
                return true;
            }
        }
        return false;
    }
}
