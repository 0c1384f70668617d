package org.estampille.policy;

import java.util.List;

/** What one profile says about one file. */
public sealed interface Verdict permits RightsVerdict {

    /** Name of the profile. */
    String profile();

    /** What it decides. */
    Decision decision();

    /** Every rule it applied, in its own order. */
    List<RuleResult> rules();

    /** The worst of what rules came to. */
    static Decision worst(List<RuleResult> rules) {
        Decision worst = Decision.ACCEPT;
        for (RuleResult rule : rules) {
            worst = worst.worse(rule.outcome().decision());
        }
        return worst;
    }
}
