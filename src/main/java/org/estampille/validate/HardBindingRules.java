package org.estampille.validate;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.estampille.asset.Asset;
import org.estampille.asset.AssetFormat;
import org.estampille.bind.BindingOutcome;
import org.estampille.bind.CollectionHash;
import org.estampille.bind.CollectionMembers;
import org.estampille.bind.HardBinding;
import org.estampille.bind.HardBindings;
import org.estampille.bytes.LimitExceededException;
import org.estampille.container.ContainerMap;
import org.estampille.manifest.BindingAssertion;
import org.estampille.manifest.Claim;
import org.estampille.manifest.HardBindingChoice;
import org.estampille.manifest.Manifest;
import org.estampille.manifest.ManifestStore;

/** Rule {@code hard-binding}: the asset is the one the active manifest was made for (clause 14.12). */
final class HardBindingRules {

    /** The codes of one kind of binding. */
    private record Codes(
            StatusCode match, StatusCode mismatch, StatusCode malformed, StatusCode additional, StatusCode missing) {

        Codes(StatusCode match, StatusCode mismatch, StatusCode malformed, StatusCode additional) {
            this(match, mismatch, malformed, additional, mismatch);
        }
    }

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

    private static final Codes BOXES = new Codes(
            StatusCode.ASSERTION_BOXES_HASH_MATCH,
            StatusCode.ASSERTION_BOXES_HASH_MISMATCH,
            StatusCode.ASSERTION_BOXES_HASH_MALFORMED,
            StatusCode.ASSERTION_BOXES_HASH_ADDITIONAL_EXCLUSIONS_PRESENT);

    private static final Codes PARTS = new Codes(
            StatusCode.ASSERTION_MULTI_ASSET_HASH_MATCH,
            StatusCode.ASSERTION_MULTI_ASSET_HASH_MISMATCH,
            StatusCode.ASSERTION_MULTI_ASSET_HASH_MALFORMED,
            StatusCode.ASSERTION_MULTI_ASSET_HASH_MATCH,
            StatusCode.ASSERTION_MULTI_ASSET_HASH_MISSING_PART);

    /** Bindings that are checked here; any other leaves the judgement open. */
    private static final Map<String, Codes> CHECKED = Map.of(
            "c2pa.hash.data", DATA, "c2pa.hash.boxes", BOXES, "c2pa.hash.bmff.v2", BMFF, "c2pa.hash.bmff.v3", BMFF);

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
        Optional<Manifest> bound = HardBindingChoice.boundManifest(store, active);
        if (bound.isEmpty()) {
            findings.add(
                    StatusCode.CLAIM_HARD_BINDINGS_MISSING, active.uri(), "no standard manifest among the parents");
            return Optional.empty();
        }
        Optional<BindingAssertion> binding = HardBindingChoice.binding(bound.get());
        if (binding.isEmpty()) {
            return Optional.empty();
        }
        return compare(binding.get(), bound.get(), facts(bound.get(), active, asset, map), findings);
    }

    private HardBinding.Context facts(Manifest bound, Manifest active, Asset asset, ContainerMap map) {
        return new HardBinding.Context(
                asset,
                map,
                bound.claim().flatMap(Claim::alg),
                active.isUpdate(),
                context.engine(),
                context.limits(),
                context.threads());
    }

    private Optional<String> compare(
            BindingAssertion binding, Manifest bound, HardBinding.Context facts, Findings findings)
            throws IOException, LimitExceededException {
        String base = binding.label().base();
        String url = bound.uriOf(binding);
        if (base.equals(CollectionHash.LABEL) && facts.asset().format().family() == AssetFormat.Family.ZIP) {
            ArchiveRules.check(binding, url, facts, findings);
            return Optional.empty();
        }
        Codes codes = CHECKED.get(base);
        if (codes == null) {
            return Optional.of(base);
        }
        BindingOutcome outcome = HardBindings.check(base, binding.content(), facts);
        boolean rescued = outcome instanceof BindingOutcome.Mismatch && parts(bound, facts, findings);
        if (!rescued) {
            report(outcome, codes, url, findings);
        }
        return Optional.empty();
    }

    /** Checks the parts where the whole does not fit (clause 14.12.4); true when they do, so that the whole need not. */
    private boolean parts(Manifest bound, HardBinding.Context facts, Findings findings)
            throws IOException, LimitExceededException {
        PartRules rules = new PartRules(context, bound);
        Optional<BindingAssertion> assertion = rules.assertion();
        if (assertion.isEmpty()) {
            return false;
        }
        BindingOutcome outcome = rules.check(assertion.get(), facts);
        report(outcome, PARTS, bound.uriOf(assertion.get()), findings);
        return outcome instanceof BindingOutcome.Match;
    }

    boolean isOfCollection(Manifest active) {
        return HardBindingChoice.boundManifest(store, active)
                .flatMap(HardBindingChoice::binding)
                .filter(binding -> binding.label().base().equals(CollectionHash.LABEL))
                .isPresent();
    }

    /** Checks the members of the collection that {@code active} stands for. */
    Optional<String> check(Manifest active, CollectionMembers members, Findings findings)
            throws IOException, LimitExceededException {
        Optional<Manifest> bound = HardBindingChoice.boundManifest(store, active);
        Optional<BindingAssertion> binding = bound.flatMap(HardBindingChoice::binding);
        if (bound.isPresent() && binding.isPresent()) {
            new CollectionRules(context, bound.get()).check(binding.get(), members, findings);
        }
        return Optional.empty();
    }

    static void reportBmff(BindingOutcome outcome, String url, Findings findings) {
        report(outcome, BMFF, url, findings);
    }

    private static void report(BindingOutcome outcome, Codes codes, String url, Findings findings) {
        if (outcome instanceof BindingOutcome.Match match) {
            findings.add(codes.match, url, "the asset is the one that was signed");
            if (match.additionalExclusions()) {
                findings.add(codes.additional, url, "more than the manifest store is left out of the hash");
            }
        } else if (outcome instanceof BindingOutcome.Mismatch mismatch) {
            findings.add(codes.mismatch, url, mismatch.reason());
        } else if (outcome instanceof BindingOutcome.Malformed malformed) {
            findings.add(codes.malformed, url, malformed.reason());
        } else if (outcome instanceof BindingOutcome.Missing missing) {
            findings.add(codes.missing, url, missing.reason());
        } else if (outcome instanceof BindingOutcome.UnknownBox unknown) {
            findings.add(StatusCode.ASSERTION_BOXES_HASH_UNKNOWN_BOX, url, unknown.reason());
        } else {
            findings.add(StatusCode.ALGORITHM_UNSUPPORTED, url, "hash algorithm missing or not allowed");
        }
    }
}
