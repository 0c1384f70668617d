package org.estampille.validate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.estampille.bytes.LimitExceededException;
import org.estampille.manifest.Claim;
import org.estampille.manifest.ClaimReading;
import org.estampille.manifest.IllFormedClaim;
import org.estampille.manifest.Manifest;
import org.estampille.manifest.ManifestStore;

/** Validates one manifest by itself: everything but the asset and the manifests of its ingredients. */
final class ManifestValidator {

    private final ValidationContext context;
    private final ManifestStore store;
    private final Set<String> redacted;
    private final BoxHashes hashes;
    private final Work work;

    ManifestValidator(ValidationContext context, ManifestStore store, Work work) {
        this.context = context;
        this.store = store;
        this.redacted = RedactionRules.collect(store);
        this.hashes = new BoxHashes(context.engine(), work);
        this.work = work;
    }

    /** Runs the rules in the order of {@code specs/validation.md}. */
    ValidatedManifest validate(Manifest manifest) throws LimitExceededException {
        Findings findings = new Findings();
        if (manifest.kind() == Manifest.Kind.COMPRESSED) {
            findings.add(
                    StatusCode.MANIFEST_COMPRESSED_INVALID,
                    manifest.uri(),
                    "not one manifest with the same label inside");
            return new ValidatedManifest(manifest, findings.toList(), Optional.empty(), SigningTime.UNKNOWN);
        }
        claim(manifest, findings);
        if (manifest.claim().isEmpty()) {
            return new ValidatedManifest(manifest, findings.toList(), Optional.empty(), SigningTime.UNKNOWN);
        }
        work.spendOn(manifest, manifest.claim().get(), store, redacted.size());
        Claim claim = manifest.claim().get();
        Scope scope =
                new Scope(context, store, manifest, claim, Listed.by(claim, manifest), redacted, hashes, findings);
        SignatureRules.Facts signature = SignatureRules.check(scope);
        KindRules.check(scope);
        AssertionListRules.check(scope);
        ActionRules.check(scope);
        IngredientRules.check(scope);
        ReferenceRules.check(scope);
        RedactionRules.check(scope);
        ContentRules.check(scope);
        return new ValidatedManifest(manifest, findings.toList(), signature.signer(), signature.time());
    }

    /** Rule {@code claim}: exactly one, readable, with its required fields (clause 14.6.2). */
    private static void claim(Manifest manifest, Findings findings) {
        List<ClaimReading> claims = manifest.claims();
        if (claims.isEmpty()) {
            findings.add(StatusCode.CLAIM_MISSING, manifest.uri(), "no claim");
        } else if (claims.size() > 1) {
            findings.add(StatusCode.CLAIM_MULTIPLE, manifest.uri(), claims.size() + " claims");
        } else if (claims.get(0) instanceof IllFormedClaim broken) {
            findings.add(
                    StatusCode.CLAIM_CBOR_INVALID, manifest.uri(broken.box().label()), broken.problem());
        } else if (claims.get(0) instanceof Claim claim && !claim.defects().isEmpty()) {
            findings.add(
                    StatusCode.CLAIM_MALFORMED,
                    manifest.uri(claim.box().label()),
                    "missing or of the wrong type: " + String.join(", ", claim.defects()));
        }
    }
}
