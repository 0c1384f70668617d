package org.estampille.report;

/** Spaces that a line must not break at: French has one before {@code : ; ! ?} and inside its quotation marks. */
final class Spacing {

    private static final char NO_BREAK = '\u00A0';
    private static final String FRENCH = "fr";

    private Spacing() {}

    /**
     * The text as its language sets it.
     *
     * @param tag of the language
     */
    static String of(String tag, String text) {
        if (!tag.equals(FRENCH)) {
            return text;
        }
        StringBuilder set = new StringBuilder(text);
        for (int i = 0; i < set.length(); i++) {
            boolean before = i + 1 < set.length() && ":;!?\u00BB".indexOf(set.charAt(i + 1)) >= 0;
            boolean after = i > 0 && set.charAt(i - 1) == '\u00AB';
            if (set.charAt(i) == ' ' && (before || after)) {
                set.setCharAt(i, NO_BREAK);
            }
        }
        return set.toString();
    }
}
