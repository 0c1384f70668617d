package org.estampille.formula;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.estampille.bytes.LimitExceededException;

/** Puts the items of arrays in order. */
final class Sorting {

    private Sorting() {}

    /** An item and what it is sorted by. */
    private record Keyed(JsonValue key, JsonValue item) {}

    /** Numbers, then texts by code points, then booleans, then nulls. */
    static JsonValue sort(Call call) throws FormulaException, LimitExceededException {
        List<JsonValue> items = new ArrayList<>(call.items(0));
        if (items.stream().anyMatch(item -> item.depth() > 0)) {
            throw FormulaException.evaluation("sort() cannot order arrays and objects");
        }
        call.run().charge(4L * call.value(0).weight());
        items.sort(Comparator.comparing(Sorting::rank).thenComparing(Sorting::order));
        return call.run().array(items);
    }

    private static int rank(JsonValue value) {
        if (value instanceof JsonNumber) {
            return 0;
        }
        if (value instanceof JsonText) {
            return 1;
        }
        return value == JsonNull.NULL ? 3 : 2;
    }

    private static int order(JsonValue left, JsonValue right) {
        if (left instanceof JsonNumber first && right instanceof JsonNumber second) {
            return Double.compare(first.value(), second.value());
        }
        return left instanceof JsonText first && right instanceof JsonText second ? Operators.order(first, second) : 0;
    }

    static JsonValue sortBy(Call call) throws FormulaException, LimitExceededException {
        List<Keyed> keyed = new ArrayList<>();
        for (JsonValue item : call.items(0)) {
            JsonValue key = call.run().of(call.body(1), item);
            boolean sortable = key instanceof JsonNumber || key instanceof JsonText;
            if (!sortable
                    || rank(key) != rank(keyed.isEmpty() ? key : keyed.get(0).key())) {
                throw FormulaException.type("sortBy() needs a number for each item, or a string for each");
            }
            call.run().charge(4 * key.weight());
            keyed.add(new Keyed(key, item));
        }
        keyed.sort(Comparator.comparing(Keyed::key, Sorting::order));
        return call.run().array(keyed.stream().map(Keyed::item).toList());
    }
}
