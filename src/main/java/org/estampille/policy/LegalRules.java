package org.estampille.policy;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.estampille.declaration.Answer;
import org.estampille.declaration.HumanAuthorship.Level;
import org.estampille.declaration.Release;

/** What terms alone cannot give: authorship, a deed, exclusivity, cover. */
final class LegalRules {

    private static final Set<Level> LITTLE = EnumSet.of(Level.NONE, Level.PROMPT_ONLY);

    private LegalRules() {}

    static Map<String, Condition> conditions() {
        return Map.of(
                "W-LEG-01", LegalRules::authorIsHuman,
                "W-LEG-02", ChainRules::particulars,
                "W-LEG-03", LegalRules::exclusivityIsHeld);
    }

    private static Finding authorIsHuman(Case one) {
        Optional<Level> level = one.terms().humanAuthorship().level();
        return level.isEmpty()
                ? Finding.UNKNOWN
                : Finding.violatedIf(LITTLE.contains(level.get()))
                        .with(level.get().word());
    }

    private static Finding exclusivityIsHeld(Case one) {
        Answer promised =
                one.release().map(release -> release.promises().exclusive()).orElse(Answer.UNKNOWN);
        return switch (promised) {
            case UNKNOWN -> Finding.UNKNOWN.with("release.promises.exclusive");
            case NO -> Finding.NOT_APPLICABLE;
            case YES -> StatusRules.isGiven(one.terms().rights().exclusive(), "rights.exclusive");
        };
    }

    /** Of the whole file: the producer's insurance. */
    static Finding insuranceWasReviewed(Dossier dossier) {
        if (dossier.release().isEmpty()) {
            return Finding.UNKNOWN;
        }
        Optional<Release.Insurance> insurance = dossier.release().get().insurance();
        boolean reviewed = insurance.isPresent()
                && insurance.get().policyRef().isPresent()
                && insurance.get().aiExclusionReviewed() == Answer.YES;
        return Finding.violatedIf(!reviewed);
    }
}
