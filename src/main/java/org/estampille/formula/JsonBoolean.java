package org.estampille.formula;

/** The JSON values {@code true} and {@code false}. */
public enum JsonBoolean implements JsonValue {
    FALSE(false),
    TRUE(true);

    private final boolean truth;

    JsonBoolean(boolean truth) {
        this.truth = truth;
    }

    /** The value for {@code truth}. */
    public static JsonBoolean of(boolean truth) {
        return truth ? TRUE : FALSE;
    }

    @Override
    public boolean truth() {
        return truth;
    }

    @Override
    public int depth() {
        return 0;
    }

    @Override
    public long weight() {
        return 1;
    }
}
