package org.estampille.bind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.container.BoxNames;

/**
 * One entry of a general box hash: boxes that follow one another and are hashed together (C2PA 2.5 clause 16.3.3).
 *
 * @param names of the boxes, at least one
 * @param alg hash algorithm, else that of the assertion
 * @param hash from the first octet of the first box to the last of the last; an entry without one matches nothing
 * @param excluded whether the hash is not to be compared
 * @param exclusions what is left out; empty where the whole entry is
 */
record BoxEntry(
        List<String> names, Optional<String> alg, Optional<Octets> hash, boolean excluded, List<Exclusion> exclusions) {

    /** The name for everything after the last box. */
    static final String AFTER = "c2pa.after";

    /**
     * A range that is left out.
     *
     * @param box which of the names it lies in, from 0
     * @param start from the start of that box
     * @param length in octets
     */
    record Exclusion(int box, long start, long length) {}

    static BoxEntry read(Fields fields) throws MalformedContentException {
        List<String> names = new ArrayList<>();
        for (var name : fields.list("names")) {
            names.add(fields.present(name.asText(), "names"));
        }
        if (names.isEmpty()) {
            throw fields.malformed("an entry without names");
        }
        boolean excluded = fields.flag("excluded").orElse(false);
        BoxEntry entry = new BoxEntry(
                List.copyOf(names),
                fields.text("alg"),
                fields.octets("hash"),
                excluded,
                excluded ? List.of() : exclusions(fields, names.size()));
        if (names.size() > 1 && (names.contains(BoxNames.STORE) || names.contains(AFTER))) {
            throw fields.malformed("the manifest store and what follows the last box are entries of their own");
        }
        return entry;
    }

    private static List<Exclusion> exclusions(Fields fields, int boxes) throws MalformedContentException {
        List<Exclusion> exclusions = new ArrayList<>();
        int box = 0;
        long end = 0;
        for (Fields range : fields.maps("exclusions")) {
            Optional<Long> index = range.integer("boxIndex");
            if (index.isEmpty() && boxes > 1) {
                throw fields.malformed("an exclusion does not say which box it lies in");
            }
            long here = index.orElse(0L);
            long start = range.requiredCount("start");
            long length = range.requiredCount("length");
            if (here < box || here >= boxes) {
                throw fields.malformed("an exclusion lies in no box of its entry, or is out of order");
            }
            if (here == box && start < end || length > Long.MAX_VALUE / 4 - Math.min(start, Long.MAX_VALUE / 4)) {
                throw fields.malformed("exclusions overlap or are out of order");
            }
            exclusions.add(new Exclusion((int) here, start, length));
            box = (int) here;
            end = start + length;
        }
        return List.copyOf(exclusions);
    }

    boolean isStore() {
        return names.get(0).equals(BoxNames.STORE);
    }

    boolean isAfter() {
        return names.get(0).equals(AFTER);
    }

    /** How many boxes of the file it stands for. */
    int boxes() {
        return isAfter() ? 0 : names.size();
    }

    /** Whether something besides the manifest store is left out. */
    boolean leavesOut() {
        return !isStore() && (excluded || !exclusions.isEmpty());
    }
}
