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
        this("<>&'");
    }

    /** Writes these characters as numbers, and the one that deletes. */
    MarkupEscapes(String characters) {
        codes = standardAsciiEscapesForJSON();
        codes[DELETE] = ESCAPE_STANDARD;
        for (int i = 0; i < characters.length(); i++) {
            codes[characters.charAt(i)] = ESCAPE_STANDARD;
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
