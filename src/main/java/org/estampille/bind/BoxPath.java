package org.estampille.bind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The path of an exclusion: four-character codes from the root, each with an optional index among its like, counted from 1 (C2PA
 * 2.5 clause 16.3.2.2).
 *
 * @param steps from the root
 */
record BoxPath(List<Step> steps) {

    /**
     * One level.
     *
     * @param type four-character code
     * @param index which of the boxes of that type; 0 for all
     */
    record Step(String type, int index) {}

    private static final int MOST_DIGITS = 9;

    BoxPath {
        steps = List.copyOf(steps);
    }

    /** Reads a path; one that breaks the syntax is empty, since it can match no box. */
    static Optional<BoxPath> read(String xpath) {
        List<Step> steps = new ArrayList<>();
        int at = 0;
        while (at < xpath.length()) {
            if (xpath.charAt(at) != '/' || at + 5 > xpath.length()) {
                return Optional.empty();
            }
            String type = xpath.substring(at + 1, at + 5);
            at += 5;
            int index = 0;
            if (at < xpath.length() && xpath.charAt(at) == '[') {
                int close = xpath.indexOf(']', at);
                index = close < 0 ? 0 : index(xpath.substring(at + 1, close));
                if (index == 0) {
                    return Optional.empty();
                }
                at = close + 1;
            }
            steps.add(new Step(type, index));
        }
        return steps.isEmpty() ? Optional.empty() : Optional.of(new BoxPath(steps));
    }

    /** A positive number without leading zeros; 0 for anything else. */
    private static int index(String digits) {
        if (digits.isEmpty() || digits.length() > MOST_DIGITS || digits.charAt(0) == '0') {
            return 0;
        }
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                return 0;
            }
        }
        return Integer.parseInt(digits);
    }
}
