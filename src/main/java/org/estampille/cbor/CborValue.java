package org.estampille.cbor;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.Octets;
import org.jspecify.annotations.Nullable;

/** One CBOR data item (RFC 8949 clause 3). Integers beyond 64 signed bits are {@link Big}. */
public sealed interface CborValue {

    // The equality of the commonest values is spelt out: the one records are given costs a bootstrap on a cold start.

    /** Major types 0 and 1 as far as they fit a signed 64-bit number. */
    record Int(long value) implements CborValue {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Int that && value == that.value;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(value);
        }
    }

    /** Major types 0 and 1 beyond that. */
    record Big(BigInteger value) implements CborValue {}

    /** Major type 2. */
    record Bytes(Octets value) implements CborValue {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Bytes that && value.equals(that.value);
        }

        @Override
        public int hashCode() {
            return value.hashCode();
        }
    }

    /** Major type 3. */
    record Text(String value) implements CborValue {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Text that && value.equals(that.value);
        }

        @Override
        public int hashCode() {
            return value.hashCode();
        }
    }

    /** Major type 4. */
    record Array(List<CborValue> items) implements CborValue {
        public Array {
            items = List.copyOf(items);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Array that && items.equals(that.items);
        }

        @Override
        public int hashCode() {
            return items.hashCode();
        }
    }

    /** Major type 5, entries in the order they were read; duplicate keys are kept. */
    record Map(List<Entry> entries) implements CborValue {
        public Map {
            entries = List.copyOf(entries);
        }

        /** The value of the first entry with that text key. */
        public Optional<CborValue> get(String key) {
            // Compared by hand: the equality of records costs a bootstrap on a cold start.
            for (Entry entry : entries) {
                if (entry.key() instanceof Text text && text.value().equals(key)) {
                    return Optional.of(entry.value());
                }
            }
            return Optional.empty();
        }

        /** The value of the first entry with that integer key. */
        public Optional<CborValue> get(long key) {
            for (Entry entry : entries) {
                if (entry.key() instanceof Int number && number.value() == key) {
                    return Optional.of(entry.value());
                }
            }
            return Optional.empty();
        }
    }

    /** One pair of a map. */
    record Entry(CborValue key, CborValue value) {}

    /** Major type 6. */
    record Tag(long number, CborValue content) implements CborValue {}

    /** Major type 7, 16, 32 or 64 bits wide, widened. */
    record Real(double value) implements CborValue {}

    /** Major type 7: 20 false, 21 true, 22 null, 23 undefined, others as numbered. */
    record Simple(int number) implements CborValue {
        public static final Simple FALSE = new Simple(20);
        public static final Simple TRUE = new Simple(21);
        public static final Simple NULL = new Simple(22);

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Simple that && number == that.number;
        }

        @Override
        public int hashCode() {
            return number;
        }
    }

    static CborValue of(String text) {
        return new Text(text);
    }

    static CborValue of(long number) {
        return new Int(number);
    }

    static CborValue of(boolean value) {
        return value ? Simple.TRUE : Simple.FALSE;
    }

    static CborValue of(Octets octets) {
        return new Bytes(octets);
    }

    static Array array(List<? extends CborValue> items) {
        return new Array(List.copyOf(items));
    }

    /** Starts a map with text keys. */
    static MapBuilder map() {
        return new MapBuilder();
    }

    default Optional<String> asText() {
        return this instanceof Text text ? Optional.of(text.value()) : Optional.empty();
    }

    default Optional<Long> asLong() {
        return this instanceof Int number ? Optional.of(number.value()) : Optional.empty();
    }

    default Optional<Octets> asOctets() {
        return this instanceof Bytes bytes ? Optional.of(bytes.value()) : Optional.empty();
    }

    default Optional<Boolean> asBoolean() {
        if (!(this instanceof Simple simple) || simple.number() < 20 || simple.number() > 21) {
            return Optional.empty();
        }
        return Optional.of(simple.number() == 21);
    }

    default Optional<Map> asMap() {
        return this instanceof Map map ? Optional.of(map) : Optional.empty();
    }

    default Optional<List<CborValue>> asList() {
        return this instanceof Array array ? Optional.of(array.items()) : Optional.empty();
    }

    /** The content of a tag, or the value itself. */
    default CborValue untagged() {
        return this instanceof Tag tag ? tag.content().untagged() : this;
    }

    /** Collects entries; absent values leave no entry. */
    final class MapBuilder {
        private final List<Entry> entries = new ArrayList<>();

        private MapBuilder() {}

        public MapBuilder put(String key, CborValue value) {
            entries.add(new Entry(new Text(key), value));
            return this;
        }

        public MapBuilder put(String key, String value) {
            return put(key, of(value));
        }

        public MapBuilder put(String key, long value) {
            return put(key, of(value));
        }

        public MapBuilder put(String key, boolean value) {
            return put(key, of(value));
        }

        public MapBuilder put(String key, Octets value) {
            return put(key, of(value));
        }

        public MapBuilder put(long key, CborValue value) {
            entries.add(new Entry(new Int(key), value));
            return this;
        }

        public MapBuilder putText(String key, Optional<String> value) {
            value.ifPresent(text -> put(key, text));
            return this;
        }

        public MapBuilder putValue(String key, Optional<? extends CborValue> value) {
            value.ifPresent(present -> put(key, present));
            return this;
        }

        /** An array of texts; nothing when the list is empty. */
        public MapBuilder putTexts(String key, List<String> values) {
            return values.isEmpty()
                    ? this
                    : put(key, array(values.stream().map(CborValue::of).toList()));
        }

        public Map build() {
            return new Map(entries);
        }
    }
}
