package org.estampille.declaration;

import java.util.Locale;
import java.util.Optional;

/** Notations that several groups of fields share. */
final class Notations {

    static final String SHA256 = "a SHA-256 digest: 64 hexadecimal digits";
    static final String ADDRESS = "an address such as https://example.com/terms";
    static final String DAY = "a date such as 2026-10-02";
    static final String PLACE = "a country code such as FR, or 001 for the whole world";

    static final String TERRITORY =
            "an ISO 3166 country code such as FR, or 001 for the whole world; name the countries of a region one by one";

    static final String LANGUAGE = "a language tag such as fr or pt-BR";

    private Notations() {}

    /** A well-formed BCP 47 language tag, by its outline: parts of 1 to 8 letters and digits, the first of letters. */
    static Optional<String> language(String text) {
        int length = 0;
        boolean first = true;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == '-') {
                if (length < (first ? 2 : 1) || length > 8) {
                    return Optional.empty();
                }
                first = false;
                length = 0;
            } else if (isLetter(text.charAt(i)) || !first && isDigit(text.charAt(i))) {
                length++;
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(text);
    }

    /** Sixty-four hexadecimal digits, in small letters. */
    static Optional<String> sha256(String text) {
        if (text.length() != 64) {
            return Optional.empty();
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.digit(text.charAt(i), 16) < 0 || text.charAt(i) > 'f') {
                return Optional.empty();
            }
        }
        return Optional.of(text.toLowerCase(Locale.ROOT));
    }

    /** An absolute URI: a scheme, a colon, something after it, no white space. */
    static Optional<String> address(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || colon == text.length() - 1 || text.length() > Fields.LONGEST_TEXT) {
            return Optional.empty();
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean fits =
                    i < colon ? isLetter(c) || i > 0 && (isDigit(c) || "+-.".indexOf(c) >= 0) : c > ' ' && c != 0x7F;
            if (!fits) {
                return Optional.empty();
            }
        }
        return Optional.of(text);
    }

    /** Two capital letters (ISO 3166-1, or EU) or three digits (UN M49). */
    static Optional<String> place(String text) {
        boolean letters = text.length() == 2 && isCapital(text.charAt(0)) && isCapital(text.charAt(1));
        boolean digits =
                text.length() == 3 && isDigit(text.charAt(0)) && isDigit(text.charAt(1)) && isDigit(text.charAt(2));
        return letters || digits ? Optional.of(text) : Optional.empty();
    }

    /** Whether a place has a number of UN M49 other than that of the world. */
    static boolean isRegion(String place) {
        return isDigit(place.charAt(0)) && !place.equals("001");
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || isCapital(c);
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
