package org.estampille.validate;

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
 * @param listed what the claim names
 * @param redacted absolute references of assertions that some manifest of the store removed
 * @param hashes computed so far
 * @param findings about this manifest
 */
record Scope(
        ValidationContext context,
        ManifestStore store,
        Manifest manifest,
        Claim claim,
        Listed listed,
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

    void found(StatusCode code, Assertion about, String explanation) {
        findings.add(code, manifest.uriOf(about), explanation);
    }

    String claimUri() {
        return manifest.uri(claim.box().label());
    }
}
