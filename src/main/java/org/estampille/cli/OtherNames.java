package org.estampille.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Further names (hard links) of a file that is about to be replaced: they go on naming the file as it was.
 *
 * @param file that is written
 * @param before how many names it had
 */
record OtherNames(Path file, int before) {

    static OtherNames of(Path file) {
        return new OtherNames(file, count(file));
    }

    /** One where there is no such file, or the file system does not count. */
    private static int count(Path file) {
        if (!Files.exists(file)) {
            // Mostly there is none, and an exception for every file of a batch is dear.
            return 1;
        }
        try {
            return Files.getAttribute(file, "unix:nlink") instanceof Integer links ? links : 1;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return 1;
        }
    }

    /** What to tell once the file was written. */
    List<String> warnings(String shown) {
        return before > 1 && count(file) < before
                ? List.of(shown + ": had " + before + " names (hard links) and was written anew; the other "
                        + (before == 2 ? "name still names" : "names still name") + " the file as it was")
                : List.of();
    }
}
