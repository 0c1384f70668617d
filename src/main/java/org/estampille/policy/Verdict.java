package org.estampille.policy;

import java.util.List;
import java.util.Optional;

/** What one profile says about one file. */
public sealed interface Verdict permits RightsVerdict, ProfileVerdict {

    /** Name of the profile. */
    String profile();

    /** What it decides. */
    Decision decision();

    /** Every rule it applied, in its own order. */
    List<RuleResult> rules();

    /** Version of the profile, where it has one. */
    Optional<String> version();

    /** The duty that follows, where the profile asks for one. */
    Optional<Duty> duty();

    /** The same with other results. */
    Verdict with(List<RuleResult> results);

    /** The worst of what rules came to. */
    static Decision worst(List<RuleResult> rules) {
        Decision worst = Decision.ACCEPT;
        for (RuleResult rule : rules) {
            worst = worst.worse(rule.outcome().decision());
        }
        return worst;
    }
}
