package org.estampille.disclosure;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.estampille.declaration.DeclarationCodec;
import org.estampille.manifest.Assertion;
import org.estampille.manifest.Manifest;
import org.estampille.validate.IngredientResult;
import org.estampille.validate.ValidatedManifest;
import org.estampille.validate.ValidationResult;

/**
 * Manifests whose declaration a later update manifest replaces: what people typed there is history. The actions there are the
 * signer's account of what was done, and count as ever.
 */
final class Superseded {
    private Superseded() {}

    /** The labels of such manifests, along the updates of the active one, each with that of the newest that declares. */
    static Map<String, String> in(ValidationResult result) {
        Map<String, String> labels = new HashMap<>();
        Set<String> seen = new HashSet<>();
        Optional<String> newest = Optional.empty();
        Optional<Manifest> at = Optional.of(result.active().manifest());
        while (at.isPresent() && seen.add(at.get().label())) {
            Manifest manifest = at.get();
            newest.ifPresent(label -> labels.put(manifest.label(), label));
            newest = newest.or(() -> declares(manifest) ? Optional.of(manifest.label()) : Optional.empty());
            at = manifest.isUpdate() ? updated(result, manifest).map(ValidatedManifest::manifest) : Optional.empty();
        }
        return labels;
    }

    private static boolean declares(Manifest manifest) {
        for (Assertion assertion : manifest.assertions()) {
            if (assertion.label().base().equals(DeclarationCodec.LABEL)) {
                return true;
            }
        }
        return false;
    }

    /** The manifest that binds the content: {@code manifest} itself, or the one at the end of its updates. */
    static ValidatedManifest standard(ValidationResult result, ValidatedManifest manifest) {
        ValidatedManifest at = manifest;
        Set<String> seen = new HashSet<>();
        while (at.manifest().isUpdate() && seen.add(at.manifest().label())) {
            Optional<ValidatedManifest> before = updated(result, at.manifest());
            if (before.isEmpty()) {
                return at;
            }
            at = before.get();
        }
        return at;
    }

    /** The manifest an update updates. */
    static Optional<ValidatedManifest> updated(ValidationResult result, Manifest update) {
        for (IngredientResult ingredient : result.ingredients()) {
            if (ingredient.owner().equals(update.label())
                    && ingredient.ingredient().isParent()) {
                return ingredient.manifest();
            }
        }
        return Optional.empty();
    }
}
