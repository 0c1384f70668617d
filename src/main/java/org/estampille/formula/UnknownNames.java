package org.estampille.formula;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the names that an expression asks for and no value has, without evaluating it: what a specimen of the values shows is known,
 * everything else may be anything, and so is what lies too deep or behind too many steps. Asked for in an evaluation, such a name is null, and nobody would notice.
 */
public final class UnknownNames {

    private static final int DEEPEST = 64;
    private static final int MOST_STEPS = 100_000;

    /**
     * A name that is not there.
     *
     * @param name asked for
     * @param known names where it was looked for
     */
    public record Stranger(String name, List<String> known) {}

    private final Environment environment;
    private final Map<String, JsonValue> specimens;
    private final List<Stranger> strangers = new ArrayList<>();
    private int depth;
    private int steps;

    private UnknownNames(Environment environment, Map<String, JsonValue> specimens) {
        this.environment = environment;
        this.specimens = specimens;
    }

    /**
     * The names of {@code formula} that are not known; those in named expressions are told where these are used.
     *
     * @param specimens by name with {@code $}: what values look like. Null, an empty object and an empty list may be anything
     */
    public static List<Stranger> in(Formula formula, Environment environment, Map<String, JsonValue> specimens) {
        Map<String, JsonValue> merged = new LinkedHashMap<>();
        specimens.forEach((name, value) -> merged.put(name, merged(value)));
        UnknownNames names = new UnknownNames(environment, merged);
        names.of(formula.expression(), Optional.empty());
        return List.copyOf(names.strangers);
    }

    /** With lists of one item, which has what any of the items has. */
    private static JsonValue merged(JsonValue value) {
        if (value instanceof JsonArray array) {
            Optional<JsonValue> item =
                    array.items().stream().map(UnknownNames::merged).reduce((one, other) -> joined(one, other));
            return JsonArray.of(item.stream().toList());
        }
        if (value instanceof JsonObject object) {
            Map<String, JsonValue> fields = new LinkedHashMap<>();
            object.fields().forEach((name, field) -> fields.put(name, merged(field)));
            return JsonObject.of(fields);
        }
        return value;
    }

    private static JsonValue joined(JsonValue one, JsonValue other) {
        if (!(one instanceof JsonObject left) || !(other instanceof JsonObject right)) {
            return one.getClass().equals(other.getClass()) ? one : JsonNull.NULL;
        }
        Map<String, JsonValue> fields = new LinkedHashMap<>(left.fields());
        right.fields().forEach((name, value) -> fields.merge(name, value, UnknownNames::joined));
        return JsonObject.of(fields);
    }

    /** What the answer looks like; empty where it may be anything. */
    private Optional<JsonValue> of(Expression expression, Optional<JsonValue> here) {
        depth++;
        steps++;
        boolean endless = depth > DEEPEST || steps > MOST_STEPS;
        Optional<JsonValue> answer = endless ? Optional.empty() : answer(expression, here);
        depth--;
        return answer;
    }

    private Optional<JsonValue> answer(Expression expression, Optional<JsonValue> here) {
        if (expression instanceof Expression.Current) {
            return here;
        }
        if (expression instanceof Expression.Global global) {
            return Optional.ofNullable(specimens.get(global.name()));
        }
        if (expression instanceof Expression.Field field) {
            return field(field.name(), here);
        }
        if (expression instanceof Expression.Chain chain) {
            return of(chain.right(), of(chain.left(), here));
        }
        if (expression instanceof Expression.Call call) {
            return called(call, here);
        }
        return listed(expression, here);
    }

    private Optional<JsonValue> field(String name, Optional<JsonValue> here) {
        if (here.isEmpty()) {
            if (name.startsWith("$")) {
                strangers.add(new Stranger(name, List.copyOf(specimens.keySet())));
            }
            return Optional.ofNullable(specimens.get("$" + name));
        }
        if (!(here.get() instanceof JsonObject object) || object.fields().isEmpty()) {
            return Optional.empty();
        }
        Optional<JsonValue> value = object.field(name);
        if (value.isEmpty()) {
            strangers.add(new Stranger(name, List.copyOf(object.fields().keySet())));
        }
        return value.filter(known -> known != JsonNull.NULL);
    }

    private Optional<JsonValue> listed(Expression expression, Optional<JsonValue> here) {
        if (expression instanceof Expression.Index index) {
            return item(of(index.left(), here));
        }
        if (expression instanceof Expression.Slice slice) {
            return of(slice.left(), here);
        }
        if (expression instanceof Expression.Flattened flattened) {
            Optional<JsonValue> list = of(flattened.left(), here);
            return item(list).filter(JsonArray.class::isInstance).or(() -> list);
        }
        if (expression instanceof Expression.Projection projection) {
            return each(projection.right(), item(of(projection.left(), here)));
        }
        if (expression instanceof Expression.FilterProjection filter) {
            Optional<JsonValue> item = item(of(filter.left(), here));
            asked(filter.condition(), item);
            return each(filter.right(), item);
        }
        parts(expression).forEach(part -> of(part, here));
        return Optional.empty();
    }

    /** What is asked of an item that may be anything would be looked for in the document instead. */
    private void asked(Expression expression, Optional<JsonValue> item) {
        of(expression, item.or(() -> Optional.of(JsonNull.NULL)));
    }

    private Optional<JsonValue> each(Expression expression, Optional<JsonValue> item) {
        return of(expression, item.or(() -> Optional.of(JsonNull.NULL)))
                .filter(found -> found != JsonNull.NULL)
                .map(found -> JsonArray.of(List.of(found)));
    }

    private static Optional<JsonValue> item(Optional<JsonValue> list) {
        return list.filter(JsonArray.class::isInstance)
                .flatMap(array -> ((JsonArray) array).items().stream().findFirst());
    }

    private static List<Expression> parts(Expression expression) {
        if (expression instanceof Expression.Comparison two) {
            return List.of(two.left(), two.right());
        }
        if (expression instanceof Expression.Arithmetic two) {
            return List.of(two.left(), two.right());
        }
        if (expression instanceof Expression.Concatenation two) {
            return List.of(two.left(), two.right());
        }
        if (expression instanceof Expression.Union two) {
            return List.of(two.left(), two.right());
        }
        if (expression instanceof Expression.Or two) {
            return List.of(two.left(), two.right());
        }
        if (expression instanceof Expression.And two) {
            return List.of(two.left(), two.right());
        }
        if (expression instanceof Expression.Not one) {
            return List.of(one.operand());
        }
        if (expression instanceof Expression.Negation one) {
            return List.of(one.operand());
        }
        if (expression instanceof Expression.ObjectProjection one) {
            return List.of(one.left());
        }
        if (expression instanceof Expression.ObjectOf object) {
            return List.copyOf(object.fields().values());
        }
        return expression instanceof Expression.ArrayOf array ? array.items() : List.of();
    }

    private Optional<JsonValue> called(Expression.Call call, Optional<JsonValue> here) {
        List<Optional<JsonValue>> answers = new ArrayList<>();
        for (Expression argument : call.arguments()) {
            if (argument instanceof Expression.Reference reference) {
                asked(reference.body(), answers.isEmpty() ? Optional.empty() : item(answers.get(0)));
                answers.add(Optional.empty());
            } else {
                answers.add(of(argument, here));
            }
        }
        Definition definition = environment.definitions().get(call.name());
        if (definition != null && definition.arity() == 0) {
            return of(definition.body().expression(), here);
        }
        boolean choice = call.name().equals("if") && answers.size() == 3;
        return choice && answers.get(1).equals(answers.get(2)) ? answers.get(1) : Optional.empty();
    }
}
