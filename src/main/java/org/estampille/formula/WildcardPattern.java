package org.estampille.formula;

import java.util.ArrayList;
import java.util.List;
import org.estampille.bytes.LimitExceededException;

/**
 * What {@code search()} looks for: {@code *} is any run of characters, as short as possible, {@code ?} any one, and a backslash
 * takes the meaning away.
 *
 * @param parts what stands between the stars
 */
record WildcardPattern(List<List<Integer>> parts) {

    private static final int ANY = -1;

    static WildcardPattern of(String written) {
        List<List<Integer>> parts = new ArrayList<>();
        List<Integer> part = new ArrayList<>();
        boolean escaped = false;
        for (int point : written.codePoints().toArray()) {
            if (escaped) {
                part.add(point);
                escaped = false;
            } else if (point == '\\') {
                escaped = true;
            } else if (point == '*') {
                parts.add(part);
                part = new ArrayList<>();
            } else {
                part.add(point == '?' ? ANY : point);
            }
        }
        parts.add(part);
        return new WildcardPattern(parts);
    }

    /** Where the shortest match that begins at {@code start} ends; -1 if none begins there. */
    int end(int[] text, int start, Evaluation run) throws LimitExceededException {
        if (!stands(parts.get(0), text, start, run)) {
            return -1;
        }
        int end = start + parts.get(0).size();
        for (List<Integer> part : parts.subList(1, parts.size())) {
            while (end <= text.length && !stands(part, text, end, run)) {
                end++;
            }
            if (end > text.length) {
                return -1;
            }
            end += part.size();
        }
        return end;
    }

    private static boolean stands(List<Integer> part, int[] text, int at, Evaluation run)
            throws LimitExceededException {
        run.charge(1);
        if (at + part.size() > text.length) {
            return false;
        }
        for (int i = 0; i < part.size(); i++) {
            if (part.get(i) != ANY && part.get(i) != text[at + i]) {
                return false;
            }
        }
        return true;
    }
}
