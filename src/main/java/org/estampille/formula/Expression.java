package org.estampille.formula;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.estampille.bytes.LimitExceededException;

/** The tree of an expression; each kind of node knows what it answers. */
sealed interface Expression {

    /** The answer for {@code current}, the node that is looked at. Call it through {@link Evaluation#of}, which counts. */
    JsonValue evaluate(Evaluation run, JsonValue current) throws FormulaException, LimitExceededException;

    /** A value written in the expression. */
    record Literal(JsonValue value) implements Expression {
        @Override
        public JsonValue evaluate(Evaluation run, JsonValue current) {
            return value;
        }
    }

    /** The node itself. */
    record Current() implements Expression {
        @Override
        public JsonValue evaluate(Evaluation run, JsonValue current) {
            return current;
        }
    }

    /** A named value the host gave. */
    record Global(String name) implements Expression {
        @Override
        public JsonValue evaluate(Evaluation run, JsonValue current) {
            return run.global(name);
        }
    }

    /** The field of that name. */
    record Field(String name) implements Expression {
        @Override
        public JsonValue evaluate(Evaluation run, JsonValue current) {
            if (current instanceof JsonObject object) {
                return object.field(name).orElse(JsonNull.NULL);
            }
            return current instanceof JsonArray array ? array.named(name).orElse(JsonNull.NULL) : JsonNull.NULL;
        }
    }

    /** The right side asked of the answer of the left: a dot, or a pipe; they differ in what they bind. */
    record Chain(Expression left, Expression right) implements Expression {
        @Override
        public JsonValue evaluate(Evaluation run, JsonValue current) throws FormulaException, LimitExceededException {
            return run.of(right, run.of(left, current));
        }
    }

    /** An item of an array, counted from the end when negative. */
    record Index(Expression left, int index) implements Expression {
        @Override
        public JsonValue evaluate(Evaluation run, JsonValue current) throws FormulaException, LimitExceededException {
            return run.of(left, current) instanceof JsonArray array
                    ? array.item(index < 0 ? (long) array.size() + index : index)
                            .orElse(JsonNull.NULL)
                    : JsonNull.NULL;
        }
    }

    /** Part of an array, as in Python. */
    record Slice(Expression left, OptionalInt start, OptionalInt stop, OptionalInt step) implements Expression {
        @Override
        public JsonValue evaluate(Evaluation run, JsonValue current) throws FormulaException, LimitExceededException {
            if (!(run.of(left, current) instanceof JsonArray array)) {
                return JsonNull.NULL;
            }
            int by = step.orElse(1);
            if (by == 0) {
                throw FormulaException.evaluation("the step of a slice is 0");
            }
            int size = array.size();
            long from = start.isPresent() ? capped(start.getAsInt(), size, by) : by < 0 ? size - 1 : 0;
            long to = stop.isPresent() ? capped(stop.getAsInt(), size, by) : by < 0 ? -1 : size;
            List<JsonValue> items = new ArrayList<>();
            for (long i = from; by > 0 ? i < to : i > to; i += by) {
                items.add(array.items().get((int) i));
            }
            return run.array(items);
        }

        private static long capped(int bound, int size, int by) {
            long absolute = bound < 0 ? (long) bound + size : bound;
            if (absolute < 0) {
                return by < 0 ? -1 : 0;
            }
            return absolute < size ? absolute : by < 0 ? size - 1L : size;
        }
    }

    /** An array whose items that are arrays are opened. */
    record Flattened(Expression left) implements Expression {
        @Override
        public JsonValue evaluate(Evaluation run, JsonValue current) throws FormulaException, LimitExceededException {
            if (!(run.of(left, current) instanceof JsonArray array)) {
                return JsonNull.NULL;
            }
            List<JsonValue> items = new ArrayList<>();
            for (JsonValue item : array.items()) {
                if (item instanceof JsonArray inner) {
                    items.addAll(inner.items());
                    run.charge(inner.size());
                } else {
                    items.add(item);
                }
            }
            return run.array(items);
        }
    }

    /** The right side asked of every item of an array. */
    record Projection(Expression left, Expression right) implements Expression {
        @Override
        public JsonValue evaluate(Evaluation run, JsonValue current) throws FormulaException, LimitExceededException {
            return run.of(left, current) instanceof JsonArray array ? run.each(array.items(), right) : JsonNull.NULL;
        }
    }

    /** The right side asked of every value of an object. */
    record ObjectProjection(Expression left, Expression right) implements Expression {
        @Override
        public JsonValue evaluate(Evaluation run, JsonValue current) throws FormulaException, LimitExceededException {
            return run.of(left, current) instanceof JsonObject object
                    ? run.each(List.copyOf(object.fields().values()), right)
                    : JsonNull.NULL;
        }
    }

