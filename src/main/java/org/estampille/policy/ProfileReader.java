package org.estampille.policy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.MalformedContentException;
import org.estampille.formula.FormulaException;
import org.estampille.formula.JsonArray;
import org.estampille.formula.JsonBoolean;
import org.estampille.formula.JsonNull;
import org.estampille.formula.JsonObject;
import org.estampille.formula.JsonText;
import org.estampille.formula.JsonValue;
import org.estampille.rubric.Rubric;
import org.estampille.rubric.RubricEvaluator;
import org.estampille.rubric.RubricReader;
import org.estampille.rubric.Statement;

/** Reads profiles and house files: asset rubrics with the fields that {@code specs/policies.md} adds. */
public final class ProfileReader {

    private static final String FORMAT = "policy file";
    private static final JsonObject EMPTY = JsonObject.of(Map.of());

    private ProfileReader() {}

    /** Reads a profile. */
    static RuleProfile profile(String text) throws MalformedContentException {
        Rubric rubric = RubricReader.read(text);
        return profile(rubric, word(rubric.name()), group(rubric.information(), "profile"));
    }

    /**
     * Reads a house file: in its first document {@code house} with parameters, answers and waivers, then rules if it has any.
     *
     * @throws MalformedContentException when it is not one; the message names what is wrong
     */
    public static House house(String text) throws MalformedContentException {
        Rubric rubric = RubricReader.readParts(text);
        if (!(rubric.information().field("house").orElse(JsonNull.NULL) instanceof JsonObject house)) {
            throw malformed("the first document has no group 'house'; it holds parameters, answers and waivers");
        }
        List<Waiver> waivers = new ArrayList<>();
        for (JsonValue waiver : list(house, "waivers")) {
            waivers.add(waiver(waiver, waivers.size() + 1));
        }
        String name = word(rubric.name());
        return new House(
                name,
                word(rubric.version()),
                text(house, "owner"),
                day(house, "validFrom", "house"),
                parameters(house),
                answers(group(house, "answers")),
                waivers,
                rubric.statements().isEmpty() ? Optional.empty() : Optional.of(profile(rubric, name, house)));
    }

    /** What is no group would change nothing, and nobody would notice. */
    private static JsonObject parameters(JsonObject house) throws MalformedContentException {
        JsonValue written = house.field("parameters").orElse(JsonNull.NULL);
        if (written != JsonNull.NULL && !(written instanceof JsonObject)) {
            throw malformed("parameters: wants names with values, such as {requireApproval: true}");
        }
        return group(house, "parameters");
    }

    private static JsonObject answers(JsonObject answers) throws MalformedContentException {
        Optional<String> fault = answers.field("roles").map(HouseRoles::words).flatMap(HouseRoles::fault);
        if (fault.isPresent()) {
            throw malformed("answers: roles " + fault.get());
        }
        return answers;
    }

    private static RuleProfile profile(Rubric rubric, String name, JsonObject more) throws MalformedContentException {
        List<ProfileRule> rules = new ArrayList<>();
        boolean law = holds(more, "law");
        for (Statement statement : rubric.statements()) {
            rules.add(rule(statement, rules.size() + 1, law));
        }
        List<String> includes = new ArrayList<>();
        for (JsonValue include : list(more, "includes")) {
            includes.add(word(include));
        }
        RuleProfile profile = new RuleProfile(
                name,
                word(rubric.version()),
                languages(group(more, "title")),
                rubric,
                rules,
                includes,
                group(more, "parameters"),
                group(more, "allowed"),
                text(more, "answer"));
        check(profile);
        return profile;
    }

    /** A formula that cannot be read would leave its rule unasked in every file. */
    private static void check(RuleProfile profile) throws MalformedContentException {
        RubricEvaluator evaluator =
                new RubricEvaluator(profile.rubric(), profile.label(), Optional.of(EMPTY), Instant.EPOCH);
        for (ProfileRule rule : profile.rules()) {
            check(evaluator, "rule " + rule.id() + ": appliesIf", rule.appliesIf());
            check(evaluator, "rule " + rule.id() + ": expression", Optional.of(rule.violatedBy()));
            check(evaluator, "rule " + rule.id() + ": openIf", rule.openIf());
        }
        check(evaluator, "answer", profile.answer());
    }

