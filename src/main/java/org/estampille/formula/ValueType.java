package org.estampille.formula;

import java.util.EnumSet;
import java.util.Set;

/** Types of values and of arguments, as the coercion rules of the language tell them apart. */
enum ValueType {
    ANY("any"),
    NULL("null"),
    BOOLEAN("boolean"),
    NUMBER("number"),
    STRING("string"),
    OBJECT("object"),
    ARRAY("array"),
    NUMBERS("array of numbers"),
    STRINGS("array of strings"),
    ARRAYS("array of arrays"),
    EMPTY("empty array"),
    EXPRESSION("expression");

    private static final Set<ValueType> LISTS = EnumSet.of(ARRAY, NUMBERS, STRINGS, ARRAYS, EMPTY);

    private final String noun;

    ValueType(String noun) {
        this.noun = noun;
    }

    String noun() {
        return noun;
    }

    static ValueType of(JsonValue value) {
        if (value instanceof JsonArray array) {
            return of(array);
        }
        if (value instanceof JsonObject) {
            return OBJECT;
        }
        if (value instanceof JsonText) {
            return STRING;
        }
        if (value instanceof JsonNumber) {
            return NUMBER;
        }
        return value == JsonNull.NULL ? NULL : BOOLEAN;
    }

    private static ValueType of(JsonArray array) {
        JsonArray.Content content = array.content();
        if (array.items().isEmpty()) {
            return EMPTY;
        }
        if (content.numbers()) {
            return NUMBERS;
        }
        if (content.texts()) {
            return STRINGS;
        }
        return content.arrays() ? ARRAYS : ARRAY;
    }

    boolean isList() {
        return LISTS.contains(this);
    }

    /** Whether a value of type {@code found} can be taken as it is. */
    boolean admits(ValueType found) {
        return this == found || this == ANY || this == ARRAY && found.isList() || isList() && found == EMPTY;
    }

    /** Whether a value of this type can be made into one of type {@code wanted}. */
    boolean becomes(ValueType wanted) {
        return switch (this) {
            case NUMBER -> wanted == STRING || wanted == ARRAY || wanted == NUMBERS;
            case BOOLEAN -> wanted == STRING || wanted == NUMBER || wanted == ARRAY;
            case STRING -> wanted == NUMBER || wanted == STRINGS || wanted == ARRAY;
            case NULL -> wanted == STRING || wanted == NUMBER;
            case ARRAY -> wanted == STRINGS || wanted == NUMBERS;
            case NUMBERS -> wanted == STRINGS || wanted == ARRAY;
            case STRINGS -> wanted == NUMBERS || wanted == ARRAY;
            default -> false;
        };
    }
}
