package org.estampille.formula;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.estampille.bytes.LimitExceededException;

/** One evaluation of one expression: counts the work, and makes values no larger than allowed. */
final class Evaluation {

    private static final String ARGS = "$args";
    private static final Pattern DEFINABLE = Pattern.compile("[_A-Z][_a-zA-Z0-9$]*");

    private final Environment environment;
    private final FormulaLimits limits;
    private final Map<String, Definition> definitions;
    private Optional<JsonValue> args;
    private long steps;
    private int nesting;

    Evaluation(Environment environment) {
        this.environment = environment;
        this.limits = environment.limits();
        this.definitions = new HashMap<>(environment.definitions());
        this.args = Optional.ofNullable(environment.globals().get(ARGS));
    }

    Environment environment() {
        return environment;
    }

    /** The answer of {@code expression} for {@code current}. */
    JsonValue of(Expression expression, JsonValue current) throws FormulaException, LimitExceededException {
        charge(1);
        nesting++;
        LimitExceededException.check("formula nesting", nesting, limits.nesting());
        JsonValue answer = expression.evaluate(this, current);
        nesting--;
        return answer;
    }

    /** The answers of {@code expression} for each of {@code items}. */
    JsonArray each(List<JsonValue> items, Expression expression) throws FormulaException, LimitExceededException {
        if (expression instanceof Expression.Current) {
            return array(items);
        }
        List<JsonValue> answers = new ArrayList<>(items.size());
        for (JsonValue item : items) {
            answers.add(of(expression, item));
        }
        return array(answers);
    }

    /** Counts {@code work} steps. */
    void charge(long work) throws LimitExceededException {
        steps += work;
        if (steps > limits.steps() || steps < 0) {
            throw new LimitExceededException("formula steps", steps, limits.steps());
        }
    }

    JsonArray array(List<? extends JsonValue> items) throws LimitExceededException {
        charge(items.size());
        return (JsonArray) admitted(JsonArray.of(items));
    }

    JsonObject object(Map<String, ? extends JsonValue> fields) throws LimitExceededException {
        charge(fields.size());
        return (JsonObject) admitted(JsonObject.of(fields));
    }

    JsonText text(String value) throws LimitExceededException {
        JsonText text = new JsonText(value);
        charge(text.weight());
        admitted(text);
        return text;
    }

    /** Refuses a text of {@code characters} before it is made. */
    void announce(long characters) throws LimitExceededException {
        LimitExceededException.check("JSON values", JsonText.weight(characters), limits.weight());
    }

    static JsonNumber number(double value) throws FormulaException {
        if (!Double.isFinite(value)) {
            throw FormulaException.evaluation("the result is not a number");
        }
        return new JsonNumber(value);
    }

    private JsonValue admitted(JsonValue value) throws LimitExceededException {
        LimitExceededException.check("JSON depth", value.depth(), limits.depth());
        LimitExceededException.check("JSON values", value.weight(), limits.weight());
        return value;
    }

    JsonValue global(String name) {
        if (name.equals(ARGS)) {
            return args.orElse(JsonNull.NULL);
        }
        return Optional.ofNullable(environment.globals().get(name)).orElse(JsonNull.NULL);
    }

    /** The answer of the function {@code name}. */
    JsonValue call(String name, List<Expression> arguments, JsonValue current)
            throws FormulaException, LimitExceededException {
        Optional<Functions.Entry> function = Functions.find(name);
        if (function.isPresent() && function.get().lazy()) {
            return chosen(function.get(), arguments, current);
        }
        List<Call.Argument> evaluated = new ArrayList<>(arguments.size());
        for (Expression argument : arguments) {
            evaluated.add(
                    argument instanceof Expression.Reference reference
                            ? new Call.Argument(JsonNull.NULL, Optional.of(reference.body()))
                            : new Call.Argument(of(argument, current), Optional.empty()));
        }
        if (function.isPresent()) {
            Functions.Entry entry = function.get();
            return entry.body().apply(new Call(name, entry.signature().check(name, evaluated, this), this));
        }
        Definition definition = definitions.get(name);
        if (definition == null) {
            throw FormulaException.function("there is no function " + name + "()");
        }
        return defined(name, definition, evaluated, current);
    }

    /** {@code if()}: only the branch that is needed is evaluated. */
    private JsonValue chosen(Functions.Entry entry, List<Expression> arguments, JsonValue current)
            throws FormulaException, LimitExceededException {
        entry.signature().checkCount("if", arguments.size());
        if (arguments.stream().anyMatch(Expression.Reference.class::isInstance)) {
            throw FormulaException.type("if() does not take expressions");
        }
        return of(arguments.get(of(arguments.get(0), current).truth() ? 1 : 2), current);
    }

    private JsonValue defined(String name, Definition definition, List<Call.Argument> arguments, JsonValue current)
            throws FormulaException, LimitExceededException {
        if (arguments.stream().anyMatch(argument -> argument.body().isPresent())) {
            throw FormulaException.type(name + "() does not take expressions");
        }
        List<JsonValue> values = arguments.stream().map(Call.Argument::value).toList();
        Expression body = definition.body().expression();
        return switch (definition.binding()) {
            case CURRENT_NODE -> {
                if (values.size() > 1) {
                    throw FormulaException.function(name + "() takes one argument, not " + values.size());
                }
                yield of(body, values.isEmpty() ? JsonNull.NULL : values.get(0));
            }
            case CURRENT_ARRAY -> of(body, array(values));
            case ARGS_GLOBAL -> {
                if (values.size() != definition.arity()) {
                    throw FormulaException.function(
                            name + "() takes " + definition.arity() + " arguments, not " + values.size());
                }
                yield values.isEmpty() ? of(body, current) : withArgs(array(values), body, current);
            }
        };
    }

    private JsonValue withArgs(JsonArray values, Expression body, JsonValue current)
            throws FormulaException, LimitExceededException {
        Optional<JsonValue> saved = args;
        args = Optional.of(values);
        JsonValue answer = of(body, current);
        args = saved;
        return answer;
    }

    /** Makes a function for the rest of this evaluation. */
    void define(String name, Expression body, Definition.Binding binding) throws FormulaException {
        Definition definition = new Definition(new Formula(body), binding, 0);
        Definition known = definitions.getOrDefault(name, definition);
        if (!DEFINABLE.matcher(name).matches()) {
            throw FormulaException.function("a function cannot be called " + name);
        }
        if (!known.equals(definition)) {
            throw FormulaException.function("there is a different function " + name + "()");
        }
        definitions.put(name, definition);
    }
}
