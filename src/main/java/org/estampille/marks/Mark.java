package org.estampille.marks;

import java.util.List;
import java.util.Optional;

/**
 * One mark found in a file.
 *
 * @param fingerprint id of the fingerprint in the catalogue
 * @param location the kind of place
 * @param where the place in this file, such as {@code PNG tEXt at 57}
 * @param name the field, as its format names it
 * @param value what stands there, cut to {@value #LONGEST} characters
 * @param generator the tool or company it points to, where it points to one
 * @param meaning what it says
 * @param strength how much that weighs
 * @param remarks what is odd about it, one clause each
 */
public record Mark(
        String fingerprint,
        Location location,
        String where,
        String name,
        String value,
        Optional<String> generator,
        Meaning meaning,
        Strength strength,
        List<String> remarks) {

    private static final int LONGEST = 400;

    public Mark {
        value = value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value;
        remarks = List.copyOf(remarks);
    }

    /** Whether it says that a model made or changed content, with a weight that does not come by accident. */
    public boolean isHard() {
        return strength == Strength.HARD && meaning.saysAi();
    }
}
