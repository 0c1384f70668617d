package org.estampille.marks;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How the mark of one generator looks in one kind of place.
 *
 * @param id unique in the catalogue
 * @param generator the tool or company; empty when the value names it
 * @param locations where it is looked for; empty looks everywhere
 * @param name what the whole name of the field is like
 * @param values each of which stands somewhere in the value
 * @param meaning what it says
 * @param strength how much that weighs
 * @param needs another field the file must have
 * @param source where this is known from
 */
record Fingerprint(
        String id,
        Optional<String> generator,
        Set<Location> locations,
        Pattern name,
        List<Wording> values,
        Meaning meaning,
        Strength strength,
        Optional<Need> needs,
        String source) {

    /**
     * Another field.
     *
     * @param name what its whole name is like
     * @param value what its value is like
     */
    record Need(Pattern name, Pattern value) {
        boolean isMetBy(List<MetadataItem> items) {
            return items.stream()
                    .anyMatch(item -> name.matcher(item.name()).matches()
                            && value.matcher(item.value()).find());
        }
    }

    Fingerprint {
        locations = Set.copyOf(locations);
        values = List.copyOf(values);
    }

    /** @param plain the value of the item as sentences are looked for in it */
    boolean matches(MetadataItem item, String plain, List<MetadataItem> all) {
        if (!locations.isEmpty() && !locations.contains(item.location())
                || !name.matcher(item.name()).matches()) {
            return false;
        }
        for (Wording value : values) {
            if (!value.isIn(item.value(), plain)) {
                return false;
            }
        }
        return needs.isEmpty() || needs.get().isMetBy(all);
    }
}
