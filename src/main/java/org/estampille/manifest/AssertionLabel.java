package org.estampille.manifest;

/**
 * The label of an assertion, taken apart (C2PA 2.5 clause 9.3): {@code c2pa.ingredient.v3__1} is the second instance of
 * {@code c2pa.ingredient.v3}. The version stays with the name, because it is part of it.
 *
 * @param text as it stands in the box
 * @param base the text without the instance suffix
 * @param instance 0 for the first instance, which has no suffix
 */
public record AssertionLabel(String text, String base, int instance) {

    private static final int LONGEST_INSTANCE = 6;

    public static AssertionLabel of(String text) {
        int digits = text.length();
        while (digits > 0 && Character.digit(text.charAt(digits - 1), 10) >= 0) {
            digits--;
        }
        int length = text.length() - digits;
        return length == 0 || length > LONGEST_INSTANCE || digits < 3 || !text.startsWith("__", digits - 2)
                ? new AssertionLabel(text, text, 0)
                : new AssertionLabel(text, text.substring(0, digits - 2), Integer.parseInt(text.substring(digits)));
    }

    /** Whether this is an instance of {@code label} in any version, such as {@code c2pa.actions} for {@code c2pa.actions.v2}. */
    public boolean isAnyVersionOf(String label) {
        return base.startsWith(label)
                && (base.length() == label.length()
                        || base.startsWith(".v", label.length()) && digitsFrom(label.length() + 2));
    }

    private boolean digitsFrom(int from) {
        for (int i = from; i < base.length(); i++) {
            if (Character.digit(base.charAt(i), 10) < 0) {
                return false;
            }
        }
        return from < base.length();
    }
}
