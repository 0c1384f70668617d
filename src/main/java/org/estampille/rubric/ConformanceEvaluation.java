package org.estampille.rubric;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.estampille.bytes.LimitExceededException;
import org.estampille.formula.FormulaException;
import org.estampille.formula.JsonArray;
import org.estampille.formula.JsonBoolean;
import org.estampille.formula.JsonNull;
import org.estampille.formula.JsonNumber;
import org.estampille.formula.JsonObject;
import org.estampille.formula.JsonText;
import org.estampille.formula.JsonValue;

/** Asks the whole asset: every statement holds, fails or warns, sorted by category and trait. */
final class ConformanceEvaluation {

    private static final String COMPLIANCE = "c2pa:signal_compliance";
    private static final String CONTAINS = "Contains ";
    private static final Map<String, String> PLURALS =
            Map.of("inception", "inceptions", "transformation", "transformations");

    private final Rubric rubric;
    private final RubricEvaluator evaluator;
    private final String language;

    ConformanceEvaluation(Rubric rubric, RubricEvaluator evaluator, String language) {
        this.rubric = rubric;
        this.evaluator = evaluator;
        this.language = language;
    }

    /** Outcomes in the order they are listed; {@link #key} is the name of their part of the result. */
    private enum Outcome {
        TRUE("true", "true"),
        WARN("warning", "warn"),
        FALSE("false", "false");

        private final String key;
        private final String text;

        Outcome(String key, String text) {
            this.key = key;
            this.text = text;
        }

        private String key() {
            return key;
        }
    }

    /** One line of the result. */
    private record Line(Outcome outcome, String category, String trait, JsonObject content) {}

    /**
     * What an answer means.
     *
     * @param matches what was found, for the text
     * @param manifests manifests found; each gets a line of its own
     */
    private record Judgement(Outcome outcome, List<JsonValue> matches, List<JsonObject> manifests) {}

    JsonObject result(JsonObject document) throws LimitExceededException {
        List<Line> lines = new ArrayList<>();
        for (Statement statement : rubric.statements()) {
            if (statement.expression().isPresent()) {
                lines.addAll(lines(statement, statement.expression().get(), document));
            }
        }
        lines.sort(Comparator.comparing(Line::outcome)
                .thenComparing(line -> line.trait().codePoints().toArray(), java.util.Arrays::compare));
        Map<String, JsonValue> result = new LinkedHashMap<>();
        result.put("rubricName", rubric.name());
        result.put("rubricVersion", rubric.version());
        for (Outcome outcome : List.of(Outcome.TRUE, Outcome.FALSE, Outcome.WARN)) {
            result.put(outcome.key(), categories(outcome, lines));
        }
        return JsonObject.of(result);
    }

    private JsonObject categories(Outcome outcome, List<Line> lines) {
        TreeSet<String> names = rubric.statements().stream()
                .filter(statement -> statement.id().isPresent())
                .map(statement -> plural(statement.category().orElse("general")))
                .collect(Collectors.toCollection(TreeSet::new));
        if (names.isEmpty()) {
            names.add("general");
        }
        Map<String, List<JsonValue>> categories = new LinkedHashMap<>();
        names.forEach(name -> categories.put(name, new ArrayList<>()));
        lines.stream()
                .filter(line -> line.outcome() == outcome)
                .forEach(line -> categories
                        .computeIfAbsent(plural(line.category()), name -> new ArrayList<>())
                        .add(line.content()));
        Map<String, JsonValue> result = new LinkedHashMap<>();
        categories.forEach((name, contents) -> result.put(name, JsonArray.of(contents)));
        return JsonObject.of(result);
    }

    private static String plural(String category) {
        return PLURALS.getOrDefault(category, category);
    }

    private List<Line> lines(Statement statement, String expression, JsonObject document)
            throws LimitExceededException {
        String name = traitName(statement);
        int colon = name.indexOf(':');
        String category = colon < 0 ? "general" : name.substring(0, colon);
        String trait = name.substring(colon + 1);
        try {
            JsonValue answer =
                    evaluator.answer(expression, document, rubric.statements().size());
            Judgement judgement = judged(statement, answer);
            String text = text(statement, judgement);
            if (judgement.manifests().isEmpty()) {
                return List.of(new Line(judgement.outcome(), category, trait, content(trait, text, Optional.empty())));
            }
            return judgement.manifests().stream()
                    .map(manifest -> new Line(
                            judgement.outcome(),
                            category,
                            trait,
                            content(trait, text, Optional.of(RubricEvaluator.signer(manifest)))))
                    .toList();
        } catch (FormulaException e) {
            String text = "Error: " + e.kind().label() + ": " + e.getMessage();
            return List.of(new Line(Outcome.FALSE, category, trait, content(trait, text, Optional.empty())));
        }
    }

    private static JsonObject content(String trait, String text, Optional<JsonObject> assertedBy) {
        Map<String, JsonValue> content = new LinkedHashMap<>();
        content.put("trait", new JsonText(trait));
        content.put("reportText", new JsonText(text));
        assertedBy.ifPresent(signer -> content.put("asserted_by", signer));
        return JsonObject.of(content);
    }

    private static String traitName(Statement statement) {
        String id = statement.id().filter(text -> !text.isEmpty()).orElse("unnamed_trait");
        String text = id.equals(COMPLIANCE)
                ? statement.reportText().text("true", "en").orElse("")
                : "";
        if (text.isEmpty()) {
            return id;
        }
        return text.startsWith(CONTAINS) ? text.substring(CONTAINS.length()) : text;
    }

    private static Judgement judged(Statement statement, JsonValue answer) {
        List<JsonValue> found = answer instanceof JsonArray array ? array.items() : List.of();
        if (statement.match() == Statement.Match.HOLDS) {
            return holding(answer, found);
        }
        Outcome matched = statement.match() == Statement.Match.FAILS ? Outcome.FALSE : Outcome.WARN;
        return new Judgement(found.isEmpty() ? Outcome.TRUE : matched, found, List.of());
    }

    private static Judgement holding(JsonValue answer, List<JsonValue> found) {
        boolean manifests = !found.isEmpty()
                && found.get(0) instanceof JsonObject first
                && (first.fields().containsKey("label") || first.fields().containsKey("signature"));
        List<JsonObject> objects = manifests
                ? found.stream()
                        .filter(JsonObject.class::isInstance)
                        .map(JsonObject.class::cast)
                        .toList()
                : List.of();
        return new Judgement(holds(answer) ? Outcome.TRUE : Outcome.FALSE, List.of(), objects);
    }

    /** Not the truth of the language: a text holds even when it is empty, a number only when it is positive. */
    static boolean holds(JsonValue answer) {
        if (answer instanceof JsonArray || answer instanceof JsonBoolean) {
            return answer.truth();
        }
        return answer instanceof JsonNumber number ? number.value() > 0 : answer != JsonNull.NULL;
    }

    private String text(Statement statement, Judgement judgement) {
        String text =
                statement.reportText().text(judgement.outcome().text, language).orElse("");
        boolean texts = !judgement.matches().isEmpty() && judgement.matches().get(0) instanceof JsonText;
        return texts
                ? text.replace(
                        "{{matches}}",
                        judgement.matches().stream()
                                .map(match -> match instanceof JsonText one ? one.value() : match.json())
                                .collect(Collectors.joining(", ")))
                : text;
    }
}
