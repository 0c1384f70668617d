package org.estampille.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/**
 * The words of a message bundle in one language: {@code report_en.properties} and its sisters for pages, {@code text_en.properties}
 * for the terminal. Read without {@link java.util.ResourceBundle}, whose classes a cold {@code verify} would wait for.
 */
final class Words {

    private final Language language;
    private final Properties words = new Properties();

    private Words(Language language, String... bundles) {
        this.language = language;
        for (String bundle : bundles) {
            load(bundle + "_" + tag() + ".properties");
        }
    }

    private void load(String name) {
        try (InputStream file = Objects.requireNonNull(Words.class.getResourceAsStream(name), name)) {
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            if (language == Language.FRENCH) {
                words.replaceAll((key, text) -> Spacing.of(tag(), String.valueOf(text)));
            }
        } catch (IOException unreadableJar) {
            throw new UncheckedIOException(unreadableJar);
        }
    }

    /** What pages and papers say. */
    static Words ofPages(Language language) {
        return new Words(language, "report");
    }

    /** What terminals and plain texts say. */
    static Words ofTexts(Language language) {
        return new Words(language, "text");
    }

    /** What pages and terminals say on what rights stand on; what they have in common with pages is there too. */
    static Words ofRights(Language language) {
        return new Words(language, "report", "rights");
    }

    Language language() {
        return language;
    }

    /** The language as BCP 47 has it. */
    String tag() {
        return language.locale().getLanguage();
    }

    /** @throws NullPointerException when there is no such word, which is a mistake of ours */
    String word(String key) {
        return Objects.requireNonNull(words.getProperty(key), key);
    }

    /** The sentence with {@code {0}}, {@code {1}} and so on replaced. Braces in the values stay what they are. */
    String word(String key, Object... values) {
        String pattern = word(key);
        StringBuilder text = new StringBuilder(pattern.length() + 32);
        for (int i = 0; i < pattern.length(); i++) {
            boolean place = pattern.charAt(i) == '{' && i + 2 < pattern.length() && pattern.charAt(i + 2) == '}';
            if (place) {
                text.append(values[pattern.charAt(i + 1) - '0']);
                i += 2;
            } else {
                text.append(pattern.charAt(i));
            }
        }
        return text.toString();
    }

    /** {@code key.one} for one thing, {@code key.many} for any other number, which is {@code {0}}. */
    String count(String key, long number) {
        return number == 1 ? word(key + ".one") : word(key + ".many", number);
    }

    /** The word for a term of a vocabulary; a term nobody has a word for stands as it is. */
    String term(String group, String value) {
        return words.getProperty(group + "." + value.toLowerCase(Locale.ROOT).replace(' ', '-'), value);
    }
}
