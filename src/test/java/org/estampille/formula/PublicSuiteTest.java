package org.estampille.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.estampille.Measures;
import org.estampille.SharedCorpus;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.junit.jupiter.api.Test;

/** Every case of the public test suite of json-formula. */
final class PublicSuiteTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final FormulaLimits LIMITS = FormulaLimits.standard();
    private static final double CLOSE = 5e-6;

    /** One case of the suite. */
    private record Case(String file, String expression, JsonValue data, JsonObject expected) {
        private Optional<String> error() {
            return expected.field("error").map(JsonText.class::cast).map(JsonText::value);
        }

        private JsonValue result() {
            return expected.field("result").orElse(JsonNull.NULL);
        }
    }

    @Test
    void every_case_of_the_public_suite_gives_the_answer_it_asks_for() throws Exception {
        List<Case> cases = new ArrayList<>();
        for (Path file : files()) {
            cases.addAll(cases(file));
        }
        long hidden =
                cases.stream().filter(PublicSuiteTest::asksForHiddenProperties).count();
        cases.removeIf(PublicSuiteTest::asksForHiddenProperties);
        List<String> failures = new ArrayList<>();
        for (Case one : cases) {
            String answer = answer(one);
            boolean passed = one.error().isPresent() ? one.error().get().equals(answer) : close(one.result(), answer);
            if (!passed) {
                failures.add(one.file() + ": " + one.expression() + " gives " + answer + " instead of "
                        + one.error().orElse(one.result().json()));
            }
        }
        Measures.record(
                "json-formula public suite: cases " + cases.size() + ", passed " + (cases.size() - failures.size())
                        + ", left out " + hidden + " (properties of host objects, see specs/formula.md)");
        assertThat(failures).isEmpty();
        assertThat(cases).hasSizeGreaterThan(2_000);
    }

    /** The suite's own runner leaves these out as well unless the document consists of objects of the host language. */
    private static boolean asksForHiddenProperties(Case one) {
        return one.expected().field("fieldsOnly").orElse(JsonNull.NULL).truth();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(SharedCorpus.file("json-formula"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Case> cases(Path file) throws Exception {
        List<Case> cases = new ArrayList<>();
        JsonArray groups = (JsonArray) new JsonReader(LIMITS).read(Files.readString(file));
        for (JsonValue group : groups.items()) {
            JsonValue given = ((JsonObject) group).field("given").orElse(JsonNull.NULL);
            JsonArray list = (JsonArray) ((JsonObject) group).field("cases").orElseThrow();
            for (JsonValue one : list.items()) {
                JsonObject expected = (JsonObject) one;
                String expression = ((JsonText) expected.field("expression").orElseThrow()).value();
                cases.add(new Case(String.valueOf(file.getFileName()), expression, data(expected, given), expected));
            }
        }
        return cases;
    }

    private static JsonValue data(JsonObject one, JsonValue given) throws Exception {
        JsonValue data = one.field("data").filter(JsonValue::truth).orElse(given);
        return data instanceof JsonText expression && one.field("data").isPresent()
                ? Formula.compile(expression.value(), java.util.Set.of(), LIMITS)
                        .evaluate(given, defined())
                : data;
    }

    private static String answer(Case one) throws MalformedContentException {
        try {
            Environment environment = environment(one);
            return Formula.compile(one.expression(), environment.globals().keySet(), LIMITS)
                    .evaluate(one.data(), environment)
                    .json();
        } catch (FormulaException e) {
            return e.kind().label();
        }
    }

    private static Environment environment(Case one) throws FormulaException, LimitExceededException {
        Map<String, JsonValue> globals = new LinkedHashMap<>();
        globals.put(
                "$days",
                JsonArray.ofTexts(
                        List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")));
        globals.put("$", new JsonNumber(42));
        globals.put("$$", new JsonNumber(43));
        globals.put("$form", one.data());
        String language = one.expected()
                .field("language")
                .map(value -> ((JsonText) value).value())
                .orElse("en-US");
        return defined().in(Locale.forLanguageTag(language)).withGlobals(globals);
    }

    private static Environment defined() throws FormulaException, LimitExceededException {
        return Environment.at(NOW)
                .drawing(() -> 0.5)
                .defining(
                        "_summarize",
                        registered(
                                "reduce(@, &merge(accumulated, fromEntries([[current, 1 + value(accumulated, current)]])),"
                                        + " fromEntries(map(@, &[@, 0])))"))
                .defining("_localDate", registered("split(@, \"-\") | datetime(@[0], @[1], @[2])"))
                .defining("_product", registered("@[0] * [1]"));
    }

    private static Definition registered(String body) throws FormulaException, LimitExceededException {
        return new Definition(Formula.compile(body, java.util.Set.of(), LIMITS), Definition.Binding.CURRENT_NODE, 0);
    }

    /** A number at the top may be off by a little, as the suite's own runner allows; everything else is exact. */
    private static boolean close(JsonValue expected, String answer) {
        if (answer.endsWith("Error")) {
            return false;
        }
        try {
            JsonValue actual = new JsonReader(LIMITS).read(answer);
            return expected instanceof JsonNumber wanted && actual instanceof JsonNumber number
                    ? Math.abs(wanted.value() - number.value()) < CLOSE
                    : expected.equals(actual);
        } catch (MalformedContentException e) {
            return false;
        }
    }
}
