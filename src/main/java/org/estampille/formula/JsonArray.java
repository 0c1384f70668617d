package org.estampille.formula;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A JSON array. */
public final class JsonArray implements JsonValue {

    private static final JsonArray EMPTY = new JsonArray(List.of());

    private final List<JsonValue> items;
    private final int depth;
    private final long weight;
    private final Content content;

    private JsonArray(List<JsonValue> items) {
        this.items = items;
        this.depth = 1 + items.stream().mapToInt(JsonValue::depth).max().orElse(0);
        this.weight = items.stream().mapToLong(JsonValue::weight).reduce(1, JsonArray::saturated);
        this.content = Content.of(items);
    }

    static long saturated(long a, long b) {
        return a > Long.MAX_VALUE / 2 - b ? Long.MAX_VALUE / 2 : a + b;
    }

    public static JsonArray of(Collection<? extends JsonValue> items) {
        return items.isEmpty() ? EMPTY : new JsonArray(List.copyOf(items));
    }

    /** An array of texts. */
    public static JsonArray ofTexts(Collection<String> texts) {
        return of(texts.stream().map(JsonText::new).toList());
    }

    public List<JsonValue> items() {
        return items;
    }

    public int size() {
        return items.size();
    }

    /** The item at {@code index}, empty when it is out of range. */
    public Optional<JsonValue> item(long index) {
        return index >= 0 && index < items.size() ? Optional.of(items.get((int) index)) : Optional.empty();
    }

    /** The item {@code name} stands for, when it is the decimal form of an index. */
    Optional<JsonValue> named(String name) {
        boolean index = !name.isEmpty()
                && name.length() < 10
                && name.chars().allMatch(c -> c >= '0' && c <= '9')
                && (name.length() == 1 || name.charAt(0) != '0');
        return index ? item(Long.parseLong(name)) : Optional.empty();
    }

    Content content() {
        return content;
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
        return !items.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonArray array && weight == array.weight && items.equals(array.items);
    }

    @Override
    public int hashCode() {
        return items.hashCode();
    }

    @Override
    public String toString() {
        return json();
    }

    /**
     * What is inside of an array, arrays inside of it opened.
     *
     * @param numbers nothing but numbers
     * @param texts nothing but texts
     * @param arrays every item of this array is itself an array
     */
    record Content(boolean numbers, boolean texts, boolean arrays) {
        private static Content of(List<JsonValue> items) {
            boolean numbers = true;
            boolean texts = true;
            boolean arrays = true;
            for (JsonValue item : items) {
                if (item instanceof JsonArray array) {
                    numbers = numbers && array.content.numbers;
                    texts = texts && array.content.texts;
                } else {
                    numbers = numbers && item instanceof JsonNumber;
                    texts = texts && item instanceof JsonText;
                    arrays = false;
                }
            }
            return new Content(numbers, texts, arrays);
        }
    }
}
