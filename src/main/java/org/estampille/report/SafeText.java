package org.estampille.report;

/**
 * Makes text from files safe to show. What could move a cursor, change colours, reorder letters, hide or fake content becomes
 * visible as {@code <U+202E>}.
 */
public final class SafeText {

    private SafeText() {}

    /** {@code text} on one line of a terminal. */
    public static String line(String text) {
        int i = 0;
        while (i < text.length() && isPlain(text.charAt(i))) {
            i++;
        }
        return i == text.length() ? text : escaped(text, i);
    }

    /** {@code text} without anything that is no Unicode text: lone surrogates become U+FFFD. For JSON. */
    public static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return repaired(text);
            }
        }
        return text;
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c <= '~';
    }

    private static String escaped(String text, int safe) {
        StringBuilder out = new StringBuilder(text.length() + 32).append(text, 0, safe);
        for (int i = safe; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int code = text.codePointAt(i);
            if (isHarmless(code)) {
                out.appendCodePoint(code);
            } else {
                out.append("<U+").append(hex(code)).append('>');
            }
        }
        return out.toString();
    }

    /** Letters, marks, digits, punctuation, symbols and the plain space; no controls, formats, surrogates, private use. */
    private static boolean isHarmless(int code) {
        return switch (Character.getType(code)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> code == ' ' || code == 0xA0 || code == 0x202F;
            default -> true;
        };
    }

    private static String hex(int code) {
        String digits = Integer.toHexString(code).toUpperCase(java.util.Locale.ROOT);
        return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }

    private static String repaired(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .map(code -> code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE ? 0xFFFD : code)
                .forEach(out::appendCodePoint);
        return out.toString();
    }
}
