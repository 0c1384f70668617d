package org.estampille.rubric;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.estampille.formula.JsonObject;
import org.estampille.formula.JsonText;
import org.estampille.formula.JsonValue;

/**
 * The texts of a statement.
 *
 * @param texts by outcome ({@code true}, {@code false}, {@code warn}, {@code default}), then by BCP 47 language tag; the empty tag
 *     is text without a language
 */
public record ReportText(Map<String, Map<String, String>> texts) {

    private static final List<String> OUTCOMES = List.of("true", "false", "warn", "default");

    public ReportText {
        texts = Map.copyOf(texts);
    }

    /** Takes a text, a text for each language, or either for each outcome. */
    static ReportText of(Optional<JsonValue> written) {
        Map<String, Map<String, String>> texts = new LinkedHashMap<>();
        if (written.orElse(null) instanceof JsonObject object
                && OUTCOMES.stream().anyMatch(object.fields()::containsKey)) {
            object.fields().forEach((outcome, value) -> texts.put(outcome, languages(value)));
        } else {
            written.ifPresent(value -> texts.put("default", languages(value)));
        }
        return new ReportText(texts);
    }

    private static Map<String, String> languages(JsonValue value) {
        Map<String, String> languages = new LinkedHashMap<>();
        if (value instanceof JsonObject object) {
            object.fields().forEach((language, text) -> languages.put(language, plain(text)));
        } else {
            languages.put("", plain(value));
        }
        return languages;
    }

    private static String plain(JsonValue value) {
        return value instanceof JsonText text ? text.value() : value.json();
    }

    /**
     * The text for an outcome: in {@code language}, else without its region, else in English, else without a language, else in
     * the first there is. A warning without a text of its own takes that of a failure.
     */
    public Optional<String> text(String outcome, String language) {
        return Stream.of(outcome, outcome.equals("warn") ? "false" : outcome, "default")
                .filter(texts::containsKey)
                .findFirst()
                .flatMap(key -> chosen(texts.getOrDefault(key, Map.of()), language));
    }

    private static Optional<String> chosen(Map<String, String> languages, String language) {
        String root = language.split("-", -1)[0];
        return Stream.of(language, root, "en", "")
                .filter(languages::containsKey)
                .map(languages::get)
                .findFirst()
                .or(() -> languages.values().stream().findFirst());
    }
}
