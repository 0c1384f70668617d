package org.estampille.validate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.bind.BindingOutcome;
import org.estampille.bind.HardBinding;
import org.estampille.bind.MultiAssetHash;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.jumbf.SuperBox;
import org.estampille.manifest.Assertion;
import org.estampille.manifest.BindingAssertion;
import org.estampille.manifest.Claim;
import org.estampille.manifest.HashedUri;
import org.estampille.manifest.Manifest;

/** Finds and checks the multi-asset hash of a manifest (clause 14.12.4). */
final class PartRules {

    private final Manifest bound;
    private final BoxHashes hashes;

    PartRules(ValidationContext context, Manifest bound) {
        this.bound = bound;
        this.hashes = new BoxHashes(context.engine(), new Work(context.limits()));
    }

    /** The multi-asset hash the signer stands behind; the first of several, which {@link #check} refuses. */
    Optional<BindingAssertion> assertion() {
        return all().stream().findFirst();
    }

    private List<BindingAssertion> all() {
        List<BindingAssertion> found = new ArrayList<>();
        for (HashedUri entry : bound.claim().map(Claim::created).orElse(List.of())) {
            Optional<Assertion> assertion = box(entry).flatMap(bound::assertionIn);
            if (assertion.isPresent()
                    && assertion.get() instanceof BindingAssertion binding
                    && binding.label().base().equals(MultiAssetHash.LABEL)) {
                found.add(binding);
            }
        }
        return found;
    }

    BindingOutcome check(BindingAssertion assertion, HardBinding.Context facts)
            throws IOException, LimitExceededException {
        if (all().size() > 1) {
            return new BindingOutcome.Malformed("more than one multi-asset hash");
        }
        MultiAssetHash parts;
        try {
            parts = MultiAssetHash.read(assertion.content());
        } catch (MalformedContentException e) {
            return new BindingOutcome.Malformed(e.problem());
        }
        return parts.check(facts, this::part);
    }

    /** The hash of a part, when it is in this manifest and the one that was meant. */
    private Optional<MultiAssetHash.PartAssertions.Found> part(HashedUri reference) throws LimitExceededException {
        Optional<SuperBox> box = box(reference);
        Optional<Assertion> assertion = box.flatMap(bound::assertionIn);
        if (assertion.isEmpty() || !(assertion.get() instanceof BindingAssertion binding)) {
            return Optional.empty();
        }
        BoxHashes.Outcome hash =
                hashes.compare(reference, box.get(), bound.claim().flatMap(Claim::alg));
        return hash == BoxHashes.Outcome.MATCH
                ? Optional.of(
                        new MultiAssetHash.PartAssertions.Found(binding.label().base(), binding.content()))
                : Optional.empty();
    }

    private Optional<SuperBox> box(HashedUri reference) {
        return reference.target().flatMap(bound::localPath).flatMap(bound::find);
    }
}
