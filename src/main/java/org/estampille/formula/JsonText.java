package org.estampille.formula;

/** A JSON string. Lengths and positions are counted in code points wherever the language counts them. */
public record JsonText(String value) implements JsonValue {

    private static final int CHARACTERS_A_WEIGHT = 8;

    @Override
    public int depth() {
        return 0;
    }

    @Override
    public long weight() {
        return weight(value.length());
    }

    static long weight(long characters) {
        return 1 + characters / CHARACTERS_A_WEIGHT;
    }

    @Override
    public boolean truth() {
        return !value.isEmpty();
    }

    int[] codePoints() {
        return value.codePoints().toArray();
    }
}
