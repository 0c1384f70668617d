package org.estampille.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.LimitExceededException;
import org.estampille.jumbf.JumbfUri;
import org.estampille.jumbf.SuperBox;
import org.estampille.manifest.Action;
import org.estampille.manifest.ActionsAssertion;
import org.estampille.manifest.Assertion;
import org.estampille.manifest.Claim;
import org.estampille.manifest.HashedUri;
import org.estampille.manifest.Ingredient;

/**
 * Rule {@code references}: every hashed reference inside a standard assertion leads to what was meant (clause 14.10.4.2).
 * References to other manifests are the matter of {@link IngredientRules}; references out of the store are not followed.
 */
final class ReferenceRules {
    private ReferenceRules() {}

    static void check(Scope scope) throws LimitExceededException {
        for (Claim.Generator generator : scope.claim().generators()) {
            if (generator.icon().isPresent()) {
                one(scope, generator.icon().get(), scope.claimUri());
            }
        }
        for (Assertion assertion : scope.manifest().assertions()) {
            for (HashedUri uri : references(assertion)) {
                one(scope, uri, scope.manifest().uriOf(assertion));
            }
        }
    }

    /** What an assertion refers to besides manifests. */
    static List<HashedUri> references(Assertion assertion) {
        if (assertion instanceof Ingredient ingredient) {
            List<HashedUri> uris = new ArrayList<>(ingredient.references().others());
            uris.addAll(ingredient.references().related());
            return uris;
        }
        if (assertion instanceof ActionsAssertion actions) {
            List<HashedUri> uris = new ArrayList<>(actions.icons());
            for (Action action : actions.actions()) {
                uris.addAll(action.ingredients());
                uris.addAll(action.related());
            }
            return uris;
        }
        return List.of();
    }

    private static void one(Scope scope, HashedUri uri, String where) throws LimitExceededException {
        Optional<JumbfUri> target = uri.target();
        if (target.isEmpty() || uri.hash().isEmpty() || scope.isRedacted(target.get())) {
            return;
        }
        Optional<SuperBox> box = scope.store().resolve(target.get(), scope.manifest());
        if (box.isEmpty()) {
            scope.findings().add(StatusCode.HASHED_URI_MISSING, where, "nothing at " + uri.url());
            return;
        }
        switch (scope.hashes().compare(uri, box.get(), scope.claim().alg())) {
            case MATCH -> {
                // no code stands for a reference that holds
            }
            case MISMATCH -> scope.findings().add(StatusCode.HASHED_URI_MISMATCH, where, uri.url());
            case UNSUPPORTED_ALGORITHM ->
                scope.findings().add(StatusCode.ALGORITHM_UNSUPPORTED, where, "hash algorithm missing or not allowed");
        }
    }
}
