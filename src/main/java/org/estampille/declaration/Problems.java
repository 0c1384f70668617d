package org.estampille.declaration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong. Tolerant readers hand one in and never look at it. */
final class Problems {

    private static final int LONGEST_QUOTATION = 60;

    private final List<DeclarationProblem> found = new ArrayList<>();

    void add(int line, String field, String message) {
        found.add(new DeclarationProblem(line, field, message));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** In the order of lines. */
    List<DeclarationProblem> inOrder() {
        List<DeclarationProblem> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparingInt(DeclarationProblem::line));
        return List.copyOf(sorted);
    }

    /** What somebody wrote, between quotation marks, shortened, and safe to print on a terminal. */
    static String quoted(String written) {
        return "\"" + bare(written) + "\"";
    }

    /** The same without quotation marks. */
    static String bare(String written) {
        StringBuilder text = new StringBuilder();
        int end = Math.min(written.length(), LONGEST_QUOTATION);
        for (int i = 0; i < end; i++) {
            char c = written.charAt(i);
            int type = Character.getType(c);
            boolean hidden = Character.isISOControl(c)
                    || type == Character.FORMAT
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR
                    || type == Character.SURROGATE
                            && !Character.isSurrogatePair(c, next(written, i, end))
                            && !(i > 0 && Character.isSurrogatePair(written.charAt(i - 1), c));
            text.append(hidden ? '\uFFFD' : c);
        }
        return text.append(end < written.length() ? "..." : "").toString();
    }

    private static char next(String text, int index, int end) {
        return index + 1 < end ? text.charAt(index + 1) : ' ';
    }
}
