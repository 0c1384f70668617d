package org.estampille.formula;

/**
 * A JSON number.
 *
 * @param value finite; there is no negative zero
 */
public record JsonNumber(double value) implements JsonValue {

    public JsonNumber {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("not a JSON number: " + value);
        }
        value = value + 0.0;
    }

    @Override
    public int depth() {
        return 0;
    }

    @Override
    public long weight() {
        return 1;
    }

    @Override
    public boolean truth() {
        return value != 0;
    }

    /** The number as ECMAScript writes it: the shortest digits that mean this number, 21 digits before an exponent is used. */
    public String text() {
        return NumberText.of(value);
    }
}
