package org.estampille.validate;

import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.estampille.asset.Asset;
import org.estampille.bind.BindingOutcome;
import org.estampille.bind.HardBinding;
import org.estampille.bind.HardBindings;
import org.estampille.bytes.LimitExceededException;
import org.estampille.container.ContainerMap;
import org.estampille.jumbf.JumbfUri;
import org.estampille.manifest.Assertion;
import org.estampille.manifest.BindingAssertion;
import org.estampille.manifest.Claim;
import org.estampille.manifest.HashedUri;
import org.estampille.manifest.Ingredient;
import org.estampille.manifest.Manifest;
import org.estampille.manifest.ManifestStore;

/** Rule {@code hard-binding}: the asset is the one the active manifest was made for (clause 14.12). */
final class HardBindingRules {

    /** The codes of one kind of binding. */
    private record Codes(StatusCode match, StatusCode mismatch, StatusCode malformed, StatusCode additional) {}

    private static final Codes DATA = new Codes(
            StatusCode.ASSERTION_DATA_HASH_MATCH,
            StatusCode.ASSERTION_DATA_HASH_MISMATCH,
            StatusCode.ASSERTION_DATA_HASH_MALFORMED,
            StatusCode.ASSERTION_DATA_HASH_ADDITIONAL_EXCLUSIONS_PRESENT);

    private static final Codes BMFF = new Codes(
            StatusCode.ASSERTION_BMFF_HASH_MATCH,
            StatusCode.ASSERTION_BMFF_HASH_MISMATCH,
            StatusCode.ASSERTION_BMFF_HASH_MALFORMED,
            StatusCode.ASSERTION_BMFF_HASH_ADDITIONAL_EXCLUSIONS_PRESENT);

    /** Bindings that are checked here; any other leaves the judgement open. */
    private static final Map<String, Codes> CHECKED =
            Map.of("c2pa.hash.data", DATA, "c2pa.hash.bmff.v2", BMFF, "c2pa.hash.bmff.v3", BMFF);

    private final ValidationContext context;
    private final ManifestStore store;

    HardBindingRules(ValidationContext context, ManifestStore store) {
        this.context = context;
        this.store = store;
    }

    /**
     * Checks the binding of {@code active}, or of the first standard manifest among its parents.
     *
     * @return why it could not be checked; empty when it was, or when its absence is a finding
     */
    Optional<String> check(Manifest active, Asset asset, ContainerMap map, Findings findings)
            throws IOException, LimitExceededException {
        Optional<Manifest> bound = boundManifest(active);
        if (bound.isEmpty()) {
            findings.add(
                    StatusCode.CLAIM_HARD_BINDINGS_MISSING, active.uri(), "no standard manifest among the parents");
            return Optional.empty();
        }
        Optional<BindingAssertion> binding = binding(bound.get());
        if (binding.isEmpty()) {
            return Optional.empty();
        }
        String base = binding.get().label().base();
        Codes codes = CHECKED.get(base);
        if (codes == null) {
            return Optional.of(base);
        }
        HardBinding.Context facts = new HardBinding.Context(
                asset,
                map,
                bound.get().claim().flatMap(Claim::alg),
                active.isUpdate(),
                context.engine(),
                context.limits(),
                context.threads());
        BindingOutcome outcome = HardBindings.check(base, binding.get().content(), facts);
        report(outcome, codes, bound.get().uriOf(binding.get()), findings);
        return Optional.empty();
    }

    private static void report(BindingOutcome outcome, Codes codes, String url, Findings findings) {
        if (outcome instanceof BindingOutcome.Match match) {
            findings.add(codes.match, url, "the asset is the one that was signed");
            if (match.additionalExclusions()) {
                findings.add(codes.additional, url, "more than the manifest store is left out of the hash");
            }
            if (match.mediaOutside()) {
                findings.add(StatusCode.MEDIA_OUTSIDE_BINDING, url, "media stand where the binding does not look");
            }
        } else if (outcome instanceof BindingOutcome.Mismatch mismatch) {
            findings.add(codes.mismatch, url, mismatch.reason());
        } else if (outcome instanceof BindingOutcome.Malformed malformed) {
            findings.add(codes.malformed, url, malformed.reason());
        } else {
            findings.add(StatusCode.ALGORITHM_UNSUPPORTED, url, "hash algorithm missing or not allowed");
        }
    }

    private Optional<Manifest> boundManifest(Manifest active) {
        Set<String> seen = new HashSet<>();
        Manifest at = active;
        while (at.isUpdate()) {
            Optional<Manifest> parent = seen.add(at.label()) ? parent(at) : Optional.empty();
            if (parent.isEmpty()) {
                return Optional.empty();
            }
            at = parent.get();
        }
        return Optional.of(at);
    }

    private Optional<Manifest> parent(Manifest manifest) {
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

    /** The binding the claim lists first; more than one is a finding already. */
    private static Optional<BindingAssertion> binding(Manifest manifest) {
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
