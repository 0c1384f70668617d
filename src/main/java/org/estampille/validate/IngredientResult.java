package org.estampille.validate;

import java.util.List;
import java.util.Optional;
import org.estampille.manifest.Ingredient;
import org.estampille.manifest.RecordedStatus;

/**
 * An ingredient and what was established about its manifest.
 *
 * @param url the reference of the ingredient assertion
 * @param owner label of the manifest the assertion stands in
 * @param ingredient as read
 * @param manifest its own manifest; empty when it has none, or it is missing
 * @param unrecorded failures of that manifest that the signer of the ingredient assertion did not write down
 */
public record IngredientResult(
        String url,
        String owner,
        Ingredient ingredient,
        Optional<ValidatedManifest> manifest,
        List<Finding> unrecorded) {

    public IngredientResult {
        unrecorded = List.copyOf(unrecorded);
    }

    /** Whether its signer wrote down that it failed validation when it was made an ingredient. */
    public boolean didNotHold() {
        for (RecordedStatus status : ingredient.recorded()) {
            if (StatusCode.rejects(status.code())) {
                return true;
            }
        }
        return false;
    }
}
