package org.estampille.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.estampille.formula.JsonObject;
import org.estampille.rubric.Rubric;

/**
 * A profile whose rules are formulas: an asset rubric with a little more in it.
 *
 * @param label its name
 * @param version of its text
 * @param title what it is about, by language
 * @param rubric as read
 * @param rules in order
 * @param includes names of profiles whose results count as its own
 * @param parameters values that a house may change
 * @param allowed words that a parameter can be, by its name; a day is {@code date}, a number that no law sets {@code number}
 * @param answer formula of the duty that follows
 */
public record RuleProfile(
        String label,
        String version,
        Map<String, String> title,
        Rubric rubric,
        List<ProfileRule> rules,
        List<String> includes,
        JsonObject parameters,
        JsonObject allowed,
        Optional<String> answer)
        implements Profile {

    private static final Pattern ANSWER = Pattern.compile("estampille\\.answers\\.([A-Za-z0-9_]+)");

    public RuleProfile {
        title = Map.copyOf(title);
        rules = List.copyOf(rules);
        includes = List.copyOf(includes);
    }

    @Override
    public List<Clause> clauses() {
        List<Clause> clauses = new ArrayList<>();
        for (ProfileRule rule : rules) {
            String basis = RuleWords.in(rule.words().basis(), "en").orElse("");
            clauses.add(new Clause(
                    rule.id(), rule.violation(), basis, Optional.of(rule.words()), version, rule.from(), rule.until()));
        }
        included().forEach(profile -> clauses.addAll(profile.clauses()));
        return clauses;
    }

    /** Whether it asks for what the law asks for, itself or by what it includes. */
    boolean hasLaw() {
        return rules.stream().anyMatch(ProfileRule::law)
                || included().stream()
                        .anyMatch(profile -> profile instanceof RuleProfile formulas && formulas.hasLaw());
    }

    /** Whether one of its formulas names that parameter. */
    boolean comparesWith(String parameter) {
        Pattern name = Pattern.compile("parameters\\." + Pattern.quote(parameter) + "\\b");
        return formulas().anyMatch(formula -> name.matcher(formula).find());
    }

    /** The names of the answers that its formulas ask for. */
    Set<String> asks() {
        return formulas()
                .flatMap(formula -> ANSWER.matcher(formula).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private Stream<String> formulas() {
        return Stream.concat(
                rubric.expressions().values().stream(),
                rules.stream()
                        .flatMap(rule -> Stream.of(Optional.of(rule.violatedBy()), rule.appliesIf(), rule.openIf())
                                .flatMap(Optional::stream)));
    }

    List<Profile> included() {
        return includes.stream()
                .flatMap(name -> BundledProfiles.named(name).stream())
                .toList();
    }

    @Override
    public Verdict judge(Dossier dossier) {
        RuleEvaluation evaluation = new RuleEvaluation(this, dossier);
        List<RuleResult> results = new ArrayList<>(evaluation.results());
        if (dossier.integrity() == Dossier.Integrity.HOLDS) {
            for (Profile profile : included()) {
                profile.judge(dossier).rules().stream()
                        .filter(result -> !result.id().startsWith("SIG-"))
                        .forEach(results::add);
            }
        }
        return new ProfileVerdict(label, Optional.of(version), results, evaluation.duty());
    }
}
