package org.estampille.policy;

import java.util.List;
import java.util.Optional;

/**
 * What one rule came to.
 *
 * @param id such as {@code R-ST-01}
 * @param outcome what follows
 * @param reason key of the sentence that says why, such as {@code R-ST-01.violated}
 * @param details values that belong into that sentence, as found in the file
 * @param field what the rule looked at
 * @param evidence SHA-256 of the text it rests on
 * @param tool the AI tool it is about, where it is about one
 * @param where reference of the statement it is about
 */
public record RuleResult(
        String id,
        Outcome outcome,
        String reason,
        List<String> details,
        String field,
        Optional<String> evidence,
        Optional<String> tool,
        Optional<String> where) {

    public RuleResult {
        details = List.copyOf(details);
    }
}
