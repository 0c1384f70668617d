package org.estampille.rubric;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.formula.Environment;
import org.estampille.formula.Formula;
import org.estampille.formula.FormulaException;
import org.estampille.formula.FormulaLimits;
import org.estampille.formula.JsonNull;
import org.estampille.formula.JsonObject;
import org.estampille.formula.JsonText;
import org.estampille.formula.JsonValue;
import org.estampille.formula.UnknownNames;

/** Evaluates a rubric over the crJSON of assets. */
public final class RubricEvaluator {

    /** The field of the evaluated document, and with {@code $} before it the variable, that holds facts of ours. */
    public static final String FACTS = "estampille";

    private static final Pattern SPECIFICATION = Pattern.compile("spec(\\d+\\.\\d+)");
    private static final long STEPS = 200_000_000;
    private static final long FEWEST_STEPS = 10_000;
    private static final int MOST_EVALUATIONS = 100_000;

    private final Rubric rubric;
    private final Environment environment;

    /**
     * @param fileName of the rubric; {@code spec2.4} in it becomes the variable {@code $expected_spec_version}
     * @param facts what expressions find as {@code estampille} and {@code $estampille}
     * @param now what the date functions take for the present
     * @throws MalformedContentException when a named expression cannot be read
     */
    public RubricEvaluator(Rubric rubric, String fileName, Optional<JsonObject> facts, Instant now)
            throws MalformedContentException {
        Map<String, JsonValue> variables = new HashMap<>(rubric.variables());
        Matcher version = SPECIFICATION.matcher(fileName);
        if (version.find()) {
            variables.put("$expected_spec_version", new JsonText(version.group(1)));
        }
        variables.put("$" + FACTS, facts.<JsonValue>map(value -> value).orElse(JsonNull.NULL));
        this.rubric = rubric;
        this.environment = NamedExpressions.defined(
                rubric, Environment.at(now).in(Locale.ROOT).withGlobals(variables));
    }

    /**
     * The result in the shape of the official evaluator: that for signals when every statement is about an inception or a
     * transformation, else that for conformance.
     *
     * @param crJson the document
     * @param language BCP 47 tag of the texts
     * @throws MalformedContentException when the document is not crJSON; {@link LimitExceededException} when the rubric asks for
     *     too much
     */
    public JsonObject evaluate(JsonValue crJson, String language) throws MalformedContentException {
        if (!(crJson instanceof JsonObject document)) {
            throw new MalformedContentException(
                    "crJSON", new org.estampille.bytes.ByteRange(0, 0), "the document must be a JSON object");
        }
        JsonValue facts =
                Optional.ofNullable(environment.globals().get("$" + FACTS)).orElse(JsonNull.NULL);
        JsonObject extended = facts == JsonNull.NULL ? document : document.with(FACTS, facts);
        return rubric.asksForSignals()
                ? new SignalsEvaluation(rubric, this, language).result(extended)
                : new ConformanceEvaluation(rubric, this, language).result(extended);
    }

    /**
     * The answer of an expression that may use all that the rubric defines.
     *
     * @param crJson the document, without facts of ours
     * @param evaluations how many evaluations share the steps
     * @throws FormulaException when it cannot be read or has no answer; {@link LimitExceededException} when it asks for too much
     */
    public JsonValue ask(String expression, JsonObject crJson, long evaluations)
            throws FormulaException, LimitExceededException {
        JsonValue facts =
                Optional.ofNullable(environment.globals().get("$" + FACTS)).orElse(JsonNull.NULL);
        return answer(expression, facts == JsonNull.NULL ? crJson : crJson.with(FACTS, facts), evaluations);
    }

    /**
     * Reads an expression without asking it.
     *
     * @throws FormulaException when it cannot be read; the message says at which character
     */
    public void check(String expression) throws FormulaException, LimitExceededException {
        Formula.compile(expression, environment.globals().keySet(), FormulaLimits.standard());
    }

    /**
     * The names that an expression asks of facts and that no fact has.
     *
     * @param specimen of the facts, as {@link UnknownNames} reads it
     * @throws FormulaException when it cannot be read
     */
    public List<UnknownNames.Stranger> strangers(String expression, JsonObject specimen)
            throws FormulaException, LimitExceededException {
        Formula formula = Formula.compile(expression, environment.globals().keySet(), FormulaLimits.standard());
        return UnknownNames.in(formula, environment, Map.of("$" + FACTS, specimen));
    }

    /**
     * The answer of an expression of the rubric.
     *
     * @param evaluations how many evaluations share the steps
     */
    JsonValue answer(String expression, JsonValue document, long evaluations)
            throws FormulaException, LimitExceededException {
        LimitExceededException.check("rubric evaluations", evaluations, MOST_EVALUATIONS);
        FormulaLimits standard = FormulaLimits.standard();
        long steps = Math.max(FEWEST_STEPS, Math.min(standard.steps(), STEPS / Math.max(1, evaluations)));
        FormulaLimits limits =
                new FormulaLimits(standard.length(), standard.nesting(), steps, standard.weight(), standard.depth());
        return Formula.compile(expression, environment.globals().keySet(), limits)
                .evaluate(document, environment.within(limits));
    }

    /** Who signed a manifest of the document, as the official evaluators say it. */
    static JsonObject signer(JsonObject manifest) {
        JsonObject subject = group(group(group(manifest, "signature"), "certificateInfo"), "subject");
        Map<String, JsonValue> names = new java.util.LinkedHashMap<>();
        for (String name : List.of("CN", "O")) {
            names.put(name, subject.field(name).orElse(new JsonText("Unknown " + name)));
        }
        subject.field("OU").filter(JsonValue::truth).ifPresent(unit -> names.put("OU", unit));
        return JsonObject.of(names);
    }

    /** The object in a field, an empty one when there is none. */
    static JsonObject group(JsonObject object, String name) {
        return object.field(name).orElse(JsonNull.NULL) instanceof JsonObject inner ? inner : JsonObject.of(Map.of());
    }
}
