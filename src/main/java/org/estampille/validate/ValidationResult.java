package org.estampille.validate;

import java.util.List;
import java.util.Optional;
import org.estampille.manifest.ManifestStore;

/**
 * Everything established about a manifest store and its asset.
 *
 * @param store as read
 * @param active the manifest the asset says of itself; findings of the hard binding included
 * @param ingredients every ingredient reached from it, depth first
 * @param state what follows from the findings
 * @param undecided why the state is indeterminate
 */
public record ValidationResult(
        ManifestStore store,
        ValidatedManifest active,
        List<IngredientResult> ingredients,
        ValidationState state,
        Optional<String> undecided) {

    public ValidationResult {
        ingredients = List.copyOf(ingredients);
    }

    /** The same where something else than this decides; what does not hold stays as it is. */
    public ValidationResult leftOpen(String why) {
        boolean rejected = state == ValidationState.INVALID || state == ValidationState.WELL_FORMED;
        return rejected
                ? this
                : new ValidationResult(store, active, ingredients, ValidationState.INDETERMINATE, Optional.of(why));
    }

    /**
     * The same of an asset of which only a part is here: that the part fits does not show that the asset does, so no code may say so.
     */
    public ValidationResult ofPart(String why) {
        List<Finding> rest = active.findings().stream()
                .filter(finding -> finding.code() != StatusCode.ASSERTION_BMFF_HASH_MATCH
                        && finding.code() != StatusCode.ASSERTION_BMFF_HASH_ADDITIONAL_EXCLUSIONS_PRESENT)
                .toList();
        ValidatedManifest part = new ValidatedManifest(active.manifest(), rest, active.signer(), active.time());
        ValidationResult open = leftOpen(why);
        return open.undecided().isEmpty()
                ? open
                : new ValidationResult(store, part, ingredients, open.state(), open.undecided());
    }

    /** Whether anything asks for a person although the state does not say so. */
    public boolean asksForReview() {
        if (madeFromWhatDidNotHold()) {
            return true;
        }
        for (Finding finding : active.findings()) {
            if (finding.code().asksForReview()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a signer wrote down that an ingredient failed validation: known and accepted, and still worth a person's look. */
    public boolean madeFromWhatDidNotHold() {
        for (IngredientResult ingredient : ingredients) {
            if (ingredient.didNotHold()) {
                return true;
            }
        }
        return false;
    }
}
