package org.estampille.disclosure;

import java.util.Locale;
import java.util.Optional;
import org.estampille.marks.MarkReading;

/**
 * What a file is asked to descend from. At least one of the first two is known.
 *
 * @param named as the person named it
 * @param manifest label of its active manifest
 * @param sha256 of the whole file, or of a manifest, in lower-case hexadecimal
 * @param marks of the file, where it is at hand
 */
public record Ancestor(String named, Optional<String> manifest, Optional<String> sha256, Optional<MarkReading> marks) {

    public Ancestor {
        sha256 = sha256.map(hex -> hex.toLowerCase(Locale.ROOT));
    }
}
