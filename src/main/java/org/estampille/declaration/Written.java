package org.estampille.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.cbor.CborValue;

/** A value as somebody wrote it, whatever the notation: YAML, JSON or CBOR. Lines count from 1; CBOR has line 0. */
sealed interface Written {

    int line();

    /** How to name the value in a message. */
    String noun();

    CborValue toCbor();

    /** The kinds of single value that all three notations tell apart. */
    enum Kind {
        TEXT("text"),
        NUMBER("a number"),
        TRUTH("true or false"),
        NOTHING("nothing");

        private final String noun;

        Kind(String noun) {
            this.noun = noun;
        }
    }

    /**
     * A single value.
     *
     * @param text as written, so that {@code 3.10} stays what it is
     */
    record Scalar(int line, Kind kind, String text) implements Written {
        @Override
        public String noun() {
            return kind.noun;
        }

        @Override
        public CborValue toCbor() {
            return switch (kind) {
                case TEXT -> CborValue.of(text);
                case NUMBER -> number();
                case TRUTH -> CborValue.of(Boolean.parseBoolean(text));
                case NOTHING -> CborValue.Simple.NULL;
            };
        }

        private CborValue number() {
            try {
                return CborValue.of(Long.parseLong(text));
            } catch (NumberFormatException notWhole) {
                return Numbers.real(text).<CborValue>map(CborValue.Real::new).orElseGet(() -> CborValue.of(text));
            }
        }
    }

    /** A list. */
    record Sequence(int line, List<Written> items) implements Written {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String noun() {
            return "a list";
        }

        @Override
        public CborValue toCbor() {
            List<CborValue> values = new ArrayList<>();
            items.forEach(item -> values.add(item.toCbor()));
            return CborValue.array(values);
        }
    }

    /** Fields with names, each name once. */
    record Mapping(int line, List<Field> fields) implements Written {
        public Mapping {
            fields = List.copyOf(fields);
        }

        @Override
        public String noun() {
            return "a group of fields";
        }

        Optional<Written> get(String name) {
            for (Field field : fields) {
                if (field.name().equals(name)) {
                    return Optional.of(field.value());
                }
            }
            return Optional.empty();
        }

        @Override
        public CborValue.Map toCbor() {
            CborValue.MapBuilder map = CborValue.map();
            fields.forEach(field -> map.put(field.name(), field.value().toCbor()));
            return map.build();
        }
    }

    /**
     * A field of a group.
     *
     * @param line of the name
     */
    record Field(int line, String name, Written value) {}
}
