package org.estampille.formula;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.estampille.bytes.LimitExceededException;

/** Functions of arrays and objects, and of texts seen as rows of code points. */
final class CollectionFunctions {

    private static final JsonNumber ONE = new JsonNumber(1);

    private CollectionFunctions() {}

    static void register(Functions.Registry functions) {
        registerProperties(functions);
        registerRows(functions);
        registerItems(functions);
    }

    private static void registerProperties(Functions.Registry functions) {
        functions.add("deepScan", "object|array|null string|number", CollectionFunctions::deepScan);
        functions.add("entries", "array|object", CollectionFunctions::entries);
        functions.add("fromEntries", "arrays|strings|numbers", CollectionFunctions::fromEntries);
        functions.add(
                "hasProperty",
                "any string|number",
                call -> JsonBoolean.of(looked(call).isPresent()));
        functions.add("value", "any string|number", call -> looked(call).orElse(JsonNull.NULL));
        functions.add(
                "keys",
                "object",
                call -> call.run()
                        .array(call.object(0).fields().keySet().stream()
                                .map(JsonText::new)
                                .toList()));
        functions.add(
                "values",
                "object",
                call -> call.run().array(List.copyOf(call.object(0).fields().values())));
        functions.add("merge", "object|null...", CollectionFunctions::merge);
    }

    /** Those that texts have as well. */
    private static void registerRows(Functions.Registry functions) {
        functions.add("contains", "string|array any", CollectionFunctions::contains);
        functions.add("length", "string|array|object", call -> new JsonNumber(length(call.value(0))));
        functions.add("left", "string|array number?", call -> {
            int count = call.position(call.valueOr(1, ONE));
            return part(call, 0, count);
        });
        functions.add("right", "string|array number?", call -> {
            int size = length(call.value(0));
            return part(call, Math.max(0, size - call.position(call.valueOr(1, ONE))), size);
        });
        functions.add(
                "mid",
                "string|array number number",
                call -> part(call, call.position(1), (long) call.position(1) + call.position(2)));
        functions.add("replace", "string|array number number any", CollectionFunctions::replace);
        functions.add("reverse", "string|array", CollectionFunctions::reverse);
    }

    private static void registerItems(Functions.Registry functions) {
        functions.add("map", "array expression", call -> call.run().each(call.items(0), call.body(1)));
        functions.add("reduce", "array expression any?", CollectionFunctions::reduce);
        functions.add("sort", "array", Sorting::sort);
        functions.add("sortBy", "array expression", Sorting::sortBy);
        functions.add("unique", "array", CollectionFunctions::unique);
        functions.add("zip", "array...", CollectionFunctions::zip);
    }

    private static JsonValue contains(Call call) throws FormulaException, LimitExceededException {
        JsonValue wanted = call.value(1);
        if (call.value(0) instanceof JsonArray array) {
            for (JsonValue item : array.items()) {
                if (Operators.equal(call.run(), item, wanted)) {
                    return JsonBoolean.TRUE;
                }
            }
            return JsonBoolean.FALSE;
        }
        if (!(wanted instanceof JsonText text)) {
            throw FormulaException.type("contains() looks for a string in a string");
        }
        return JsonBoolean.of(TextFunctions.holds(call.text(0).codePoints().toArray(), text.codePoints()));
    }

    private static JsonValue deepScan(Call call) throws FormulaException, LimitExceededException {
        List<JsonValue> found = new ArrayList<>();
        scan(call, call.value(0), found);
        return call.run().array(found);
    }

    private static void scan(Call call, JsonValue node, List<JsonValue> found)
            throws FormulaException, LimitExceededException {
        call.run().charge(1);
        if (node instanceof JsonArray array) {
            if (call.value(1) instanceof JsonNumber) {
                array.item(call.integer(1)).ifPresent(found::add);
            }
            for (JsonValue item : array.items()) {
                scan(call, item, found);
            }
        } else if (node instanceof JsonObject object) {
            for (Map.Entry<String, JsonValue> field : object.fields().entrySet()) {
                if (call.value(1) instanceof JsonText name && name.value().equals(field.getKey())) {
                    found.add(field.getValue());
                }
                scan(call, field.getValue(), found);
            }
        }
    }

    private static JsonValue entries(Call call) throws FormulaException, LimitExceededException {
        List<JsonValue> pairs = new ArrayList<>();
        if (call.value(0) instanceof JsonArray array) {
            for (JsonValue item : array.items()) {
                pairs.add(JsonArray.of(List.of(new JsonText(Integer.toString(pairs.size())), item)));
            }
        } else {
            call.object(0)
                    .fields()
                    .forEach((name, value) -> pairs.add(JsonArray.of(List.of(new JsonText(name), value))));
        }
        return call.run().array(pairs);
    }

