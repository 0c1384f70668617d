package org.estampille.manifest;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.estampille.jumbf.JumbfUri;

/** Which assertion ties a manifest to its asset (C2PA 2.5 clause 14.12, opening paragraph). */
public final class HardBindingChoice {
    private HardBindingChoice() {}

    /** The manifest itself, or for an update manifest the first standard manifest among its parents. */
    public static Optional<Manifest> boundManifest(ManifestStore store, Manifest manifest) {
        Set<String> seen = new HashSet<>();
        Manifest at = manifest;
        while (at.isUpdate()) {
            Optional<Manifest> parent = seen.add(at.label()) ? parent(store, at) : Optional.empty();
            if (parent.isEmpty()) {
                return Optional.empty();
            }
            at = parent.get();
        }
        return Optional.of(at);
    }

    private static Optional<Manifest> parent(ManifestStore store, Manifest manifest) {
        for (Assertion assertion : manifest.assertions()) {
            if (assertion instanceof Ingredient ingredient && ingredient.isParent()) {
                return ingredient
                        .references()
                        .manifest()
                        .flatMap(HashedUri::target)
                        .flatMap(JumbfUri::manifest)
                        .flatMap(store::find);
            }
        }
        return Optional.empty();
    }

    /** The binding the claim of that very manifest lists first among what its signer stands behind. */
    public static Optional<BindingAssertion> binding(Manifest manifest) {
        if (manifest.claim().isEmpty()) {
            return Optional.empty();
        }
        for (HashedUri entry : manifest.claim().get().created()) {
            Optional<Assertion> assertion = entry.target()
                    .flatMap(manifest::localPath)
                    .flatMap(manifest::find)
                    .flatMap(manifest::assertionIn);
            if (assertion.isPresent() && assertion.get() instanceof BindingAssertion found && found.isHardBinding()) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }
}
