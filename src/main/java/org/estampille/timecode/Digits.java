package org.estampille.timecode;

import java.util.Optional;

/** Whole numbers in plain digits. */
final class Digits {
    private Digits() {}

    /** A number of at most {@code longest} digits, which must not exceed 18; empty for anything else. */
    static Optional<Long> number(String text, int longest) {
        if (text.isEmpty() || text.length() > longest) {
            return Optional.empty();
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return Optional.empty();
            }
        }
        return Optional.of(Long.parseLong(text));
    }
}
