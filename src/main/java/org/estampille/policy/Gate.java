package org.estampille.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.estampille.declaration.Release;
import org.estampille.disclosure.ContentDisclosure;
import org.estampille.disclosure.DecodedRights;
import org.estampille.disclosure.RightsBasis;
import org.estampille.disclosure.RightsTrail;
import org.estampille.terms.EvidenceFolder;
import org.estampille.validate.Signer;
import org.estampille.validate.ValidationResult;

/**
 * The profiles a run was asked to apply, with what they need beside the file. Safe for use by several threads.
 *
 * @param profiles in the order of the verdicts
 * @param release how the work goes out
 * @param evidence archived terms at hand
 * @param house rules, answers and waivers of the house
 */
public record Gate(List<Profile> profiles, Optional<Release> release, EvidenceFolder evidence, Optional<House> house) {

    public Gate {
        profiles = List.copyOf(profiles);
    }

    /** A gate that asks nothing. */
    public static Gate open() {
        return new Gate(List.of(), Optional.empty(), EvidenceFolder.notGiven(), Optional.empty());
    }

    /** Whether marks outside of manifests are needed: every profile asks whether they agree with what is declared. */
    public boolean asksForMarks() {
        return !profiles.isEmpty();
    }

    /** What statements about rights are judged by in this run. */
    public RightsBasis basis(Instant at, DecodedRights known) {
        return new RightsBasis(at, evidence, known);
    }

    /**
     * Judges a file by what its validated manifests say.
     *
     * @param identified absolute references of the assertions that a trusted named actor stands behind
     * @param view the file as formulas see it; asked for when there are formulas
     */
    public List<Verdict> judge(
            ValidationResult result,
            ContentDisclosure disclosure,
            RightsBasis basis,
            Set<String> identified,
            Supplier<AssetView> view) {
        if (profiles.isEmpty()) {
            return List.of();
        }
        Dossier.Integrity integrity = switch (result.state()) {
            case TRUSTED, VALID -> Dossier.Integrity.HOLDS;
            case WELL_FORMED, INVALID ->
                result.active().isEarlyAt(basis.at()) ? Dossier.Integrity.EARLY : Dossier.Integrity.BROKEN;
            case INDETERMINATE -> Dossier.Integrity.UNDECIDED;
        };
        boolean trusted = result.active()
                .signer()
                .filter(signer -> signer.standing() == Signer.Standing.TRUSTED)
                .isPresent();
        RightsTrail trail = RightsTrail.of(result, basis);
        return judge(new Dossier(
                integrity, trusted, disclosure, trail, release, evidence, identified, basis.at(), seen(view), rules()));
    }

    /** Judges a file without a manifest that could be validated. */
    public List<Verdict> judgeWithout(Dossier.Integrity integrity, Instant at, Supplier<AssetView> view) {
        if (profiles.isEmpty()) {
            return List.of();
        }
        return judge(new Dossier(
                integrity,
                false,
                ContentDisclosure.nothing(),
                RightsTrail.nothing(),
                release,
                evidence,
                Set.of(),
                at,
                seen(view),
                rules()));
    }

    /** The document costs something, and only formulas look at it. */
    private AssetView seen(Supplier<AssetView> view) {
        return profiles.stream().anyMatch(RuleProfile.class::isInstance) ? view.get() : AssetView.none();
    }

    private House rules() {
        return house.orElseGet(House::none);
    }

    private List<Verdict> judge(Dossier dossier) {
        return profiles.stream()
                .map(profile -> rules().waived(profile.judge(dossier), dossier.today()))
                .toList();
    }
}
