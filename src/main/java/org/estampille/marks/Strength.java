package org.estampille.marks;

import java.util.Locale;

/** How much a mark weighs. None is signed; a hard one is hard to have by accident, not hard to forge. Later weighs more. */
public enum Strength {
    /** Points to a tool that makes other things as well, or says no more than "suspected". */
    WEAK,
    /** A name or token that fits a generator and could stand there for another reason. */
    MEDIUM,
    /** A structure or statement that only a generator, or somebody declaring one, writes. */
    HARD;

    /** The word used in reports and in the catalogue of fingerprints. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
