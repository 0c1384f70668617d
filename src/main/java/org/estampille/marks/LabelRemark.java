package org.estampille.marks;

import java.util.Locale;

/**
 * Where an implicit label departs from annex E of GB 45438-2025.
 *
 * @param kind how
 * @param subject the field, or the number of labels; empty where there is none
 */
public record LabelRemark(Kind kind, String subject) {

    /** How a label departs from its standard. */
    public enum Kind {
        /** Its quotes are escaped for HTML. */
        ESCAPED,
        /** It is no well-formed JSON. */
        NO_JSON,
        /** The field is no text. */
        NO_TEXT,
        MISSING,
        EMPTY,
        /** Its field {@code Label} is not 1, 2 or 3. */
        OTHER_VALUE,
        /** There are several in the file. */
        ONE_OF_MANY;

        /** The word used for it in message bundles. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static LabelRemark of(Kind kind) {
        return new LabelRemark(kind, "");
    }
}
