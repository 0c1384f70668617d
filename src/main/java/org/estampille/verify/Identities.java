package org.estampille.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.estampille.bytes.LimitExceededException;
import org.estampille.cawg.IdentityContext;
import org.estampille.cawg.IdentityResult;
import org.estampille.cawg.IdentityTrust;
import org.estampille.cawg.IdentityValidator;
import org.estampille.validate.IngredientResult;
import org.estampille.validate.SigningTime;
import org.estampille.validate.ValidatedManifest;
import org.estampille.validate.ValidationContext;
import org.estampille.validate.ValidationResult;
import org.estampille.validate.ValidationState;

/**
 * The identity assertions of manifests that hold themselves. CAWG 1.3 clause 7.1 wants a manifest to be well-formed at least; where
 * a manifest is rejected for any reason, nobody's name is shown.
 */
final class Identities {

    private final IdentityValidator validator;

    Identities(ValidationContext context, IdentityTrust trust) {
        this.validator = new IdentityValidator(new IdentityContext(
                context.engine(),
                trust,
                context.timeStampAnchors(),
                context.at(),
                context.limits(),
                context.credentials(),
                context.ocsp()));
    }

    /** Those of the active manifest first, then those of ingredients. */
    List<IdentityResult> of(ValidationResult result) throws LimitExceededException {
        if (result.state() == ValidationState.INVALID) {
            return List.of();
        }
        List<IdentityResult> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        add(result, result.active(), seen, found);
        for (IngredientResult ingredient : result.ingredients()) {
            Optional<ValidatedManifest> manifest = ingredient.manifest();
            if (manifest.isPresent() && manifest.get().isIntact()) {
                add(result, manifest.get(), seen, found);
            }
        }
        return found;
    }

    /** The assertions that a named actor whom the user trusts stands behind. */
    static Set<String> vouched(List<IdentityResult> identities) {
        Set<String> references = new HashSet<>();
        for (IdentityResult identity : identities) {
            if (identity.standing() == IdentityResult.Standing.TRUSTED) {
                references.addAll(identity.references());
            }
        }
        return references;
    }

    private void add(ValidationResult result, ValidatedManifest manifest, Set<String> seen, List<IdentityResult> found)
            throws LimitExceededException {
        if (seen.add(manifest.manifest().label())) {
            SigningTime time = manifest.time();
            Optional<Instant> attested = time.trusted() ? time.stampedAt() : Optional.empty();
            found.addAll(validator.validate(result.store(), manifest.manifest(), attested));
        }
    }
}
