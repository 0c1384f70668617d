package org.estampille.validate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.estampille.jumbf.JumbfUri;
import org.estampille.jumbf.SuperBox;
import org.estampille.manifest.Assertion;
import org.estampille.manifest.Claim;
import org.estampille.manifest.HashedUri;
import org.estampille.manifest.Manifest;
import org.estampille.manifest.ManifestStore;

/**
 * What every rule about one manifest may look at, and where it puts what it finds.
 *
 * @param context of the whole validation
 * @param store all manifests
 * @param manifest the one being validated
 * @param claim its claim
 * @param redacted absolute references of assertions that some manifest of the store removed
 * @param hashes computed so far
 * @param findings about this manifest
 */
record Scope(
        ValidationContext context,
        ManifestStore store,
        Manifest manifest,
        Claim claim,
        Set<String> redacted,
        BoxHashes hashes,
        Findings findings) {

    /** The absolute form of a reference written in this manifest. */
    String absolute(JumbfUri uri) {
        return uri.resolveIn(manifest.label()).toString();
    }

    boolean isRedacted(JumbfUri uri) {
        return !redacted.isEmpty() && redacted.contains(absolute(uri));
    }

    /** The box a reference of this manifest leads to. */
    Optional<SuperBox> resolve(HashedUri uri) {
        return uri.target().flatMap(target -> store.resolve(target, manifest));
    }

    /** The assertion of this manifest that a reference leads to. */
    Optional<Assertion> assertion(HashedUri uri) {
        Optional<SuperBox> box = uri.target().flatMap(manifest::localPath).flatMap(manifest::find);
        return box.isEmpty() ? Optional.empty() : manifest.assertionIn(box.get());
    }

    /** The assertions a list of claim entries names, in its order; what does not resolve is left out. */
    List<Assertion> assertions(List<HashedUri> entries) {
        List<Assertion> found = new java.util.ArrayList<>(entries.size());
        for (HashedUri entry : entries) {
            assertion(entry).ifPresent(found::add);
        }
        return found;
    }

    void found(StatusCode code, Assertion about, String explanation) {
        findings.add(code, manifest.uriOf(about), explanation);
    }

    String claimUri() {
        return manifest.uri(claim.box().label());
    }
}
