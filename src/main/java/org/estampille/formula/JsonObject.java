package org.estampille.formula;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A JSON object, its names in the order they were written. */
public final class JsonObject implements JsonValue {

    private static final JsonObject EMPTY = new JsonObject(Map.of());

    private final Map<String, JsonValue> fields;
    private final int depth;
    private final long weight;

    private JsonObject(Map<String, JsonValue> fields) {
        this.fields = fields;
        int deepest = 0;
        long sum = 1;
        for (Map.Entry<String, JsonValue> field : fields.entrySet()) {
            deepest = Math.max(deepest, field.getValue().depth());
            sum = JsonArray.saturated(sum, field.getValue().weight());
            sum = JsonArray.saturated(sum, JsonText.weight(field.getKey().length()));
        }
        this.depth = 1 + deepest;
        this.weight = sum;
    }

    public static JsonObject of(Map<String, ? extends JsonValue> fields) {
        return fields.isEmpty() ? EMPTY : new JsonObject(Collections.unmodifiableMap(new LinkedHashMap<>(fields)));
    }

    /** Unmodifiable, in order. */
    public Map<String, JsonValue> fields() {
        return fields;
    }

    /** The value of {@code name}; a field that is there with the value null is not empty. */
    public Optional<JsonValue> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** This object with {@code name} set to {@code value}. */
    public JsonObject with(String name, JsonValue value) {
        Map<String, JsonValue> more = new LinkedHashMap<>(fields);
        more.put(name, value);
        return of(more);
    }

    @Override
    public int depth() {
        return depth;
    }

    @Override
    public long weight() {
        return weight;
    }

    @Override
    public boolean truth() {
        return !fields.isEmpty();
    }

    /** The order of the fields does not matter. */
    @Override
    public boolean equals(Object other) {
        return other instanceof JsonObject object && weight == object.weight && fields.equals(object.fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return json();
    }
}
