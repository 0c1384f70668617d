package org.estampille.xml;

import java.util.OptionalInt;

/** Finds the end of a document type declaration (XML 1.0 clause 2.8) without reading what it declares. */
public final class DocumentType {

    private DocumentType() {}

    /**
     * The index behind the declaration that starts at {@code start} with {@code <!DOCTYPE}; empty where the text ends before it.
     * Brackets in quoted text, comments and processing instructions end nothing.
     */
    public static OptionalInt end(String text, int start) {
        int depth = 0;
        int at = start;
        while (at >= 0 && at < text.length()) {
            char c = text.charAt(at);
            if (text.startsWith("<!--", at)) {
                at = behind(text, "-->", at + 4);
            } else if (text.startsWith("<?", at)) {
                at = behind(text, "?>", at + 2);
            } else if (c == '"' || c == '\'') {
                at = behind(text, String.valueOf(c), at + 1);
            } else {
                depth += c == '<' ? 1 : c == '>' ? -1 : 0;
                at++;
                if (depth == 0) {
                    return OptionalInt.of(at);
                }
            }
        }
        return OptionalInt.empty();
    }

    private static int behind(String text, String wanted, int from) {
        int found = text.indexOf(wanted, from);
        return found < 0 ? -1 : found + wanted.length();
    }
}
