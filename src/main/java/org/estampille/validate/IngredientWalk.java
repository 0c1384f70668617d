package org.estampille.validate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.estampille.bytes.LimitExceededException;
import org.estampille.jumbf.JumbfUri;
import org.estampille.manifest.Assertion;
import org.estampille.manifest.HashedUri;
import org.estampille.manifest.Ingredient;
import org.estampille.manifest.Manifest;
import org.estampille.manifest.ManifestStore;
import org.estampille.manifest.RecordedStatus;

/**
 * Visits every ingredient below a manifest, depth first. Each manifest is validated once however often it is used, and a cycle
 * ends where it closes. What a signer wrote down about an ingredient is taken as known to that signer (clause 16.5.13.4.1), so
 * only failures that nobody wrote down count against the asset.
 */
final class IngredientWalk {

    /** Validates one manifest by itself. */
    interface ManifestJudge {
        ValidatedManifest judge(Manifest manifest) throws LimitExceededException;
    }

    /** What the reference SDK writes where the standard says {@code claimSignature.outsideValidity}. */
    private static final String EXPIRED = "signingCredential.expired";

    private final ManifestStore store;
    private final ManifestJudge judge;
    private final int depthLimit;
    private final int countLimit;
    private final Map<String, ValidatedManifest> judged = new HashMap<>();
    private final Set<String> path = new HashSet<>();
    private final List<IngredientResult> results = new ArrayList<>();

    IngredientWalk(ManifestStore store, ManifestJudge judge, ValidationContext context) {
        this.store = store;
        this.judge = judge;
        this.depthLimit = context.limits().depth() * 4;
        this.countLimit = context.limits().manifests();
    }

    List<IngredientResult> below(Manifest active) throws LimitExceededException {
        visit(active, List.of(), 0);
        return List.copyOf(results);
    }

    private void visit(Manifest manifest, List<RecordedStatus> inherited, int depth) throws LimitExceededException {
        LimitExceededException.check("ingredient depth", depth, depthLimit);
        if (!path.add(manifest.label())) {
            return;
        }
        for (Assertion assertion : manifest.assertions()) {
            if (assertion instanceof Ingredient ingredient) {
                LimitExceededException.check("ingredients", results.size() + 1L, countLimit);
                one(manifest, ingredient, inherited, depth);
            }
        }
        path.remove(manifest.label());
    }

    private void one(Manifest owner, Ingredient ingredient, List<RecordedStatus> inherited, int depth)
            throws LimitExceededException {
        Optional<Manifest> target = ingredient
                .references()
                .manifest()
                .flatMap(HashedUri::target)
                .flatMap(JumbfUri::manifest)
                .flatMap(store::find);
        List<RecordedStatus> recorded = new ArrayList<>(inherited);
        recorded.addAll(ingredient.recorded());
        Optional<ValidatedManifest> validated = Optional.empty();
        List<Finding> unrecorded = List.of();
        if (target.isPresent()) {
            ValidatedManifest result = judgedOnce(target.get());
            validated = Optional.of(result);
            unrecorded = unrecorded(result, recorded);
        }
        results.add(new IngredientResult(owner.uriOf(ingredient), owner.label(), ingredient, validated, unrecorded));
        if (target.isPresent()) {
            visit(target.get(), recorded, depth + 1);
        }
    }

    private ValidatedManifest judgedOnce(Manifest manifest) throws LimitExceededException {
        ValidatedManifest known = judged.get(manifest.label());
        if (known == null) {
            known = judge.judge(manifest);
            judged.put(manifest.label(), known);
        }
        return known;
    }

    private static List<Finding> unrecorded(ValidatedManifest validated, List<RecordedStatus> recorded) {
        List<Finding> fresh = new ArrayList<>();
        for (Finding finding : validated.findings()) {
            if (finding.isFailure() && !isRecorded(finding, validated.manifest(), recorded)) {
                fresh.add(finding);
            }
        }
        return fresh;
    }

    private static boolean isRecorded(Finding finding, Manifest manifest, List<RecordedStatus> recorded) {
        for (RecordedStatus status : recorded) {
            if (isSameCode(status.code(), finding.code()) && isSamePlace(status.url(), finding.url(), manifest)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSameCode(String recorded, StatusCode code) {
        return recorded.equals(code.code())
                || code == StatusCode.CLAIM_SIGNATURE_OUTSIDE_VALIDITY && recorded.equals(EXPIRED);
    }

    /** A status without a place, or with one that is no reference into the store, stands for the whole manifest. */
    private static boolean isSamePlace(Optional<String> recorded, String url, Manifest manifest) {
        Optional<JumbfUri> uri = recorded.flatMap(JumbfUri::parse);
        return uri.isEmpty() || uri.get().resolveIn(manifest.label()).toString().equals(url);
    }
}
