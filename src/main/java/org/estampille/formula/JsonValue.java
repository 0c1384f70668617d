package org.estampille.formula;

/**
 * A JSON value (RFC 8259). Numbers are double-precision, names of an object keep the order they were written in. Depth and weight
 * are known from construction, so that work on a value can be bounded before it is begun.
 */
public sealed interface JsonValue permits JsonNull, JsonBoolean, JsonNumber, JsonText, JsonArray, JsonObject {

    /** Levels of arrays and objects, 0 for a scalar. */
    int depth();

    /** How many values there are in this one, itself included; each eight characters of text count as one more. */
    long weight();

    /** Whether the value counts as true: not null, false, zero, nor empty. */
    boolean truth();

    /** The value as JSON without white space. */
    default String json() {
        return new JsonWriter(0).text(this);
    }
}
