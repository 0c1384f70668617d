package org.estampille.yaml;

import java.util.List;
import java.util.Optional;

/** A value with its line, counted from 1. */
public sealed interface YamlNode {

    /** Where it begins. */
    int line();

    /** What a single value is, by the core schema of YAML 1.2. */
    enum Kind {
        TEXT,
        NUMBER,
        TRUTH,
        NOTHING
    }

    /**
     * A single value.
     *
     * @param text as written, so that {@code 3.10} stays what it is
     */
    record Scalar(int line, Kind kind, String text) implements YamlNode {}

    /** A list. */
    record Sequence(int line, List<YamlNode> items) implements YamlNode {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** Fields with names, each name once. */
    record Mapping(int line, List<Field> fields) implements YamlNode {
        public Mapping {
            fields = List.copyOf(fields);
        }

        /** The value of a field. */
        public Optional<YamlNode> get(String name) {
            for (Field field : fields) {
                if (field.name().equals(name)) {
                    return Optional.of(field.value());
                }
            }
            return Optional.empty();
        }
    }

    /**
     * A field of a mapping.
     *
     * @param line of the name
     */
    record Field(int line, String name, YamlNode value) {}
}
