package org.estampille.yaml;

/**
 * Something wrong in a text.
 *
 * @param line from 1
 * @param path of the field, such as {@code uses[0].tool}; empty for the document itself
 * @param message the rest of a sentence that begins with the field; safe to print on a terminal
 */
public record YamlProblem(int line, String path, String message) {

    private static final int LONGEST_QUOTATION = 60;

    /** What somebody wrote, shortened, and safe to print on a terminal. */
    public static String bare(String written) {
        StringBuilder text = new StringBuilder();
        int end = Math.min(written.length(), LONGEST_QUOTATION);
        for (int i = 0; i < end; i++) {
            text.append(isHidden(written, i, end) ? '\uFFFD' : written.charAt(i));
        }
        return text.append(end < written.length() ? "..." : "").toString();
    }

    private static boolean isHidden(String text, int i, int end) {
        char c = text.charAt(i);
        return switch (Character.getType(c)) {
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            case Character.SURROGATE ->
                !(i + 1 < end && Character.isSurrogatePair(c, text.charAt(i + 1)))
                        && !(i > 0 && Character.isSurrogatePair(text.charAt(i - 1), c));
            default -> Character.isISOControl(c);
        };
    }
}
