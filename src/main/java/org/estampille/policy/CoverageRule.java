package org.estampille.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.declaration.OutputRights;
import org.estampille.disclosure.AiStatement;
import org.estampille.disclosure.DerivedClass;
import org.estampille.disclosure.Involvement;
import org.estampille.disclosure.RightsRecord;
import org.estampille.disclosure.TrailManifest;
import org.estampille.disclosure.TrailManifest.Place;

/** R-EV-01: every part that AI made or changed has a statement about rights, in its own manifest or in one above it. */
final class CoverageRule {

    private static final String ACTIONS = "/actions/";
    private static final int MOST_NAMES = 12;

    private final Dossier dossier;

    CoverageRule(Dossier dossier) {
        this.dossier = dossier;
    }

    Finding judge() {
        Involvement involvement = dossier.disclosure().involvement();
        Finding worst = Finding.NOT_APPLICABLE;
        for (TrailManifest manifest : dossier.trail().manifests()) {
            if (manifest.place() != Place.INPUT) {
                worst = of(manifest).worse(worst);
            }
        }
        if (involvement == Involvement.UNKNOWN) {
            return Finding.UNKNOWN.because("ai-unknown").with(untold()).worse(worst);
        }
        return involvement == Involvement.NONE_DECLARED && worst.kind() == Finding.Kind.NOT_APPLICABLE
                ? worst.because("no-ai")
                : worst;
    }

    /** What it was made from and nobody can tell anything about, by its title or else its reference. */
    private List<String> untold() {
        return dossier.disclosure().derivation().ingredients().stream()
                .filter(part -> part.derived() == DerivedClass.UNKNOWN)
                .map(part -> part.title().orElse(part.url()))
                .limit(MOST_NAMES)
                .toList();
    }

    private Finding of(TrailManifest manifest) {
        List<AiStatement> generative = manifest.statements().stream()
                .filter(statement ->
                        statement.counts() && statement.involvement().isGenerative())
                .toList();
        if (generative.isEmpty()) {
            return Finding.NOT_APPLICABLE;
        }
        List<RightsRecord> own = counting(manifest);
        if (manifest.supersededBy().isPresent()) {
            return amended(manifest.supersededBy().get(), generative).with(manifest.label());
        }
        if (own.isEmpty()) {
            return above(manifest).with(manifest.label());
        }
        List<Long> indexes = indexes(own);
        List<String> open = new ArrayList<>();
        for (AiStatement statement : generative) {
            Optional<Long> action = actionOf(statement);
            // The first action is the inception: its source type sums up the others.
            if (action.isPresent() && action.get() > 0 && !indexes.isEmpty() && !indexes.contains(action.get())) {
                open.add(statement.where());
            }
        }
        return Finding.violatedIf(!open.isEmpty()).with(open);
    }

    /** A later declaration states everything anew but cannot name actions of the earlier manifest, so it is counted. */
    private Finding amended(String later, List<AiStatement> generative) {
        List<RightsRecord> records =
                dossier.trail().find(later).map(CoverageRule::counting).orElse(List.of());
        long changes = generative.stream()
                .filter(statement -> actionOf(statement).orElse(0L) > 0)
                .count();
        if (records.isEmpty()) {
            return Finding.VIOLATED;
        }
        return records.size() >= changes ? Finding.HOLDS : Finding.UNKNOWN.because("not-named");
    }

    /** A manifest of somebody else's tool says nothing of rights; a manifest above may speak for it. */
    private Finding above(TrailManifest manifest) {
        Optional<TrailManifest> owner =
                manifest.owner().flatMap(label -> dossier.trail().find(label));
        if (owner.isEmpty()) {
            return Finding.VIOLATED;
        }
        List<RightsRecord> records = counting(owner.get());
        for (RightsRecord record : records) {
            for (OutputRights.AppliesTo part : record.rights().appliesTo()) {
                boolean named = manifest.ingredient().isPresent()
                        && part.ingredientLabel().equals(manifest.ingredient());
                if (named || isWhole(part) && isGenerative(owner.get(), part)) {
                    return Finding.HOLDS;
                }
            }
        }
        return records.isEmpty() ? above(owner.get()) : Finding.UNKNOWN.because("not-named");
    }

    private static List<RightsRecord> counting(TrailManifest manifest) {
        return manifest.records().stream()
                .filter(record -> record.strength() != AiStatement.Strength.UNVERIFIED)
                .toList();
    }

    private static boolean isWhole(OutputRights.AppliesTo part) {
        return part.range().isEmpty()
                && part.ingredientLabel().isEmpty()
                && part.assetSha256().isEmpty();
    }

    private static boolean isGenerative(TrailManifest owner, OutputRights.AppliesTo part) {
        return owner.statements().stream()
                .anyMatch(statement -> statement.involvement().isGenerative()
                        && actionOf(statement).isPresent()
                        && actionOf(statement).equals(part.actionIndex()));
    }

    private static List<Long> indexes(List<RightsRecord> records) {
        return records.stream()
                .flatMap(record -> record.rights().appliesTo().stream())
                .flatMap(part -> part.actionIndex().stream())
                .toList();
    }

    private static Optional<Long> actionOf(AiStatement statement) {
        int place = statement.where().lastIndexOf(ACTIONS);
        return statement.kind() != AiStatement.Kind.ACTION || place < 0
                ? Optional.empty()
                : Optional.of(Long.parseLong(statement.where().substring(place + ACTIONS.length())));
    }
}
