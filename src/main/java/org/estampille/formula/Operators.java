package org.estampille.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.estampille.bytes.LimitExceededException;

/** What the operators between two values do. */
final class Operators {

    private static final Set<ValueType> TEXT = Set.of(ValueType.STRING);
    private static final Set<ValueType> TEXTS = Set.of(ValueType.STRINGS);
    private static final Set<ValueType> ARRAY = Set.of(ValueType.ARRAY);

    private Operators() {}

    /** An operator on two scalars. */
    interface Scalar {
        JsonValue apply(JsonValue left, JsonValue right) throws FormulaException, LimitExceededException;
    }

    /** Equality knows no coercion; an order of what cannot be ordered is false. */
    static boolean compare(Evaluation run, Parser.Comparator comparator, JsonValue left, JsonValue right)
            throws LimitExceededException {
        return switch (comparator) {
            case EQUAL -> equal(run, left, right);
            case DIFFERENT -> !equal(run, left, right);
            default -> ordered(comparator, left, right);
        };
    }

    static boolean equal(Evaluation run, JsonValue left, JsonValue right) throws LimitExceededException {
        if (left.weight() != right.weight()) {
            return false;
        }
        run.charge(left.weight());
        return left.equals(right);
    }

    private static boolean ordered(Parser.Comparator comparator, JsonValue left, JsonValue right) {
        if (left.depth() > 0 || right.depth() > 0) {
            return false;
        }
        int order;
        if (left instanceof JsonText first && right instanceof JsonText second) {
            order = order(first, second);
        } else {
            try {
                order = Double.compare(Coercion.number(left), Coercion.number(right));
            } catch (FormulaException e) {
                return false;
            }
        }
        return switch (comparator) {
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case GREATER -> order > 0;
            default -> order >= 0;
        };
    }

    /** By code points, not by the units of UTF-16. */
    static int order(JsonText left, JsonText right) {
        return java.util.Arrays.compare(left.codePoints(), right.codePoints());
    }

    static JsonValue arithmetic(Evaluation run, char operator, JsonValue left, JsonValue right)
            throws FormulaException, LimitExceededException {
        return broadcast(run, left, right, (a, b) -> arithmetic(operator, Coercion.number(a), Coercion.number(b)));
    }

    private static JsonValue arithmetic(char operator, double left, double right) throws FormulaException {
        return switch (operator) {
            case '+' -> Evaluation.number(left + right);
            case '-' -> Evaluation.number(left - right);
            case '*' -> Evaluation.number(left * right);
            default -> {
                if (right == 0) {
                    throw FormulaException.evaluation("division by zero");
                }
                yield Evaluation.number(left / right);
            }
        };
    }

    static JsonValue concatenate(Evaluation run, JsonValue left, JsonValue right)
            throws FormulaException, LimitExceededException {
        return broadcast(run, strings(left), strings(right), (a, b) -> {
            String first = Coercion.text(a);
            String second = Coercion.text(b);
            run.announce((long) first.length() + second.length());
            return run.text(first + second);
        });
    }

    private static JsonValue strings(JsonValue value) throws FormulaException {
        return Coercion.match(value instanceof JsonArray ? TEXTS : TEXT, value, "&");
    }

    /** The items an operand of a union stands for. */
    static List<JsonValue> operand(JsonValue value) throws FormulaException {
        if (value == JsonNull.NULL) {
            return List.of(value);
        }
        return Coercion.match(ARRAY, value, "~") instanceof JsonArray array ? array.items() : List.of();
    }

    /** Applies {@code operator} to pairs of items; the shorter array is filled up with null, a scalar repeated. */
    private static JsonValue broadcast(Evaluation run, JsonValue left, JsonValue right, Scalar operator)
            throws FormulaException, LimitExceededException {
        run.charge(1);
        if (!(left instanceof JsonArray) && !(right instanceof JsonArray)) {
            return operator.apply(left, right);
        }
        int size = Math.max(
                left instanceof JsonArray array ? array.size() : 0,
                right instanceof JsonArray array ? array.size() : 0);
        List<JsonValue> items = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            items.add(broadcast(run, item(left, i), item(right, i), operator));
        }
        return run.array(items);
    }

    private static JsonValue item(JsonValue operand, int index) {
        return operand instanceof JsonArray array ? array.item(index).orElse(JsonNull.NULL) : operand;
    }
}
