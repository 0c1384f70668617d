package org.estampille.validate;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.estampille.asset.Asset;
import org.estampille.bytes.LimitExceededException;
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
        Manifest active = store.active().orElseThrow(() -> new IllegalArgumentException("a store without manifests"));
        ManifestValidator manifests = new ManifestValidator(context, store);
        ValidatedManifest own = manifests.validate(active);
        Findings binding = new Findings();
        Optional<String> undecided = active.kind() == Manifest.Kind.COMPRESSED
                ? Optional.of("compressed manifest")
                : new HardBindingRules(context, store).check(active, asset, map, binding);
        padding(active, places, binding);
        labels(store, active, binding);
        UnsignedContentRules.check(store, active, context.limits(), binding);
        for (ContainerMap.Suspicion suspicion : map.suspicions()) {
            binding.add(StatusCode.CONTAINER_SUSPICIOUS, active.uri(), suspicion.what());
        }
        ValidatedManifest whole = own.and(binding.toList());
        List<IngredientResult> ingredients = new IngredientWalk(store, manifests::validate, context).below(active);
        return new ValidationResult(store, whole, ingredients, StateRule.of(whole, ingredients, undecided), undecided);
    }

    /**
     * Validates the active manifest of {@code store} by itself: signature, claim, assertions. Neither the asset nor the ingredients
     * are asked about, so this earns no state.
     */
    public ValidatedManifest validateActive(ManifestStore store) throws LimitExceededException {
        Manifest active = store.active().orElseThrow(() -> new IllegalArgumentException("a store without manifests"));
        return new ManifestValidator(context, store).validate(active);
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
