package org.estampille.formula;

import java.util.ArrayList;
import java.util.List;
import org.estampille.bytes.LimitExceededException;

/** Functions that make one number of many. Those whose name ends with A take texts and booleans for numbers. */
final class StatisticFunctions {

    private StatisticFunctions() {}

    static void register(Functions.Registry functions) {
        functions.add("avg", "array", call -> average(call, numbers(call)));
        functions.add("avgA", "array", call -> average(call, coerced(call, FormulaException.Kind.TYPE)));
        functions.add("max", "any...", call -> call.number(largest(numbers(call))));
        functions.add("maxA", "any...", call -> call.number(largest(coerced(call, FormulaException.Kind.TYPE))));
        functions.add("min", "any...", call -> call.number(smallest(numbers(call))));
        functions.add("minA", "any...", call -> call.number(smallest(coerced(call, FormulaException.Kind.TYPE))));
        functions.add("sum", "array", call -> call.number(sum(numbers(call))));
        functions.add("stdev", "array", call -> deviation(call, numbers(call), 1));
        functions.add("stdevA", "array", call -> deviation(call, coerced(call, FormulaException.Kind.EVALUATION), 1));
        functions.add("stdevp", "array", call -> deviation(call, numbers(call), 0));
        functions.add("stdevpA", "array", call -> deviation(call, coerced(call, FormulaException.Kind.TYPE), 0));
    }

    private static double[] numbers(Call call) throws LimitExceededException {
        return call.flat().stream()
                .filter(JsonNumber.class::isInstance)
                .mapToDouble(value -> ((JsonNumber) value).value())
                .toArray();
    }

    private static double[] coerced(Call call, FormulaException.Kind kind)
            throws FormulaException, LimitExceededException {
        List<Double> numbers = new ArrayList<>();
        for (JsonValue value : call.flat()) {
            if (value != JsonNull.NULL) {
                try {
                    numbers.add(Coercion.number(value));
                } catch (FormulaException e) {
                    throw new FormulaException(kind, call.name() + "(): " + e.getMessage());
                }
            }
        }
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double sum(double... numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum;
    }

    private static double largest(double... numbers) {
        return java.util.Arrays.stream(numbers).max().orElse(0);
    }

    private static double smallest(double... numbers) {
        return java.util.Arrays.stream(numbers).min().orElse(0);
    }

    private static JsonValue average(Call call, double... numbers) throws FormulaException {
        if (numbers.length == 0) {
            throw FormulaException.evaluation(call.name() + "() needs a number");
        }
        return call.number(sum(numbers) / numbers.length);
    }

    /** @param sample 1 when the numbers are a sample, 0 when they are all there are */
    private static JsonValue deviation(Call call, double[] numbers, int sample) throws FormulaException {
        if (numbers.length <= sample) {
            throw FormulaException.evaluation(call.name() + "() needs more numbers");
        }
        double mean = sum(numbers) / numbers.length;
        double squares = 0;
        for (double number : numbers) {
            squares += (number - mean) * (number - mean);
        }
        return call.number(Math.sqrt(squares / (numbers.length - sample)));
    }
}
