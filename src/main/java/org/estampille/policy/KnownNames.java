package org.estampille.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a house file may name. A name that no rule knows would change nothing, and nobody would notice.
 *
 * @param parameters that a rule of some profile compares with
 * @param rules that can be waived, by profile
 */
public record KnownNames(Set<String> parameters, Map<String, Set<String>> rules) {

    /**
     * A name that is not known.
     *
     * @param waiver its number from 1; empty for a parameter
     * @param name that stands there
     * @param known those that could have been meant
     */
    public record Stranger(Optional<Integer> waiver, String name, List<String> known) {}

    /** The names of the bundled profiles and of the house's own rules. */
    public static KnownNames of(House house) {
        Set<String> parameters = new TreeSet<>();
        Map<String, Set<String>> rules = new LinkedHashMap<>();
        for (String name : BundledProfiles.names()) {
            Profile profile = BundledProfiles.named(name).orElseThrow();
            if (profile instanceof RuleProfile formulas) {
                parameters.addAll(formulas.parameters().fields().keySet());
            }
            rules.put(name, waivable(profile));
        }
        if (house.rules().isPresent()) {
            RuleProfile own = house.rules().get();
            house.parameters().fields().keySet().stream()
                    .filter(own::comparesWith)
                    .forEach(parameters::add);
            rules.put(own.label(), waivable(own));
        }
        return new KnownNames(parameters, rules);
    }

    private static Set<String> waivable(Profile profile) {
        Set<String> rules = new TreeSet<>(List.of(RightsGate.SIGNER, RightsGate.AGREEMENT));
        profile.clauses().forEach(clause -> rules.add(clause.id()));
        return rules;
    }

    /** Every parameter and waiver of the house that no rule knows. */
    public List<Stranger> unknownIn(House house) {
        List<Stranger> unknown = new ArrayList<>();
        for (String name : house.parameters().fields().keySet()) {
            if (!parameters.contains(name)) {
                unknown.add(new Stranger(Optional.empty(), name, List.copyOf(parameters)));
            }
        }
        int number = 0;
        for (Waiver waiver : house.waivers()) {
            number++;
            Optional<Integer> place = Optional.of(number);
            Optional<String> profile = waiver.profile().filter(name -> !rules.containsKey(name));
            Set<String> rulesThere = rules(waiver.profile());
            if (profile.isPresent()) {
                unknown.add(new Stranger(place, profile.get(), List.copyOf(rules.keySet())));
            } else if (!rulesThere.contains(waiver.rule())) {
                unknown.add(new Stranger(place, waiver.rule(), List.copyOf(rulesThere)));
            }
        }
        return unknown;
    }

    private Set<String> rules(Optional<String> profile) {
        Set<String> found = new TreeSet<>();
        rules.forEach((name, ids) -> {
            if (profile.isEmpty() || profile.get().equals(name)) {
                found.addAll(ids);
            }
        });
        return found;
    }
}
