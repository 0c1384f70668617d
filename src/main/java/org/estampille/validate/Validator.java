package org.estampille.validate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.estampille.asset.Asset;
import org.estampille.bind.CollectionMembers;
import org.estampille.bind.FragmentedTrack;
import org.estampille.bind.TrackCheck;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.container.ContainerMap;
import org.estampille.container.EmbeddedStore;
import org.estampille.manifest.Manifest;
import org.estampille.manifest.ManifestStore;

/** The door of the package: judges the manifests of one asset. Safe for use by several threads. */
public final class Validator {

    private final ValidationContext context;

    public Validator(ValidationContext context) {
        this.context = context;
    }

    /**
     * Validates the active manifest of {@code store}, its ingredients and its hold on {@code asset}.
     *
     * @param store with at least one manifest
     * @param places where the store stands in the asset; none for a store that came from elsewhere
     * @throws IOException when the asset cannot be read
     * @throws LimitExceededException when judging would cost more than the limits allow
     */
    public ValidationResult validate(ManifestStore store, Asset asset, ContainerMap map, List<EmbeddedStore> places)
            throws IOException, LimitExceededException {
        return validate(
                store,
                places,
                map.suspicions(),
                (rules, active, findings) -> rules.check(active, asset, map, findings));
    }

    /**
     * Validates a store that stands for a collection of files: one for which {@link #isOfCollection} holds.
     *
     * @param members the files, found from the place of the store
     * @throws IOException when a member cannot be read
     * @throws LimitExceededException when judging would cost more than the limits allow
     */
    public ValidationResult validate(ManifestStore store, CollectionMembers members)
            throws IOException, LimitExceededException {
        return validate(
                store, List.of(), List.of(), (rules, active, findings) -> rules.check(active, members, findings));
    }

    /** Whether the active manifest, or the one it updates, is bound to a collection and to no single asset. */
    public boolean isOfCollection(ManifestStore store) {
        return store.active().isPresent()
                && new HardBindingRules(context, store)
                        .isOfCollection(store.active().get());
    }

    /**
     * Whether the active manifest, or the one it updates, is bound to the fragments of tracks.
     *
     * @param flat whether the fragments lie in the file of the store
     */
    public boolean isOfFragments(ManifestStore store, boolean flat) {
        return store.active().isPresent()
                && new TrackRules(context, store).bindsFragments(store.active().get(), flat);
    }

    /**
     * Validates a store that stands for fragmented tracks, one for which {@link #isOfFragments} holds, and its hold on one of them.
     *
     * @param map of the initialization segment the store was found in
     * @param places where the store stands in it
     * @throws IOException when a fragment cannot be read
     * @throws LimitExceededException when judging would cost more than the limits allow
     */
    public TrackResult validate(
            ManifestStore store, FragmentedTrack track, ContainerMap map, List<EmbeddedStore> places)
            throws IOException, LimitExceededException {
        List<TrackCheck> checks = new ArrayList<>();
        ValidationResult result = validate(store, places, map.suspicions(), (rules, active, findings) -> {
            new TrackRules(context, store)
                    .check(active, track, places, findings)
                    .ifPresent(checks::add);
            return Optional.empty();
        });
        return new TrackResult(result, checks.stream().findFirst());
    }

    /**
     * Validates a track whose segments are signed one by one, as those of live media are: with session keys, or with manifests of
     * their own.
     *
     * @param init the initialization segment the store was found in
     * @param map of it
     * @param places where the store stands in it
     * @param holding receives what was established about each manifest of a segment that holds
     * @return its check is empty when nothing signs the segments
     * @throws IOException when a segment cannot be read
     * @throws MalformedContentException when the initialization segment cannot be read
     */
    public TrackResult validateLive(
            ManifestStore store,
            Asset init,
            ContainerMap map,
            List<EmbeddedStore> places,
            FragmentedTrack track,
            Consumer<ValidationResult> holding)
            throws IOException, MalformedContentException {
        return new LiveTracks(context, this, holding).validate(store, init, map, places, track);
    }

