package org.estampille.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/**
 * The words of {@code rights_en.properties} and its sisters, and those of pages for what they have in common. Read without
 * resource bundles, whose classes a cold {@code verify} would wait for.
 */
final class RightsWords {

    private final Properties words = new Properties();

    RightsWords(Language language) {
        for (String bundle : List.of("report", "rights")) {
            String name = bundle + "_" + language.locale().getLanguage() + ".properties";
            try (InputStream file = Objects.requireNonNull(RightsWords.class.getResourceAsStream(name), name)) {
                words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            } catch (IOException unreadableJar) {
                throw new UncheckedIOException(unreadableJar);
            }
        }
    }

    String word(String key) {
        return Objects.requireNonNull(words.getProperty(key), key);
    }

    /** The sentence with {@code {0}}, {@code {1}} and so on replaced. Braces in the values stay what they are. */
    String word(String key, Object... values) {
        String pattern = word(key);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            boolean place = pattern.charAt(i) == '{' && i + 2 < pattern.length() && pattern.charAt(i + 2) == '}';
            text.append(place ? values[pattern.charAt(i + 1) - '0'] : pattern.charAt(i));
            i += place ? 2 : 0;
        }
        return text.toString();
    }

    /** The word for a term of a vocabulary; a term nobody has a word for stands as it is. */
    String term(String group, String value) {
        return words.getProperty(group + "." + value, value);
    }
}
