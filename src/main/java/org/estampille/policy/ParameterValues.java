package org.estampille.policy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.estampille.formula.JsonArray;
import org.estampille.formula.JsonBoolean;
import org.estampille.formula.JsonNull;
import org.estampille.formula.JsonNumber;
import org.estampille.formula.JsonObject;
import org.estampille.formula.JsonText;
import org.estampille.formula.JsonValue;

/**
 * The values that a parameter of a bundled profile can have: of the kind of its default, one of the words that the profile allows,
 * and, where the rules are law, no number below the law's own. Another value would be compared with all the same, and wrongly.
 */
final class ParameterValues {

    /** Stands among the words that are allowed for any day. */
    private static final String DAY = "date";

    /** Stands there where the default is a proposal of ours in a law without numbers. */
    private static final String ANY_NUMBER = "number";

    private ParameterValues() {}

    /**
     * A value that a parameter cannot have.
     *
     * @param name of the parameter
     * @param written what stands there, as JSON
     * @param wanted what can stand there, such as {@code one of sb942, sb1000}
     */
    record Fault(String name, String written, String wanted) {}

    /** Every parameter of the house whose value no rule of the bundled profiles means. */
    static List<Fault> faultsIn(House house) {
        List<Fault> faults = new ArrayList<>();
        for (String name : BundledProfiles.names()) {
            if (BundledProfiles.named(name).orElseThrow() instanceof RuleProfile profile) {
                add(profile, house.parameters(), faults);
            }
        }
        return faults;
    }

    private static void add(RuleProfile profile, JsonObject written, List<Fault> faults) {
        for (Map.Entry<String, JsonValue> known : profile.parameters().fields().entrySet()) {
            Optional<JsonValue> value = written.field(known.getKey());
            if (value.isPresent()) {
                wanted(profile, known.getKey(), known.getValue(), value.get())
                        .ifPresent(wanted ->
                                faults.add(new Fault(known.getKey(), value.get().json(), wanted)));
            }
        }
    }

    /** What is wanted instead; empty where the value is one. */
    private static Optional<String> wanted(RuleProfile profile, String name, JsonValue usual, JsonValue value) {
        List<String> words = texts(profile.allowed().field(name).orElse(JsonNull.NULL));
        if (usual instanceof JsonBoolean) {
            return unless(value instanceof JsonBoolean, "true or false, without quotes");
        }
        if (usual instanceof JsonNumber number) {
            boolean law =
                    !words.contains(ANY_NUMBER) && profile.rules().stream().allMatch(ProfileRule::law);
            double least = law ? number.value() : 0;
            return unless(
                    value instanceof JsonNumber given && given.value() >= least,
                    "a number of " + new JsonNumber(least).text() + " or more");
        }
        if (usual instanceof JsonArray) {
            boolean list = value instanceof JsonArray given
                    && texts(given).size() == given.items().size()
                    && (words.isEmpty() || words.containsAll(texts(given)));
            return unless(list, "a list" + (words.isEmpty() ? " of texts" : " of " + String.join(", ", words)));
        }
        boolean text = value instanceof JsonText given && isOneOf(words, given.value());
        return unless(text, words.isEmpty() ? "a text" : "one of " + String.join(", ", spoken(words)));
    }

    private static Optional<String> unless(boolean right, String wanted) {
        return right ? Optional.empty() : Optional.of(wanted);
    }

    private static boolean isOneOf(List<String> words, String value) {
        return words.isEmpty() || words.contains(DAY) && isDay(value) || !value.equals(DAY) && words.contains(value);
    }

    private static boolean isDay(String value) {
        try {
            return LocalDate.parse(value).toString().equals(value);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static List<String> spoken(List<String> words) {
        return words.stream()
                .map(word -> word.equals(DAY) ? "a day such as 2026-03-01" : word)
                .toList();
    }

    private static List<String> texts(JsonValue list) {
        return list instanceof JsonArray array
                ? array.items().stream()
                        .filter(JsonText.class::isInstance)
                        .map(item -> ((JsonText) item).value())
                        .toList()
                : List.of();
    }
}
