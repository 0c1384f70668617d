package org.estampille.policy;

import java.util.List;
import java.util.Optional;

/**
 * The verdict of a profile of formulas.
 *
 * @param profile name
 * @param version of the profile
 * @param rules what each rule came to
 * @param duty the duty that follows, where the profile asks for one
 */
public record ProfileVerdict(String profile, Optional<String> version, List<RuleResult> rules, Optional<Duty> duty)
        implements Verdict {

    public ProfileVerdict {
        rules = List.copyOf(rules);
    }

    @Override
    public Decision decision() {
        return Verdict.worst(rules);
    }

    @Override
    public Verdict with(List<RuleResult> results) {
        return new ProfileVerdict(profile, version, results, duty);
    }
}
