package org.estampille.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.estampille.formula.JsonObject;

/**
 * What a house file may name. A name that no rule knows would change nothing, and nobody would notice.
 *
 * @param parameters that a rule of some profile compares with
 * @param answers that a rule of some profile asks for
 * @param rules that can be waived, by profile
 */
public record KnownNames(Set<String> parameters, Set<String> answers, Map<String, Set<String>> rules) {

    /** Read in code, not in formulas. */
    private static final String ROLES = "roles";

    /** The group of a house file in which a name stands. */
    public enum Group {
        PARAMETERS("parameters"),
        ANSWERS("answers"),
        WAIVERS("waivers");

        private final String word;

        Group(String word) {
            this.word = word;
        }

        /** As written in the file. */
        public String word() {
            return word;
        }
    }

    /**
     * A name that is not known.
     *
     * @param group where it stands
     * @param waiver its number from 1; empty elsewhere
     * @param name that stands there
     * @param known those that could have been meant
     */
    public record Stranger(Group group, Optional<Integer> waiver, String name, List<String> known) {}

    /** The names of the bundled profiles and of the house's own rules. */
    public static KnownNames of(House house) {
        Set<String> parameters = new TreeSet<>();
        Set<String> answers = new TreeSet<>(Set.of(ROLES));
        Map<String, Set<String>> rules = new LinkedHashMap<>();
        for (String name : BundledProfiles.names()) {
            Profile profile = BundledProfiles.named(name).orElseThrow();
            if (profile instanceof RuleProfile formulas) {
                parameters.addAll(formulas.parameters().fields().keySet());
                answers.addAll(formulas.asks());
            }
            rules.put(name, waivable(profile));
        }
        if (house.rules().isPresent()) {
            RuleProfile own = house.rules().get();
            house.parameters().fields().keySet().stream()
                    .filter(own::comparesWith)
                    .forEach(parameters::add);
            answers.addAll(own.asks());
            rules.put(own.label(), waivable(own));
        }
        return new KnownNames(parameters, answers, rules);
    }

    private static Set<String> waivable(Profile profile) {
        Set<String> rules = new TreeSet<>(List.of(RightsGate.SIGNER, RightsGate.AGREEMENT));
        profile.clauses().forEach(clause -> rules.add(clause.id()));
        return rules;
    }

    /** Every parameter, answer and waiver of the house that no rule knows. */
    public List<Stranger> unknownIn(House house) {
        List<Stranger> unknown = new ArrayList<>();
        unknown(Group.PARAMETERS, house.parameters(), parameters, unknown);
        unknown(Group.ANSWERS, house.answers(), answers, unknown);
        waivers(house, unknown);
        return unknown;
    }

    private static void unknown(Group group, JsonObject written, Set<String> known, List<Stranger> unknown) {
        for (String name : written.fields().keySet()) {
            if (!known.contains(name)) {
                unknown.add(new Stranger(group, Optional.empty(), name, List.copyOf(known)));
            }
        }
    }

    private void waivers(House house, List<Stranger> unknown) {
        int number = 0;
        for (Waiver waiver : house.waivers()) {
            number++;
            Optional<Integer> place = Optional.of(number);
            Optional<String> profile = waiver.profile().filter(name -> !rules.containsKey(name));
            Set<String> rulesThere = rules(waiver.profile());
            if (profile.isPresent()) {
                unknown.add(new Stranger(Group.WAIVERS, place, profile.get(), List.copyOf(rules.keySet())));
            } else if (!rulesThere.contains(waiver.rule())) {
                unknown.add(new Stranger(Group.WAIVERS, place, waiver.rule(), List.copyOf(rulesThere)));
            }
        }
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
