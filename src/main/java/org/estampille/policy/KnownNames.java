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
record KnownNames(Set<String> parameters, Set<String> answers, Map<String, Set<String>> rules) {

    /**
     * A name that is not known.
     *
     * @param place in sentences, such as {@code waiver 1}
     * @param path below {@code house}
     * @param name that stands there
     * @param known those that could have been meant
     */
    record Stranger(String place, List<String> path, String name, List<String> known) {

        /** What to say of it, with the name that was probably meant, or those there are: of many rules those that begin alike. */
        String sentence() {
            int dash = name.indexOf('-');
            List<String> alike = known.stream()
                    .filter(one -> dash > 0 && one.regionMatches(true, 0, name, 0, Math.min(dash + 1, one.length())))
                    .toList();
            return alike.isEmpty()
                    ? FileGroup.stranger(name, known)
                    : "there is no '" + name + "'; there are " + String.join(", ", alike);
        }
    }

    /** The names of the bundled profiles. */
    static KnownNames bundled() {
        return of(House.none());
    }

    /** The names of the bundled profiles and of the house's own rules. */
    static KnownNames of(House house) {
        Set<String> parameters = new TreeSet<>();
        Set<String> answers = new TreeSet<>(Set.of(HouseAnswers.ROLES));
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
    List<Stranger> unknownIn(House house) {
        List<Stranger> unknown = new ArrayList<>();
        unknown("parameters", house.parameters(), parameters, unknown);
        unknown("answers", house.answers(), answers, unknown);
        waivers(house, unknown);
        return unknown;
    }

    private static void unknown(String group, JsonObject written, Set<String> known, List<Stranger> unknown) {
        for (String name : written.fields().keySet()) {
            if (!known.contains(name)) {
                unknown.add(new Stranger(group, List.of(group, name), name, List.copyOf(known)));
            }
        }
    }

    private void waivers(House house, List<Stranger> unknown) {
        int number = 0;
        for (Waiver waiver : house.waivers()) {
            number++;
            String place = "waiver " + number;
            String index = Integer.toString(number - 1);
            Optional<String> profile = waiver.profile().filter(name -> !rules.containsKey(name));
            Set<String> rulesThere = rules(waiver.profile());
            if (profile.isPresent()) {
                unknown.add(new Stranger(
                        place, List.of("waivers", index, "profile"), profile.get(), List.copyOf(rules.keySet())));
            } else if (!rulesThere.contains(waiver.rule())) {
                unknown.add(
                        new Stranger(place, List.of("waivers", index, "rule"), waiver.rule(), List.copyOf(rulesThere)));
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
