package org.estampille.validate;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.estampille.bind.BindingOutcome;
import org.estampille.bind.BmffHash;
import org.estampille.bind.FragmentedTrack;
import org.estampille.bind.HardBindings;
import org.estampille.bind.TrackCheck;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.container.EmbeddedStore;
import org.estampille.manifest.BindingAssertion;
import org.estampille.manifest.Claim;
import org.estampille.manifest.HardBindingChoice;
import org.estampille.manifest.Manifest;
import org.estampille.manifest.ManifestStore;

/** Rule {@code hard-binding} for a fragmented track: each fragment that is here is the one that was bound (clause 14.12.2.2). */
final class TrackRules {

    private final ValidationContext context;
    private final ManifestStore store;

    TrackRules(ValidationContext context, ManifestStore store) {
        this.context = context;
        this.store = store;
    }

    /** A binding of fragments and the manifest it is of. */
    private record Bound(Manifest manifest, BindingAssertion assertion, BmffHash hash) {}

    boolean bindsFragments(Manifest active, boolean flat) {
        return bound(active, flat).isPresent();
    }

    private Optional<Bound> bound(Manifest active, boolean flat) {
        Optional<Manifest> manifest = HardBindingChoice.boundManifest(store, active);
        Optional<BindingAssertion> binding = manifest.flatMap(HardBindingChoice::binding);
        if (binding.isEmpty()) {
            return Optional.empty();
        }
        try {
            return HardBindings.read(binding.get().label().base(), binding.get().content(), context.limits())
                    .filter(hash -> hash instanceof BmffHash bmff && bmff.bindsFragments(flat))
                    .map(hash -> new Bound(manifest.get(), binding.get(), (BmffHash) hash));
        } catch (MalformedContentException e) {
            return Optional.empty();
        }
    }

    /** Compares the track; empty when the manifest binds no fragments. */
    Optional<TrackCheck> check(Manifest active, FragmentedTrack track, List<EmbeddedStore> places, Findings findings)
            throws IOException, LimitExceededException {
        Optional<Bound> bound = bound(active, track.flat());
        if (bound.isEmpty()) {
            return Optional.empty();
        }
        String url = bound.get().manifest().uriOf(bound.get().assertion());
        try {
            Optional<String> alg = bound.get().manifest().claim().flatMap(Claim::alg);
            TrackCheck check = bound.get().hash().check(track, alg, context.engine(), context.limits());
            boolean padded = places.stream().anyMatch(place -> !place.padding().isZero());
            BindingOutcome outcome = padded
                    ? new BindingOutcome.Mismatch("the padding after the manifest store is not zero")
                    : check.outcome();
            HardBindingRules.reportBmff(outcome, url, findings);
            return Optional.of(check);
        } catch (LimitExceededException e) {
            throw e;
        } catch (MalformedContentException e) {
            HardBindingRules.reportBmff(
                    new BindingOutcome.Mismatch("the initialization segment is broken: " + e.problem()), url, findings);
            return Optional.empty();
        }
    }
}
