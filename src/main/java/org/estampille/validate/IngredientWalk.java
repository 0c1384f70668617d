package org.estampille.validate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
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
 * Visits every ingredient below a manifest, depth first. Each manifest is validated once however often it is used, a cycle ends
 * where it closes, and where two ways lead to a manifest, the second is only followed when other failures are known on it. What a signer wrote down about an ingredient is taken as known to that signer (clause 16.5.13.4.1), so
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
    private final Work work;
    private final Map<String, ValidatedManifest> judged = new HashMap<>();
    private final Set<String> path = new HashSet<>();
    /** With which failures known above it a manifest was looked below; looking again with the same finds the same. */
    private final Map<String, Set<Set<RecordedStatus>>> visited = new HashMap<>();

    private final List<IngredientResult> results = new ArrayList<>();

    IngredientWalk(ManifestStore store, ManifestJudge judge, ValidationContext context, Work work) {
        this.store = store;
        this.judge = judge;
        this.depthLimit = context.limits().depth() * 4;
        this.countLimit = context.limits().manifests();
        this.work = work;
    }

    List<IngredientResult> below(Manifest active) throws LimitExceededException {
        visit(active, Set.of(), 0);
        return List.copyOf(results);
    }

    private void visit(Manifest manifest, Set<RecordedStatus> inherited, int depth) throws LimitExceededException {
        LimitExceededException.check("ingredient depth", depth, depthLimit);
        if (!path.add(manifest.label())) {
            return;
        }
        if (!visited.computeIfAbsent(manifest.label(), first -> new HashSet<>()).add(inherited)) {
            path.remove(manifest.label());
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

    private void one(Manifest owner, Ingredient ingredient, Set<RecordedStatus> inherited, int depth)
            throws LimitExceededException {
        Optional<Manifest> target = ingredient
                .references()
                .manifest()
                .flatMap(HashedUri::target)
                .flatMap(JumbfUri::manifest)
                .flatMap(store::find);
        work.spend(inherited.size() + (long) ingredient.recorded().size());
        Set<RecordedStatus> recorded = new LinkedHashSet<>(inherited);
        for (RecordedStatus status : ingredient.recorded()) {
            if (status.code().equals(EXPIRED) || StatusCode.isFailure(status.code())) {
                recorded.add(status);
            }
        }
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

    private List<Finding> unrecorded(ValidatedManifest validated, Set<RecordedStatus> recorded)
            throws LimitExceededException {
        List<Finding> fresh = new ArrayList<>();
        for (Finding finding : validated.findings()) {
            work.spend(finding.isFailure() ? recorded.size() + 1L : 1L);
            if (finding.isFailure() && !isRecorded(finding, validated.manifest(), recorded)) {
                fresh.add(finding);
            }
        }
        return fresh;
    }

    private static boolean isRecorded(Finding finding, Manifest manifest, Set<RecordedStatus> recorded) {
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
