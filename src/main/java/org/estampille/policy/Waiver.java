package org.estampille.policy;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A house lets the violation of a rule pass, for a time and under a name.
 *
 * @param rule such as {@code BA-03}
 * @param profile the only profile it is for; empty for all that have the rule
 * @param reason why
 * @param by who answers for it
 * @param role of that person
 * @param until last day
 */
public record Waiver(
        String rule, Optional<String> profile, String reason, String by, Optional<String> role, LocalDate until) {

    /** Whether it is in force. */
    public boolean holdsOn(LocalDate day) {
        return !day.isAfter(until);
    }

    /** Whether it is for this rule of this profile. */
    boolean isFor(String profileName, RuleResult result) {
        return result.id().equals(rule) && profile.map(profileName::equals).orElse(true);
    }
}
