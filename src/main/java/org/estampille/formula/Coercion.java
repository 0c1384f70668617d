package org.estampille.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes values into the types that are asked for, where the language allows that (specification, Type Coercion Rules). */
final class Coercion {

    private static final Pattern NUMBER =
            Pattern.compile("\\s*[-+]?(?:\\d+(?:\\.\\d+)?|\\.\\d+)(?:[eE][-+]?\\d+)?\\s*");
    private static final int LONGEST_NUMBER = 1_000;
    private static final int SHOWN = 40;

    private Coercion() {}

    /** The number {@code value} stands for. */
    static double number(JsonValue value) throws FormulaException {
        if (value instanceof JsonNumber number) {
            return number.value();
        }
        if (value instanceof JsonText text) {
            return parsed(text.value());
        }
        if (value instanceof JsonArray || value instanceof JsonObject) {
            throw FormulaException.type("an " + ValueType.of(value).noun() + " is no number");
        }
        return value.truth() ? 1 : 0;
    }

    private static double parsed(String text) throws FormulaException {
        if (text.isBlank()) {
            return 0;
        }
        double value = text.length() <= LONGEST_NUMBER && NUMBER.matcher(text).matches()
                ? Double.parseDouble(text.strip())
                : Double.NaN;
        if (!Double.isFinite(value)) {
            throw FormulaException.type("'" + shown(text) + "' is no number");
        }
        return value;
    }

    private static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }

    /** The number without its fraction. */
    static long integer(JsonValue value) throws FormulaException {
        return (long) number(value);
    }

    /** The text of a scalar. */
    static String text(JsonValue value) throws FormulaException {
        if (value instanceof JsonText text) {
            return text.value();
        }
        if (value instanceof JsonNumber number) {
            return number.text();
        }
        if (value instanceof JsonArray || value instanceof JsonObject) {
            throw FormulaException.type("an " + ValueType.of(value).noun() + " is no string");
        }
        return value == JsonNull.NULL ? "" : Boolean.toString(value.truth());
    }

    /** {@code value} as one of {@code wanted}, if there is exactly one it can become. */
    static JsonValue match(Set<ValueType> wanted, JsonValue value, String context) throws FormulaException {
        ValueType actual = ValueType.of(value);
        if (wanted.stream().anyMatch(type -> type.admits(actual))) {
            return value;
        }
        List<ValueType> possible = wanted.stream().filter(actual::becomes).toList();
        if (possible.size() != 1) {
            String nouns =
                    String.join(" or ", wanted.stream().map(ValueType::noun).toList());
            throw FormulaException.type(context + " takes " + nouns + ", not " + actual.noun());
        }
        return made(possible.get(0), value);
    }

    private static JsonValue made(ValueType wanted, JsonValue value) throws FormulaException {
        return switch (wanted) {
            case NUMBER -> new JsonNumber(number(value));
            case STRING -> new JsonText(text(value));
            case NUMBERS ->
                value instanceof JsonArray array
                        ? items(array, wanted)
                        : JsonArray.of(List.of(new JsonNumber(number(value))));
            case STRINGS ->
                value instanceof JsonArray array
                        ? items(array, wanted)
                        : JsonArray.of(List.of(new JsonText(text(value))));
            default -> JsonArray.of(List.of(value));
        };
    }

    private static JsonArray items(JsonArray array, ValueType wanted) throws FormulaException {
        List<JsonValue> items = new ArrayList<>(array.size());
        for (JsonValue item : array.items()) {
            if (item instanceof JsonArray inner) {
                items.add(items(inner, wanted));
            } else {
                items.add(wanted == ValueType.NUMBERS ? new JsonNumber(number(item)) : new JsonText(text(item)));
            }
        }
        return JsonArray.of(items);
    }
}
