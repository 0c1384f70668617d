package org.estampille.marks;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands somewhere in the value of a field.
 *
 * @param pattern what it is like
 * @param stated whether people write it in sentences, so that it does not count where the sentence denies it
 */
record Wording(Pattern pattern, boolean stated) {

    /**
     * Whether it stands in a value, and is not denied there.
     *
     * @param raw the value as written
     * @param plain the same, as {@link Denial#plain} gives it
     */
    boolean isIn(String raw, String plain) {
        String value = stated ? plain : raw;
        Matcher matcher = pattern.matcher(value);
        while (matcher.find()) {
            if (!stated || !Denial.isDenied(value, matcher.start(), matcher.end())) {
                return true;
            }
        }
        return false;
    }
}
