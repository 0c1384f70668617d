package org.estampille.formula;

/** The JSON value {@code null}; also the answer of a question the document has no answer to. */
public enum JsonNull implements JsonValue {
    NULL;

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
        return false;
    }
}
