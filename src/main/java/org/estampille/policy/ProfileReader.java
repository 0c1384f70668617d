package org.estampille.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.estampille.bytes.MalformedContentException;
import org.estampille.formula.FormulaException;
import org.estampille.formula.JsonNull;
import org.estampille.formula.JsonObject;
import org.estampille.formula.JsonText;
import org.estampille.formula.JsonValue;
import org.estampille.formula.UnknownNames;
import org.estampille.rubric.Rubric;
import org.estampille.rubric.RubricEvaluator;
import org.estampille.rubric.RubricReader;
import org.estampille.rubric.Statement;

/** Reads profiles: asset rubrics with the fields that {@code specs/policies.md} adds. */
final class ProfileReader {

    private static final JsonObject EMPTY = JsonObject.of(Map.of());

    /** What a rule of ours can have; rubrics of others have more, and it means nothing here. */
    private static final List<String> RULE = List.of(
            "id",
            "basis",
            "from",
            "until",
            "appliesIf",
            "expression",
            "failIfMatched",
            "warnIfMatched",
            "openIf",
            "openAs",
            "law",
            "withoutManifest",
            "reportText",
            "advice");

    private static final List<String> OF_RUBRICS = List.of("title", "description", "block");

    private final String text;
    private final Optional<JsonObject> facts;

    /**
     * @param text of the whole file
     * @param facts a specimen of them; without one, names of facts are not looked at
     */
    ProfileReader(String text, Optional<JsonObject> facts) {
        this.text = text;
        this.facts = facts;
    }

    /** Reads a profile. */
    static RuleProfile profile(String text) throws MalformedContentException {
        Rubric rubric = RubricReader.read(text);
        JsonValue profile = rubric.information().field("profile").orElse(EMPTY);
        FileGroup group = new FileGroup(
                text,
                "profile",
                Optional.empty(),
                List.of("profile"),
                profile instanceof JsonObject fields ? fields : EMPTY);
        return new ProfileReader(text, Optional.empty()).profile(rubric, word(rubric.name()), group);
    }

    RuleProfile profile(Rubric rubric, String name, FileGroup more) throws MalformedContentException {
        List<ProfileRule> rules = new ArrayList<>();
        boolean law = more.flag("law");
        for (Statement statement : rubric.statements()) {
            rules.add(rule(statement, rules.size() + 1, law));
        }
        List<String> includes = new ArrayList<>();
        for (JsonValue include : more.list("includes", "a list of profiles")) {
            includes.add(word(include));
        }
        RuleProfile profile = new RuleProfile(
                name,
                word(rubric.version()),
                languages(more.fields(), "title"),
                rubric,
                rules,
                includes,
                more.group("parameters", "names with values"),
                more.group("allowed", "names with lists of words"),
                more.text("answer"));
        check(profile, more);
        return profile;
    }

    /** A formula that cannot be read would leave its rule unasked in every file, one that asks for what no fact is called unviolated. */
    private void check(RuleProfile profile, FileGroup more) throws MalformedContentException {
        RubricEvaluator evaluator =
                new RubricEvaluator(profile.rubric(), profile.label(), Optional.of(EMPTY), Instant.EPOCH);
        int number = 0;
        for (ProfileRule rule : profile.rules()) {
            number++;
            FileGroup place = at(number, "rule " + rule.id(), EMPTY);
            check(evaluator, place, "appliesIf", rule.appliesIf());
            check(evaluator, place, "expression", Optional.of(rule.violatedBy()));
            check(evaluator, place, "openIf", rule.openIf());
        }
        check(evaluator, more, "answer", profile.answer());
        FileGroup named = new FileGroup(text, "expression", Optional.empty(), List.of("expressions"), EMPTY);
        for (Map.Entry<String, String> expression :
                profile.rubric().expressions().entrySet()) {
            check(evaluator, named, expression.getKey(), Optional.of(expression.getValue()));
        }
    }

    private void check(RubricEvaluator evaluator, FileGroup place, String field, Optional<String> formula)
            throws MalformedContentException {
        try {
            if (formula.isPresent()) {
                evaluator.check(formula.get());
                for (UnknownNames.Stranger stranger : facts.isEmpty()
                        ? List.<UnknownNames.Stranger>of()
                        : evaluator.strangers(formula.get(), facts.get())) {
                    throw place.malformed(
                            field,
                            place.name() + ": " + field + ": " + FileGroup.stranger(stranger.name(), stranger.known()));
                }
            }
        } catch (FormulaException e) {
            throw place.malformed(field, place.name() + ": " + field + " cannot be read " + e.getMessage());
        }
    }

    private FileGroup at(int number, String name, JsonObject fields) {
        return new FileGroup(text, name, Optional.of(number), List.of(), fields);
    }

    private ProfileRule rule(Statement statement, int number, boolean law) throws MalformedContentException {
        String id = statement
                .id()
                .map(whole -> whole.substring(whole.indexOf(':') + 1))
                .orElse("");
        if (id.isEmpty() || statement.expression().isEmpty()) {
            throw at(number, "", EMPTY).malformed("", "rule " + number + " needs an id and an expression");
        }
        JsonObject fields = statement.fields();
        FileGroup rule = at(number, "rule " + id, fields);
        rule.refuseSlips(RULE, OF_RUBRICS);
        if (statement.match() == Statement.Match.HOLDS) {
            throw rule.malformed("", "rule " + id + " needs failIfMatched: true or warnIfMatched: true");
        }
        boolean fails = statement.match() == Statement.Match.FAILS;
        return new ProfileRule(
                id,
                words(fields),
                rule.day("from"),
                rule.day("until"),
                rule.text("appliesIf"),
                statement.expression().get(),
                rule.text("openIf"),
                fails ? Outcome.FAIL : Outcome.WARN,
                open(rule),
                rule.flag("withoutManifest"),
                rule.flag("law") || law);
    }

    private static Outcome open(FileGroup rule) throws MalformedContentException {
        Optional<String> word = rule.text("openAs");
        if (word.isPresent() && !word.get().equals("indeterminate")) {
            throw rule.malformed("openAs", rule.name() + ": 'openAs' wants indeterminate, or is left out");
        }
        return word.isPresent() ? Outcome.INDETERMINATE : Outcome.WARN;
    }

    private static RuleWords words(JsonObject fields) {
        JsonObject texts = fields.field("reportText").orElse(JsonNull.NULL) instanceof JsonObject given ? given : EMPTY;
        return new RuleWords(
                languages(texts, "true"),
                languages(texts, texts.fields().containsKey("warn") ? "warn" : "false"),
                languages(fields, "advice"),
                languages(fields, "basis"));
    }

    /** A text by language; one without a language is English. */
    private static Map<String, String> languages(JsonObject group, String name) {
        Map<String, String> languages = new LinkedHashMap<>();
        JsonValue value = group.field(name).orElse(JsonNull.NULL);
        if (value instanceof JsonObject texts) {
            texts.fields().forEach((language, text) -> languages.put(language, word(text)));
        } else if (value instanceof JsonText text) {
            languages.put("en", text.value());
        }
        return languages;
    }

    static String word(JsonValue value) {
        return value instanceof JsonText text ? text.value() : value.json();
    }
}
