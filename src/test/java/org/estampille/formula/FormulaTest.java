package org.estampille.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.junit.jupiter.api.Test;

final class FormulaTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Environment UTC = Environment.at(NOW);

    @Test
    void a_chain_asks_field_after_field_and_what_is_absent_is_null() throws Exception {
        assertThat(answer("manifests[0].label", "{'manifests':[{'label':'a'}]}"))
                .isEqualTo("\"a\"");
        assertThat(answer("manifests[1].label", "{'manifests':[{'label':'a'}]}"))
                .isEqualTo("null");
    }

    @Test
    void a_filter_keeps_what_holds_and_projects_the_rest_of_the_chain() throws Exception {
        assertThat(answer("a[?n > 1].n", "{'a':[{'n':1},{'n':2},{'n':'3'}]}")).isEqualTo("[2,\"3\"]");
    }

    @Test
    void operators_bind_as_the_specification_says() throws Exception {
        assertThat(answer("1 + 2 & 2 * 2", "null")).isEqualTo("\"34\"");
        assertThat(answer("-2 + [1, 2] * 3", "null")).isEqualTo("[1,4]");
    }

    @Test
    void an_order_of_what_cannot_be_ordered_is_false_and_equality_knows_no_coercion() throws Exception {
        assertThat(answer("[`{}` < 1, \"a\" < 1, 1 == \"1\", null < 1]", "{}")).isEqualTo("[false,false,false,true]");
    }

    @Test
    void every_error_has_its_kind() {
        assertThat(kind("a..b")).isEqualTo(FormulaException.Kind.SYNTAX);
        assertThat(kind("nothing()")).isEqualTo(FormulaException.Kind.FUNCTION);
        assertThat(kind("abs(\"x\")")).isEqualTo(FormulaException.Kind.TYPE);
        assertThat(kind("1 / 0")).isEqualTo(FormulaException.Kind.EVALUATION);
    }

    @Test
    void a_named_value_reaches_into_filters() throws Exception {
        Environment environment = UTC.withGlobals(Map.of("$wanted", new JsonText("b")));
        JsonValue document = json("[{'n':'a'},{'n':'b'}]");
        assertThat(Formula.compile("[?n == $wanted].n", Set.of("$wanted"), FormulaLimits.standard())
                        .evaluate(document, environment)
                        .json())
                .isEqualTo("[\"b\"]");
    }

    @Test
    void dates_are_of_the_zone_that_is_handed_in() throws Exception {
        Environment paris = new Environment(
                Map.of(),
                Map.of(),
                NOW,
                ZoneId.of("Europe/Paris"),
                Locale.US,
                Optional.empty(),
                FormulaLimits.standard());
        Formula hour = Formula.compile("hour(now())", Set.of(), FormulaLimits.standard());
        assertThat(hour.evaluate(JsonNull.NULL, UTC).json()).isEqualTo("12");
        assertThat(hour.evaluate(JsonNull.NULL, paris).json()).isEqualTo("13");
    }

    @Test
    void days_of_the_year_are_counted_across_its_end() throws Exception {
        assertThat(answer("datedif(datetime(2001, 6, 1), datetime(2003, 8, 15), \"YD\")", "null"))
                .isEqualTo("75");
        assertThat(answer("datedif(datetime(2000, 12, 1), datetime(2001, 1, 1), \"YD\")", "null"))
                .isEqualTo("31");
    }

    @Test
    void without_a_source_of_randomness_there_is_none() {
        assertThat(kind("random()")).isEqualTo(FormulaException.Kind.FUNCTION);
    }

    @Test
    void numbers_are_written_as_ecmascript_writes_them() {
        assertThat(new JsonNumber(0.1).text()).isEqualTo("0.1");
        assertThat(new JsonNumber(1e21).text()).isEqualTo("1e+21");
        assertThat(new JsonNumber(123456789012345680000.0).text()).isEqualTo("123456789012345680000");
        assertThat(new JsonNumber(-1.5e-7).text()).isEqualTo("-1.5e-7");
        assertThat(new JsonNumber(Double.MIN_VALUE).text()).isEqualTo("5e-324");
        assertThat(new JsonNumber(2e-3).text()).isEqualTo("0.002");
    }

    @Test
    void an_expression_that_nests_without_end_is_refused() {
        refused("(".repeat(10_000) + "1" + ")".repeat(10_000));
        refused("!".repeat(10_000) + "1");
        refused("a" + ".a".repeat(10_000));
    }

    @Test
    void a_value_that_grows_without_end_is_refused() {
        refused("\"x\"" + "|@&@".repeat(60));
        refused("`[1]`" + "|[@,@]".repeat(60));
        refused("rept(\"abcdefgh\", 1000000000)");
        refused("reduce(split(rept(\"x\", 1000), \"\"), &[accumulated])");
    }

    @Test
    void a_function_that_calls_itself_is_refused() {
        refused("register(\"_again\", &_again(@)) | _again(1)");
    }

    @Test
    void work_without_end_is_refused() {
        refused("split(rept(\"x\", 100000), \"\") | reduce(@, &split(rept(\"x\", 1000), \"\"))");
    }

    @Test
    void json_that_is_not_json_is_said_to_be_so() {
        assertThatThrownBy(() -> json("{'a':}")).isInstanceOf(MalformedContentException.class);
        assertThatThrownBy(() -> json("{} {}")).isInstanceOf(MalformedContentException.class);
        assertThatThrownBy(() -> json("[".repeat(5_000))).isInstanceOf(MalformedContentException.class);
    }

    private static void refused(String expression) {
        assertThatThrownBy(() -> answer(expression, "{}")).isInstanceOf(LimitExceededException.class);
    }

    private static FormulaException.Kind kind(String expression) {
        return catchThrowableOfType(FormulaException.class, () -> answer(expression, "{}"))
                .kind();
    }

    private static String answer(String expression, String document) throws Exception {
        return Formula.compile(expression, Set.of(), FormulaLimits.standard())
                .evaluate(json(document), UTC)
                .json();
    }

    private static JsonValue json(String text) throws MalformedContentException {
        return new JsonReader(FormulaLimits.standard()).read(text.replace('\'', '"'));
    }
}
