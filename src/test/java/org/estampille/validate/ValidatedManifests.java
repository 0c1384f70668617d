package org.estampille.validate;

import java.util.List;
import java.util.Optional;
import org.estampille.manifest.Manifest;
import org.estampille.manifest.ManifestStore;

/** Results as a validation would give them, for tests of what follows. */
public final class ValidatedManifests {
    private ValidatedManifests() {}

    /** A store without ingredients in that state. */
    public static ValidationResult result(ManifestStore store, Manifest active, ValidationState state) {
        ValidatedManifest validated = new ValidatedManifest(active, List.of(), Optional.empty(), SigningTime.UNKNOWN);
        return new ValidationResult(store, validated, List.of(), state, Optional.empty());
    }
}
