package org.estampille.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.LimitExceededException;

/**
 * A function of the language being called, its arguments checked.
 *
 * @param name of the function
 */
record Call(String name, List<Argument> arguments, Evaluation run) {

    /**
     * What is handed to a function.
     *
     * @param value the value, null when an expression is handed over
     * @param body the expression handed over as it is
     */
    record Argument(JsonValue value, Optional<Expression> body) {}

    /** What a function does with the items of its arguments that stand at the same place. */
    interface Elements {
        JsonValue apply(List<JsonValue> items) throws FormulaException, LimitExceededException;
    }

    int size() {
        return arguments.size();
    }

    JsonValue value(int index) {
        return arguments.get(index).value();
    }

    List<JsonValue> values() {
        return arguments.stream().map(Argument::value).toList();
    }

    /** The argument at {@code index}, or {@code standard} when it was left out. */
    JsonValue valueOr(int index, JsonValue standard) {
        return index < size() ? value(index) : standard;
    }

    Expression body(int index) throws FormulaException {
        return arguments.get(index).body().orElseThrow(() -> FormulaException.type(name + "() needs an expression"));
    }

    List<JsonValue> items(int index) throws FormulaException {
        if (value(index) instanceof JsonArray array) {
            return array.items();
        }
        throw FormulaException.type(name + "() needs an array");
    }

    JsonObject object(int index) throws FormulaException {
        if (value(index) instanceof JsonObject object) {
            return object;
        }
        throw FormulaException.type(name + "() needs an object");
    }

    String text(int index) throws FormulaException {
        return Coercion.text(value(index));
    }

    long integer(int index) throws FormulaException {
        return Coercion.integer(value(index));
    }

    /** A count or a position: not negative. */
    int position(int index) throws FormulaException {
        return position(value(index));
    }

    int position(JsonValue value) throws FormulaException {
        long whole = Coercion.integer(value);
        if (whole < 0) {
            throw FormulaException.evaluation(name + "() takes no negative position or count");
        }
        return (int) Math.min(whole, Integer.MAX_VALUE);
    }

    JsonNumber number(double value) throws FormulaException {
        if (!Double.isFinite(value)) {
            throw FormulaException.evaluation(name + "() has no number as its result");
        }
        return new JsonNumber(value);
    }

    /** All scalars of all arguments, arrays opened. */
    List<JsonValue> flat() throws LimitExceededException {
        List<JsonValue> all = new ArrayList<>();
        for (Argument argument : arguments) {
            flatten(argument.value(), all);
        }
        return all;
    }

    private void flatten(JsonValue value, List<JsonValue> into) throws LimitExceededException {
        run.charge(1);
        if (value instanceof JsonArray array) {
            for (JsonValue item : array.items()) {
                flatten(item, into);
            }
        } else {
            into.add(value);
        }
    }

    /** Applies {@code function} to the arguments; where any is an array, to the items at the same places of all. */
    JsonValue elements(List<JsonValue> values, Elements function) throws FormulaException, LimitExceededException {
        run.charge(1);
        if (values.stream().noneMatch(JsonArray.class::isInstance)) {
            return function.apply(values);
        }
        int size = values.stream()
                .mapToInt(value -> value instanceof JsonArray array ? array.size() : 0)
                .max()
                .orElse(0);
        List<JsonValue> answers = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int place = i;
            List<JsonValue> row = values.stream()
                    .map(value ->
                            value instanceof JsonArray array ? array.item(place).orElse(JsonNull.NULL) : value)
                    .toList();
            answers.add(elements(row, function));
        }
        return run.array(answers);
    }
}
