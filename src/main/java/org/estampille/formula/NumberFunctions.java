package org.estampille.formula;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.estampille.bytes.LimitExceededException;

/** Functions of numbers. What cannot be exact is computed the same way on every machine. */
final class NumberFunctions {

    private static final String ONE = "number|numbers";
    private static final JsonNumber ZERO = new JsonNumber(0);

    private NumberFunctions() {}

    static void register(Functions.Registry functions) {
        one(functions, "abs", Math::abs);
        one(functions, "acos", StrictMath::acos);
        one(functions, "asin", StrictMath::asin);
        one(functions, "ceil", Math::ceil);
        one(functions, "cos", StrictMath::cos);
        one(functions, "exp", NumberFunctions::exp);
        one(functions, "floor", Math::floor);
        one(functions, "fround", value -> (float) value);
        one(functions, "log", StrictMath::log);
        one(functions, "log10", StrictMath::log10);
        one(functions, "sign", Math::signum);
        one(functions, "sin", StrictMath::sin);
        one(functions, "sqrt", StrictMath::sqrt);
        one(functions, "tan", StrictMath::tan);
        two(functions, "atan2", StrictMath::atan2);
        two(functions, "mod", (a, b) -> a % b);
        two(functions, "power", StrictMath::pow);
        functions.add("round", "number|numbers number|numbers?", call -> digits(call, NumberFunctions::round));
        functions.add("trunc", "number|numbers number|numbers?", call -> digits(call, NumberFunctions::truncate));
    }

    private static void one(Functions.Registry functions, String name, DoubleUnaryOperator operator) {
        functions.add(
                name,
                ONE,
                call -> call.elements(
                        call.values(), items -> call.number(operator.applyAsDouble(Coercion.number(items.get(0))))));
    }

    private static void two(Functions.Registry functions, String name, DoubleBinaryOperator operator) {
        functions.add(
                name,
                ONE + " " + ONE,
                call -> call.elements(
                        call.values(),
                        items -> call.number(
                                operator.applyAsDouble(Coercion.number(items.get(0)), Coercion.number(items.get(1))))));
    }

    private static JsonValue digits(Call call, DoubleBinaryOperator operator)
            throws FormulaException, LimitExceededException {
        return call.elements(
                List.of(call.value(0), call.valueOr(1, ZERO)),
                items -> call.number(operator.applyAsDouble(
                        Coercion.number(items.get(0)), (double) Coercion.integer(items.get(1)))));
    }

    /** The library is off by one in the last place for 1, where everybody knows the digits. */
    private static double exp(double value) {
        return value == 1 ? Math.E : StrictMath.exp(value);
    }

    /** A half goes up. */
    private static double round(double value, double digits) {
        double precision = Math.pow(10, digits);
        return Math.floor(value * precision + 0.5) / precision;
    }

    private static double truncate(double value, double digits) {
        double precision = Math.pow(10, digits);
        return (value >= 0 ? Math.floor(value * precision) : Math.ceil(value * precision)) / precision;
    }
}