    private static void check(RubricEvaluator evaluator, String place, Optional<String> formula)
            throws MalformedContentException {
        try {
            if (formula.isPresent()) {
                evaluator.check(formula.get());
            }
        } catch (FormulaException e) {
            throw malformed(place + " cannot be read " + e.getMessage());
        }
    }

    private static boolean holds(JsonObject group, String name) {
        return group.field(name).orElse(JsonNull.NULL) == JsonBoolean.TRUE;
    }

    private static ProfileRule rule(Statement statement, int number, boolean law) throws MalformedContentException {
        String id = statement
                .id()
                .map(whole -> whole.substring(whole.indexOf(':') + 1))
                .orElse("");
        if (id.isEmpty() || statement.expression().isEmpty()) {
            throw malformed("rule " + number + " needs an id and an expression");
        }
        if (statement.match() == Statement.Match.HOLDS) {
            throw malformed("rule " + id + " needs failIfMatched: true or warnIfMatched: true");
        }
        JsonObject fields = statement.fields();
        boolean fails = statement.match() == Statement.Match.FAILS;
        return new ProfileRule(
                id,
                words(fields),
                day(fields, "from", id),
                day(fields, "until", id),
                text(fields, "appliesIf"),
                statement.expression().get(),
                text(fields, "openIf"),
                fails ? Outcome.FAIL : Outcome.WARN,
                text(fields, "openAs").equals(Optional.of("indeterminate")) ? Outcome.INDETERMINATE : Outcome.WARN,
                holds(fields, "withoutManifest"),
                law || holds(fields, "law"));
    }

    private static RuleWords words(JsonObject fields) {
        JsonObject texts = group(fields, "reportText");
        JsonObject violated = group(texts, texts.fields().containsKey("warn") ? "warn" : "false");
        return new RuleWords(
                languages(group(texts, "true")),
                languages(violated),
                languages(group(fields, "advice")),
                languages(group(fields, "basis")));
    }

    private static Waiver waiver(JsonValue value, int number) throws MalformedContentException {
        JsonObject waiver = value instanceof JsonObject object ? object : EMPTY;
        String place = "waiver " + number;
        return new Waiver(
                required(waiver, "rule", place),
                text(waiver, "profile"),
                required(waiver, "reason", place),
                required(waiver, "by", place),
                text(waiver, "role"),
                day(waiver, "until", place).orElseThrow(() -> malformed(place + " needs 'until', its last day")));
    }

    private static String required(JsonObject group, String name, String place) throws MalformedContentException {
        return text(group, name).orElseThrow(() -> malformed(place + " needs '" + name + "'"));
    }

    private static Optional<LocalDate> day(JsonObject group, String name, String place)
            throws MalformedContentException {
        Optional<String> text = text(group, name);
        try {
            return text.map(LocalDate::parse);
        } catch (DateTimeException e) {
            throw malformed(place + ": '" + name + "' wants a day such as 2026-12-31");
        }
    }

    private static Map<String, String> languages(JsonObject texts) {
        Map<String, String> languages = new LinkedHashMap<>();
        texts.fields().forEach((language, text) -> languages.put(language, word(text)));
        return languages;
    }

    private static String word(JsonValue value) {
        return value instanceof JsonText text ? text.value() : value.json();
    }

    private static Optional<String> text(JsonObject group, String name) {
        return group.field(name).filter(JsonText.class::isInstance).map(ProfileReader::word);
    }

    private static JsonObject group(JsonObject object, String name) {
        return object.field(name).orElse(JsonNull.NULL) instanceof JsonObject group ? group : EMPTY;
    }

    private static List<JsonValue> list(JsonObject object, String name) {
        return object.field(name).orElse(JsonNull.NULL) instanceof JsonArray array ? array.items() : List.of();
    }

    private static MalformedContentException malformed(String cause) {
        return new MalformedContentException(FORMAT, new ByteRange(0, 0), cause);
    }
}
