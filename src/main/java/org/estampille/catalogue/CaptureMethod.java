package org.estampille.catalogue;

import java.util.Optional;

/** How a text of terms was captured. */
public enum CaptureMethod {
    BROWSER("browser"),
    WARC("warc"),
    API("api"),
    OPEN_TERMS_ARCHIVE("open-terms-archive"),
    CONTRACT("contract");

    private final String word;

    CaptureMethod(String word) {
        this.word = word;
    }

    /** As written. */
    public String word() {
        return word;
    }

    /** The value that {@code word} names. */
    public static Optional<CaptureMethod> ofWord(String word) {
        for (CaptureMethod value : values()) {
            if (value.word.equals(word)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
