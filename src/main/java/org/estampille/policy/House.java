package org.estampille.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.estampille.formula.JsonObject;

/**
 * What a house adds to the profiles: values, answers only it can give, waivers, rules of its own.
 *
 * @param name of the rules
 * @param version of the rules; empty when there are none
 * @param owner who keeps them
 * @param parameters values that rules compare with
 * @param answers what no file says, such as the roles of the house
 * @param waivers in the order written
 * @param rules of its own, as a profile
 */
public record House(
        String name,
        String version,
        Optional<String> owner,
        JsonObject parameters,
        JsonObject answers,
        List<Waiver> waivers,
        Optional<RuleProfile> rules) {

    private static final House NONE = new House(
            "", "", Optional.empty(), JsonObject.of(Map.of()), JsonObject.of(Map.of()), List.of(), Optional.empty());

    public House {
        waivers = List.copyOf(waivers);
    }

    /** A house that adds nothing. */
    public static House none() {
        return NONE;
    }

    /** The same house with another answer. */
    public House answering(String question, org.estampille.formula.JsonValue answer) {
        return new House(name, version, owner, parameters, answers.with(question, answer), waivers, rules);
    }

    /** The same house with other answers and parameters. */
    House with(JsonObject said, JsonObject values) {
        return new House(name, version, owner, values, said, waivers, rules);
    }

    /** The verdict with its waivers; that an altered file is altered cannot be waived, nor what cannot be told. */
    Verdict waived(Verdict verdict, LocalDate today) {
        if (waivers.isEmpty()) {
            return verdict;
        }
        List<RuleResult> results = new ArrayList<>();
        for (RuleResult result : verdict.rules()) {
            results.add(waivable(result) ? waived(verdict.profile(), result, today) : result);
        }
        return verdict.with(results);
    }

    private static boolean waivable(RuleResult result) {
        boolean violated = result.outcome() == Outcome.FAIL || result.outcome() == Outcome.WARN;
        return violated && !result.id().equals(RightsGate.INTEGRITY);
    }

    /** One that is in force counts before one that has ended. */
    private RuleResult waived(String profile, RuleResult result, LocalDate today) {
        Optional<Waiver> ended = Optional.empty();
        for (Waiver waiver : waivers) {
            if (waiver.isFor(profile, result)) {
                if (waiver.holdsOn(today)) {
                    return result.under(waiver, today);
                }
                ended = Optional.of(waiver);
            }
        }
        return ended.map(waiver -> result.under(waiver, today)).orElse(result);
    }
}
