package org.estampille.policy;

import java.util.Map;
import java.util.Optional;

/**
 * The words of a rule that brings its own, each by language ({@code en}, {@code fr}).
 *
 * @param requirement what the rule asks for
 * @param violation what is said when it is violated
 * @param advice what to do then
 * @param basis the law, code or clause it rests on, down to the paragraph
 */
public record RuleWords(
        Map<String, String> requirement,
        Map<String, String> violation,
        Map<String, String> advice,
        Map<String, String> basis) {

    public RuleWords {
        requirement = Map.copyOf(requirement);
        violation = Map.copyOf(violation);
        advice = Map.copyOf(advice);
        basis = Map.copyOf(basis);
    }

    /** The text in {@code language}, else in English, else in whatever language there is; empty without any. */
    public static Optional<String> in(Map<String, String> texts, String language) {
        return Optional.ofNullable(texts.get(language))
                .or(() -> Optional.ofNullable(texts.get("en")))
                .or(() -> texts.values().stream().findFirst());
    }
}
