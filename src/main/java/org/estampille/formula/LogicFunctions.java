package org.estampille.formula;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.estampille.bytes.LimitExceededException;

/** Truth, types, conversions, and what concerns the evaluation itself. */
final class LogicFunctions {

    private static final JsonNumber TEN = new JsonNumber(10);

    private LogicFunctions() {}

    static void register(Functions.Registry functions) {
        functions.add("true", "", call -> JsonBoolean.TRUE);
        functions.add("false", "", call -> JsonBoolean.FALSE);
        functions.add("null", "", call -> JsonNull.NULL);
        functions.add(
                "and", "any...", call -> JsonBoolean.of(call.values().stream().allMatch(JsonValue::truth)));
        functions.add(
                "or", "any...", call -> JsonBoolean.of(call.values().stream().anyMatch(JsonValue::truth)));
        functions.add("not", "any", call -> JsonBoolean.of(!call.value(0).truth()));
        functions.add(
                "notNull",
                "any...",
                call -> call.values().stream()
                        .filter(value -> value != JsonNull.NULL)
                        .findFirst()
                        .orElse(JsonNull.NULL));
        functions.add("type", "any", call -> new JsonText(type(call.value(0))));
        functions.add(
                "toArray",
                "any",
                call -> call.value(0) instanceof JsonArray
                        ? call.value(0)
                        : call.run().array(List.of(call.value(0))));
        functions.add("toString", "any number?", LogicFunctions::toText);
        functions.add(
                "toNumber",
                "any number|numbers?",
                call -> call.elements(List.of(call.value(0), call.valueOr(1, TEN)), LogicFunctions::toNumber));
        functions.add("debug", "any any|expression?", LogicFunctions::debug);
        functions.add("random", "", LogicFunctions::random);
        functions.add("register", "string expression", call -> define(call, Definition.Binding.CURRENT_NODE));
        functions.add(
                "registerWithParams", "string expression", call -> define(call, Definition.Binding.CURRENT_ARRAY));
    }

    private static String type(JsonValue value) {
        ValueType type = ValueType.of(value);
        return type.isList() ? ValueType.ARRAY.noun() : type.noun();
    }

    private static JsonValue toText(Call call) throws FormulaException, LimitExceededException {
        long indent = Math.max(0, Math.min(10, Coercion.integer(call.valueOr(1, new JsonNumber(0)))));
        return call.run().text(json(call, call.value(0), (int) indent));
    }

    /** A text as it is, anything else as JSON. */
    static String json(Call call, JsonValue value, int indent) throws LimitExceededException {
        if (value instanceof JsonText text) {
            return text.value();
        }
        call.run().charge(value.weight() * (1L + (long) indent * value.depth()));
        return new JsonWriter(indent).text(value);
    }

    private static JsonValue toNumber(List<JsonValue> valueAndBase) throws FormulaException {
        long base = Coercion.integer(valueAndBase.get(1));
        JsonValue value = valueAndBase.get(0);
        if (value instanceof JsonText text && base != 10) {
            return based(text.value(), base).<JsonValue>map(JsonNumber::new).orElse(JsonNull.NULL);
        }
        try {
            return new JsonNumber(Coercion.number(value));
        } catch (FormulaException e) {
            return JsonNull.NULL;
        }
    }

    private static Optional<Double> based(String text, long base) throws FormulaException {
        String digit = switch ((int) base) {
            case 2 -> "[01]";
            case 8 -> "[0-7]";
            case 16 -> "[0-9A-Fa-f]";
            default -> throw FormulaException.evaluation("toNumber() knows no base " + base);
        };
        String bare = text.strip();
        if (bare.isEmpty()) {
            return Optional.of(0.0);
        }
        if (!Pattern.matches("[-+]?" + digit + "+(\\." + digit + "+)?", bare)) {
            return Optional.empty();
        }
        double value = 0;
        double place = 0;
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            if (c == '.') {
                place = 1;
            } else if (c != '-' && c != '+') {
                value = value * base + Character.digit(c, 16);
                place *= base;
            }
        }
        double scaled = place > 0 ? value / place : value;
        return Double.isFinite(scaled) ? Optional.of(bare.startsWith("-") ? -scaled : scaled) : Optional.empty();
    }

    /** There is nowhere to print to; the value passes through, and an expression is still evaluated, for its errors. */
    private static JsonValue debug(Call call) throws FormulaException, LimitExceededException {
        if (call.size() > 1 && call.arguments().get(1).body().isPresent()) {
            call.run().of(call.body(1), call.value(0));
        }
        return call.value(0);
    }

    private static JsonValue random(Call call) throws FormulaException {
        return call.number(call.run()
                .environment()
                .random()
                .orElseThrow(() -> FormulaException.function("random() is not available here"))
                .getAsDouble());
    }

    private static JsonValue define(Call call, Definition.Binding binding) throws FormulaException {
        if (Functions.find(call.text(0)).isPresent()) {
            throw FormulaException.function(call.text(0) + "() belongs to the language");
        }
        call.run().define(call.text(0), call.body(1), binding);
        return JsonObject.of(java.util.Map.of());
    }
}
