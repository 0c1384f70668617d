package org.estampille.report;

import java.util.Arrays;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;

/** Writes the characters of markup as numbers, so that a line of JSON can stand in a page. */
final class MarkupEscapes extends CharacterEscapes {
    private static final long serialVersionUID = 1L;

    private static final int DELETE = 0x7F;

    private final int[] codes;

    MarkupEscapes() {
        codes = standardAsciiEscapesForJSON();
        for (char c : new char[] {'<', '>', '&', '\'', DELETE}) {
            codes[c] = ESCAPE_STANDARD;
        }
    }

    @Override
    public int[] getEscapeCodesForAscii() {
        return Arrays.copyOf(codes, codes.length);
    }

    /** Only asked for characters with an escape of their own; there are none. */
    @Override
    public SerializableString getEscapeSequence(int ch) {
        return new SerializedString("");
    }
}
