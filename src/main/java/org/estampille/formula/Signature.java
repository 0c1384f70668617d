package org.estampille.formula;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.estampille.bytes.LimitExceededException;

/**
 * Which arguments a function takes.
 *
 * @param variadic whether the last may be repeated
 */
record Signature(List<Parameter> parameters, boolean variadic) {

    /** One argument. */
    record Parameter(Set<ValueType> types, boolean optional) {}

    /**
     * Reads {@code "number|numbers string?"}: types by name, {@code ?} for an argument that may be left out, {@code ...} at the
     * end for one that may be repeated.
     */
    static Signature of(String written) {
        boolean variadic = written.endsWith("...");
        String all = variadic ? written.substring(0, written.length() - 3) : written;
        List<Parameter> parameters = all.isEmpty()
                ? List.of()
                : Arrays.stream(all.split(" ", -1)).map(Signature::parameter).toList();
        return new Signature(parameters, variadic);
    }

    private static Parameter parameter(String written) {
        boolean optional = written.endsWith("?");
        String types = optional ? written.substring(0, written.length() - 1) : written;
        Set<ValueType> set = Arrays.stream(types.split("\\|", -1))
                .map(name -> ValueType.valueOf(name.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Parameter(set, optional);
    }

    void checkCount(String name, int count) throws FormulaException {
        long needed = parameters.stream().filter(one -> !one.optional()).count();
        if (count < needed || count > parameters.size() && !variadic) {
            throw FormulaException.function(name + "() takes " + takes(needed) + " arguments, not " + count);
        }
    }

    private String takes(long needed) {
        if (variadic) {
            return needed + " or more";
        }
        return needed == parameters.size() ? Long.toString(needed) : needed + " to " + parameters.size();
    }

    /** {@code arguments} made into what is asked for. */
    List<Call.Argument> check(String name, List<Call.Argument> arguments, Evaluation run)
            throws FormulaException, LimitExceededException {
        checkCount(name, arguments.size());
        List<Call.Argument> checked = new ArrayList<>(arguments.size());
        for (int i = 0; i < arguments.size(); i++) {
            Call.Argument argument = arguments.get(i);
            run.charge(size(argument.value()));
            Set<ValueType> types =
                    parameters.get(Math.min(i, parameters.size() - 1)).types();
            if (argument.body().isPresent()) {
                if (!types.contains(ValueType.EXPRESSION)) {
                    throw FormulaException.type(name + "() does not take an expression here");
                }
                checked.add(argument);
            } else {
                JsonValue matched = Coercion.match(types, argument.value(), name + "()");
                checked.add(new Call.Argument(matched, argument.body()));
            }
        }
        return List.copyOf(checked);
    }

    private static long size(JsonValue value) {
        if (value instanceof JsonArray array) {
            return array.size();
        }
        return value instanceof JsonObject object ? object.fields().size() : value.weight();
    }
}
