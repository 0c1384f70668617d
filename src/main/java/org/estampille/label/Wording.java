package org.estampille.label;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The words of labels, in one language. The acronym is their main element (Code of Practice section 2, measure 1.1).
 *
 * @param language {@code en} or {@code fr}
 * @param generated whether AI made the whole; otherwise it changed or made a part
 */
public record Wording(String language, boolean generated) {

    /** Languages that labels are written in. */
    public static final List<String> LANGUAGES = List.of("en", "fr");

    private static final String BUNDLE = "org.estampille.label.wording";

    public Wording {
        if (!LANGUAGES.contains(language)) {
            throw new IllegalArgumentException("no label in " + language);
        }
    }

    /** {@code AI}, or as the language says it. */
    public String acronym() {
        return text("acronym");
    }

    /** What stands beside the acronym. */
    public String qualifier() {
        return text("qualifier");
    }

    /** Whether the acronym comes first. */
    public boolean acronymFirst() {
        return mark().startsWith(acronym());
    }

    /** The whole label as it reads. */
    public String mark() {
        return text("mark");
    }

    /** The label for those who cannot see it. */
    public String altText() {
        return text("alt");
    }

    /** What is spoken. */
    public String notice() {
        return text("notice");
    }

    /** The line among the credits. */
    public String credits() {
        return text("credits");
    }

    private String text(String key) {
        return ResourceBundle.getBundle(BUNDLE, Locale.forLanguageTag(language))
                .getString(key + (generated ? ".generated" : ".modified"));
    }
}
