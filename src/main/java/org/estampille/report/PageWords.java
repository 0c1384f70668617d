package org.estampille.report;

import java.util.Locale;
import java.util.ResourceBundle;

/** The words of pages for people: {@code report_en.properties} and its sisters. */
final class PageWords {

    private final Language language;
    private final ResourceBundle words;

    PageWords(Language language) {
        this.language = language;
        this.words = ResourceBundle.getBundle("org.estampille.report.report", language.locale());
    }

    Language language() {
        return language;
    }

    String tag() {
        return language.locale().getLanguage();
    }

    String word(String key) {
        return words.getString(key);
    }

    String word(String key, Object value) {
        return word(key).replace("{0}", String.valueOf(value));
    }

    /** The word for a term of a vocabulary; a term nobody has a word for stands as it is. */
    String term(String group, String value) {
        String key = group + "." + value.toLowerCase(Locale.ROOT).replace(' ', '-');
        return words.containsKey(key) ? word(key) : value;
    }
}
