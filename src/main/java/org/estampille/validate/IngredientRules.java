package org.estampille.validate;

import java.util.Optional;
import org.estampille.bytes.LimitExceededException;
import org.estampille.jumbf.JumbfUri;
import org.estampille.jumbf.SuperBox;
import org.estampille.manifest.Assertion;
import org.estampille.manifest.HashedUri;
import org.estampille.manifest.Ingredient;
import org.estampille.manifest.Manifest;

/** Rule {@code ingredients}: an ingredient says what it is, and its manifest is the one that was meant (clause 14.11.3). */
final class IngredientRules {
    private IngredientRules() {}

    static void check(Scope scope) throws LimitExceededException {
        for (Assertion assertion : scope.manifest().assertions()) {
            if (assertion instanceof Ingredient ingredient) {
                form(scope, ingredient);
                provenance(scope, ingredient);
            }
        }
    }

    private static void form(Scope scope, Ingredient ingredient) {
        boolean known = ingredient.isParent() || ingredient.is("componentOf") || ingredient.is("inputTo");
        boolean manifest = ingredient.references().manifest().isPresent();
        boolean third = ingredient.version() == 3;
        if (!known) {
            malformed(scope, ingredient, "relationship missing or unknown");
        } else if (third && manifest && !ingredient.hasResults()) {
            malformed(scope, ingredient, "a manifest without its validation results");
        } else if (third && manifest && ingredient.digitalSourceType().isPresent()) {
            malformed(scope, ingredient, "a manifest and a source type at once");
        } else if (third && manifest && !ingredient.references().related().isEmpty()) {
            malformed(scope, ingredient, "a manifest and related assertions at once");
        }
    }

    private static void malformed(Scope scope, Ingredient ingredient, String why) {
        scope.found(StatusCode.ASSERTION_INGREDIENT_MALFORMED, ingredient, why);
    }

    private static void provenance(Scope scope, Ingredient ingredient) throws LimitExceededException {
        Optional<HashedUri> reference = ingredient.references().manifest();
        if (reference.isEmpty()) {
            if (!ingredient.is("inputTo")) {
                scope.found(StatusCode.INGREDIENT_UNKNOWN_PROVENANCE, ingredient, "no manifest");
            }
            return;
        }
        Optional<Manifest> manifest = target(scope, reference.get());
        if (manifest.isEmpty()) {
            scope.found(
                    StatusCode.INGREDIENT_MANIFEST_MISSING,
                    ingredient,
                    "nothing at " + reference.get().url());
        } else if (isRedactedInside(scope, manifest.get())) {
            signatureMethod(scope, ingredient, manifest.get());
        } else {
            manifestMethod(scope, ingredient, reference.get(), manifest.get());
        }
    }

    static Optional<Manifest> target(Scope scope, HashedUri reference) {
        return reference.target().flatMap(JumbfUri::manifest).flatMap(scope.store()::find);
    }

    /** Redaction changes the manifest, so only its signature can still be recognised (clause 14.11.3.3.1). */
    private static boolean isRedactedInside(Scope scope, Manifest manifest) {
        String prefix = manifest.uri() + "/";
        for (String uri : scope.redacted()) {
            if (uri.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    private static void manifestMethod(Scope scope, Ingredient ingredient, HashedUri reference, Manifest manifest)
            throws LimitExceededException {
        switch (scope.hashes()
                .compare(reference, manifest.stored(), scope.claim().alg())) {
            case MATCH ->
                scope.found(StatusCode.INGREDIENT_MANIFEST_VALIDATED, ingredient, "the manifest that was meant");
            case MISMATCH -> {
                if (!isOldHash(scope, reference, manifest)) {
                    scope.found(StatusCode.INGREDIENT_MANIFEST_MISMATCH, ingredient, "not the manifest that was meant");
                }
            }
            case UNSUPPORTED_ALGORITHM ->
                scope.found(StatusCode.ALGORITHM_UNSUPPORTED, ingredient, "hash algorithm missing or not allowed");
        }
    }

    /**
     * Before C2PA 1.3 the hash was over the claim alone, which in turn holds the hashes of the assertions. Such a reference holds,
     * and earns no code: everything in the manifest is checked anyway.
     */
    private static boolean isOldHash(Scope scope, HashedUri reference, Manifest manifest)
            throws LimitExceededException {
        return scope.claim().version() == 1
                && manifest.claim().isPresent()
                && scope.hashes()
                        .matches(
                                reference,
                                manifest.claim().get().octets(),
                                scope.claim().alg());
    }

    private static void signatureMethod(Scope scope, Ingredient ingredient, Manifest manifest)
            throws LimitExceededException {
        Optional<HashedUri> reference = ingredient.references().claimSignature();
        Optional<SuperBox> box = manifest.signatureBox();
        if (reference.isEmpty() || box.isEmpty()) {
            scope.found(StatusCode.INGREDIENT_CLAIM_SIGNATURE_MISSING, ingredient, "no reference to the signature");
            return;
        }
        switch (scope.hashes().compare(reference.get(), box.get(), scope.claim().alg())) {
            case MATCH ->
                scope.found(
                        StatusCode.INGREDIENT_CLAIM_SIGNATURE_VALIDATED, ingredient, "the signature that was meant");
            case MISMATCH ->
                scope.found(
                        StatusCode.INGREDIENT_CLAIM_SIGNATURE_MISMATCH, ingredient, "not the signature that was meant");
            case UNSUPPORTED_ALGORITHM ->
                scope.found(StatusCode.ALGORITHM_UNSUPPORTED, ingredient, "hash algorithm missing or not allowed");
        }
    }
}