    private static JsonValue fromEntries(Call call) throws FormulaException, LimitExceededException {
        Map<String, JsonValue> fields = new LinkedHashMap<>();
        for (JsonValue item : call.items(0)) {
            boolean pair = item instanceof JsonArray entry
                    && entry.size() == 2
                    && entry.items().get(0) instanceof JsonText;
            if (!pair || !(item instanceof JsonArray entry)) {
                throw FormulaException.type("fromEntries() takes pairs of a name and a value");
            }
            fields.put(Coercion.text(entry.items().get(0)), entry.items().get(1));
        }
        return call.run().object(fields);
    }

    private static Optional<JsonValue> looked(Call call) throws FormulaException {
        JsonValue key = call.value(1);
        if (call.value(0) == JsonNull.NULL) {
            return Optional.empty();
        }
        if (call.value(0) instanceof JsonArray array) {
            if (!(key instanceof JsonNumber)) {
                throw FormulaException.type(call.name() + "() takes a number for an array");
            }
            return array.item(Coercion.integer(key));
        }
        if (!(call.value(0) instanceof JsonObject) || !(key instanceof JsonText)) {
            throw FormulaException.type(call.name() + "() takes an object and a name, or an array and a number");
        }
        return call.object(0).field(call.text(1));
    }

    private static JsonValue merge(Call call) throws LimitExceededException {
        Map<String, JsonValue> merged = new LinkedHashMap<>();
        for (JsonValue value : call.values()) {
            if (value instanceof JsonObject object) {
                merged.putAll(object.fields());
            }
        }
        return call.run().object(merged);
    }

    private static int length(JsonValue value) throws FormulaException {
        if (value instanceof JsonArray array) {
            return array.size();
        }
        if (value instanceof JsonObject object) {
            return object.fields().size();
        }
        String text = Coercion.text(value);
        return text.codePointCount(0, text.length());
    }

    /** What stands from {@code start} to before {@code end}, as far as there is anything. */
    private static JsonValue part(Call call, long start, long end) throws FormulaException, LimitExceededException {
        int size = length(call.value(0));
        int from = (int) Math.min(start, size);
        int to = (int) Math.max(from, Math.min(end, size));
        if (call.value(0) instanceof JsonArray array) {
            return call.run().array(array.items().subList(from, to));
        }
        String text = call.text(0);
        return call.run().text(text.substring(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, to)));
    }

    private static JsonValue replace(Call call) throws FormulaException, LimitExceededException {
        int size = length(call.value(0));
        int from = Math.min(call.position(1), size);
        int to = (int) Math.min((long) from + call.position(2), size);
        JsonValue replacement = call.value(3);
        if (call.value(0) instanceof JsonArray array) {
            List<JsonValue> items = new ArrayList<>(array.items());
            List<JsonValue> replaced = items.subList(from, to);
            replaced.clear();
            replaced.addAll(replacement instanceof JsonArray more ? more.items() : List.of(replacement));
            return call.run().array(items);
        }
        String text = call.text(0);
        String result = text.substring(0, text.offsetByCodePoints(0, from))
                + Coercion.text(replacement)
                + text.substring(text.offsetByCodePoints(0, to));
        return call.run().text(result);
    }

    private static JsonValue reverse(Call call) throws FormulaException, LimitExceededException {
        if (call.value(0) instanceof JsonArray array) {
            List<JsonValue> items = new ArrayList<>(array.items());
            Collections.reverse(items);
            return call.run().array(items);
        }
        return call.run().text(new StringBuilder(call.text(0)).reverse().toString());
    }

    private static JsonValue reduce(Call call) throws FormulaException, LimitExceededException {
        JsonValue accumulated = call.valueOr(2, JsonNull.NULL);
        List<JsonValue> items = call.items(0);
        for (int i = 0; i < items.size(); i++) {
            JsonObject node = call.run()
                    .object(Map.of(
                            "accumulated",
                            accumulated,
                            "current",
                            items.get(i),
                            "index",
                            new JsonNumber(i),
                            "array",
                            call.value(0)));
            accumulated = call.run().of(call.body(1), node);
        }
        return accumulated;
    }

    private static JsonValue unique(Call call) throws FormulaException, LimitExceededException {
        call.run().charge(call.value(0).weight());
        return call.run().array(new ArrayList<>(new java.util.LinkedHashSet<>(call.items(0))));
    }

    private static JsonValue zip(Call call) throws FormulaException, LimitExceededException {
        int shortest = Integer.MAX_VALUE;
        for (int i = 0; i < call.size(); i++) {
            shortest = Math.min(shortest, call.items(i).size());
        }
        List<JsonValue> rows = new ArrayList<>();
        for (int place = 0; place < shortest; place++) {
            List<JsonValue> row = new ArrayList<>();
            for (int i = 0; i < call.size(); i++) {
                row.add(call.items(i).get(place));
            }
            rows.add(call.run().array(row));
        }
        return call.run().array(rows);
    }
}