    /** The right side asked of every item of an array for which the condition holds. */
    record FilterProjection(Expression left, Expression condition, Expression right) implements Expression {
        @Override
        public JsonValue evaluate(Evaluation run, JsonValue current) throws FormulaException, LimitExceededException {
            if (!(run.of(left, current) instanceof JsonArray array)) {
                return JsonNull.NULL;
            }
            List<JsonValue> kept = new ArrayList<>();
            for (JsonValue item : array.items()) {
                if (run.of(condition, item).truth()) {
                    kept.add(item);
                }
            }
            return run.each(kept, right);
        }
    }

    /** Two values compared. */
    record Comparison(Parser.Comparator comparator, Expression left, Expression right) implements Expression {
        @Override
        public JsonValue evaluate(Evaluation run, JsonValue current) throws FormulaException, LimitExceededException {
            return JsonBoolean.of(Operators.compare(run, comparator, run.of(left, current), run.of(right, current)));
        }
    }

    /** Addition, subtraction, multiplication or division. */
    record Arithmetic(char operator, Expression left, Expression right) implements Expression {
        @Override
        public JsonValue evaluate(Evaluation run, JsonValue current) throws FormulaException, LimitExceededException {
            return Operators.arithmetic(run, operator, run.of(left, current), run.of(right, current));
        }
    }

    /** Two texts, one after the other. */
    record Concatenation(Expression left, Expression right) implements Expression {
        @Override
        public JsonValue evaluate(Evaluation run, JsonValue current) throws FormulaException, LimitExceededException {
            return Operators.concatenate(run, run.of(left, current), run.of(right, current));
        }
    }

    /** The items of two arrays in one. */
    record Union(Expression left, Expression right) implements Expression {
        @Override
        public JsonValue evaluate(Evaluation run, JsonValue current) throws FormulaException, LimitExceededException {
            List<JsonValue> items = new ArrayList<>(Operators.operand(run.of(left, current)));
            items.addAll(Operators.operand(run.of(right, current)));
            return run.array(items);
        }
    }

    /** The left side if it counts as true, else the right side. */
    record Or(Expression left, Expression right) implements Expression {
        @Override
        public JsonValue evaluate(Evaluation run, JsonValue current) throws FormulaException, LimitExceededException {
            JsonValue first = run.of(left, current);
            return first.truth() ? first : run.of(right, current);
        }
    }

    /** The left side if it counts as false, else the right side. */
    record And(Expression left, Expression right) implements Expression {
        @Override
        public JsonValue evaluate(Evaluation run, JsonValue current) throws FormulaException, LimitExceededException {
            JsonValue first = run.of(left, current);
            return first.truth() ? run.of(right, current) : first;
        }
    }

    /** Whether the operand counts as false. */
    record Not(Expression operand) implements Expression {
        @Override
        public JsonValue evaluate(Evaluation run, JsonValue current) throws FormulaException, LimitExceededException {
            return JsonBoolean.of(!run.of(operand, current).truth());
        }
    }

    /** The operand as a negative number. */
    record Negation(Expression operand) implements Expression {
        @Override
        public JsonValue evaluate(Evaluation run, JsonValue current) throws FormulaException, LimitExceededException {
            return new JsonNumber(-Coercion.number(run.of(operand, current)));
        }
    }

    /** An array made of the answers of several expressions. */
    record ArrayOf(List<Expression> items) implements Expression {
        @Override
        public JsonValue evaluate(Evaluation run, JsonValue current) throws FormulaException, LimitExceededException {
            List<JsonValue> values = new ArrayList<>();
            for (Expression item : items) {
                values.add(run.of(item, current));
            }
            return run.array(values);
        }
    }

    /** An object made of the answers of several expressions. */
    record ObjectOf(Map<String, Expression> fields) implements Expression {
        @Override
        public JsonValue evaluate(Evaluation run, JsonValue current) throws FormulaException, LimitExceededException {
            Map<String, JsonValue> values = new LinkedHashMap<>();
            for (Map.Entry<String, Expression> field : fields.entrySet()) {
                values.put(field.getKey(), run.of(field.getValue(), current));
            }
            return run.object(values);
        }
    }

    /** A function with its arguments. */
    record Call(String name, List<Expression> arguments) implements Expression {
        @Override
        public JsonValue evaluate(Evaluation run, JsonValue current) throws FormulaException, LimitExceededException {
            return run.call(name, arguments, current);
        }
    }

    /** An expression handed to a function as it is. Stands among arguments only. */
    record Reference(Expression body) implements Expression {
        @Override
        public JsonValue evaluate(Evaluation run, JsonValue current) throws FormulaException {
            throw FormulaException.type("an expression is no value");
        }
    }
}