    /**
     * The same for an initialization segment without a manifest; empty when nothing signs the segments either.
     *
     * @throws IOException when a segment cannot be read
     * @throws MalformedContentException when the initialization segment cannot be read
     */
    public Optional<LiveResult> validateLive(Asset init, FragmentedTrack track)
            throws IOException, MalformedContentException {
        return new LiveTracks(context, this, any -> {}).validate(init, track);
    }

    /** Compares the hard binding; returns why that could not be done. */
    private interface BindingStep {
        Optional<String> check(HardBindingRules rules, Manifest active, Findings findings)
                throws IOException, LimitExceededException;
    }

    private ValidationResult validate(
            ManifestStore given, List<EmbeddedStore> places, List<ContainerMap.Suspicion> suspicions, BindingStep step)
            throws IOException, LimitExceededException {
        Work work = new Work(context.limits());
        work.spendOnRedactions(given);
        ManifestStore store = RedactionRules.withoutPlanted(given);
        Manifest active = store.active().orElseThrow(() -> new IllegalArgumentException("a store without manifests"));
        ManifestValidator manifests = new ManifestValidator(context, store, work);
        ValidatedManifest own = manifests.validate(active);
        Findings binding = new Findings();
        Optional<String> undecided = active.kind() == Manifest.Kind.COMPRESSED
                ? Optional.empty()
                : step.check(new HardBindingRules(context, store), active, binding);
        padding(active, places, binding);
        updateBox(store, binding);
        labels(store, active, binding);
        UnsignedContentRules.check(store, active, context.limits(), binding);
        for (ContainerMap.Suspicion suspicion : suspicions) {
            binding.add(StatusCode.CONTAINER_SUSPICIOUS, active.uri(), suspicion.what());
        }
        ValidatedManifest whole = own.and(binding.toList());
        List<IngredientResult> ingredients =
                new IngredientWalk(store, manifests::validate, context, work).below(active);
        return new ValidationResult(store, whole, ingredients, StateRule.of(whole, ingredients, undecided), undecided);
    }

    /**
     * Validates the active manifest of {@code store} by itself: signature, claim, assertions. Neither the asset nor the ingredients
     * are asked about, so this earns no state.
     */
    public ValidatedManifest validateActive(ManifestStore given) throws LimitExceededException {
        Work work = new Work(context.limits());
        work.spendOnRedactions(given);
        ManifestStore store = RedactionRules.withoutPlanted(given);
        Manifest active = store.active().orElseThrow(() -> new IllegalArgumentException("a store without manifests"));
        return new ManifestValidator(context, store, work).validate(active);
    }

    /** Rule {@code update-box}: a second store, added to a file later, holds nothing but update manifests (clause A.5.2). */
    private static void updateBox(ManifestStore store, Findings findings) {
        if (store.boxes().size() < 2) {
            return;
        }
        for (Manifest manifest : store.manifests()) {
            if (!manifest.isUpdate() && store.boxes().get(1).children().contains(manifest.stored())) {
                findings.add(
                        StatusCode.MANIFEST_UPDATE_INVALID,
                        manifest.uri(),
                        "no update manifest, in the store of updates");
            }
        }
    }

    /** Rule {@code labels}: a label names one manifest, or references could mean either. */
    private static void labels(ManifestStore store, Manifest active, Findings findings) {
        Set<String> seen = new HashSet<>();
        for (Manifest manifest : store.manifests()) {
            if (!seen.add(manifest.label())) {
                findings.add(StatusCode.GENERAL_ERROR, active.uri(), "two manifests are labelled " + manifest.label());
                return;
            }
        }
    }

    /** Rule {@code padding}: our own, see specs/validation.md. */
    private static void padding(Manifest active, List<EmbeddedStore> places, Findings findings) {
        for (EmbeddedStore place : places) {
            if (!place.padding().isZero()) {
                findings.add(StatusCode.PAD_NON_ZERO, active.uri(), "the padding after the manifest store is not zero");
            }
        }
    }
}
