package org.estampille.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * One leaf in which our crJSON of a file and the recorded one differ.
 *
 * @param file name of the media file
 * @param path of the leaf, see {@link FlatJson}
 * @param ours value, if we have the leaf
 * @param theirs value, if the reference has it
 */
record Difference(String file, String path, Optional<String> ours, Optional<String> theirs) {

    static List<Difference> between(String file, Map<String, String> ours, Map<String, String> theirs) {
        TreeSet<String> paths = new TreeSet<>(ours.keySet());
        paths.addAll(theirs.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String path : paths) {
            Optional<String> one = Optional.ofNullable(ours.get(path));
            Optional<String> other = Optional.ofNullable(theirs.get(path));
            if (!one.equals(other)) {
                differences.add(new Difference(file, path, one, other));
            }
        }
        return differences;
    }
}
