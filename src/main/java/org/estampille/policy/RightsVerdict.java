package org.estampille.policy;

import java.util.List;
import java.util.Optional;

/**
 * The verdict of a rights profile: about terms, not about copyright.
 *
 * @param profile name
 * @param text its version
 * @param rules what each rule came to; one that is open stands once for each statement it is open for
 */
public record RightsVerdict(String profile, String text, List<RuleResult> rules) implements Verdict {

    public RightsVerdict {
        rules = List.copyOf(rules);
    }

    @Override
    public Decision decision() {
        return Verdict.worst(rules);
    }

    @Override
    public Optional<String> version() {
        return Optional.of(text);
    }

    @Override
    public Optional<Duty> duty() {
        return Optional.empty();
    }

    @Override
    public Verdict with(List<RuleResult> results) {
        return new RightsVerdict(profile, text, results);
    }
}
