package org.estampille.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Names that no value has are found by looking, not by evaluating. */
final class UnknownNamesTest {

    private static final FormulaLimits LIMITS = FormulaLimits.standard();
    private static final Map<String, JsonValue> FACTS = Map.of(
            "$facts",
            JsonObject.of(Map.of("uses", JsonArray.of(List.of(JsonObject.of(Map.of("extent", JsonNull.NULL)))))));

    private static List<String> strangers(String formula, Environment environment) throws Exception {
        return UnknownNames.in(Formula.compile(formula, Set.of("$facts"), LIMITS), environment, FACTS).stream()
                .map(UnknownNames.Stranger::name)
                .toList();
    }

    @Test
    void aMisspeltNameIsFoundWhereverItStands() throws Exception {
        Environment environment = Environment.at(Instant.EPOCH);
        assertThat(strangers("length($facts.uses[?extent != \"assistive\"]) == 0", environment))
                .isEmpty();
        assertThat(strangers("length($facts.uses[?extnt != \"assistive\"]) == 0", environment))
                .containsExactly("extnt");
        assertThat(strangers("!($facts.usess == null())", environment)).containsExactly("usess");
    }

    @Test
    @Timeout(10)
    void expressionsThatCallEachOtherManyTimesEndTheLookingSoon() throws Exception {
        Environment environment = Environment.at(Instant.EPOCH);
        Set<String> names = Set.of("$facts");
        environment = environment.defining(
                "_e0",
                new Definition(Formula.compile("$facts.uses", names, LIMITS), Definition.Binding.ARGS_GLOBAL, 0));
        for (int i = 1; i < 40; i++) {
            String call = "_e" + (i - 1) + "()";
            String body = "[" + String.join(", ", List.of(call, call, call, call)) + "]";
            environment = environment.defining(
                    "_e" + i, new Definition(Formula.compile(body, names, LIMITS), Definition.Binding.ARGS_GLOBAL, 0));
        }
        assertThat(strangers("_e39()", environment)).isEmpty();
    }
}
