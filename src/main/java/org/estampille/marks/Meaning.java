package org.estampille.marks;

import java.util.Locale;

/** What a mark says of the file. */
public enum Meaning {
    /** Made by a model. */
    GENERATED,
    /** Partly made or changed by a model. */
    MODIFIED,
    /** It may be made by a model: the label of China's standard for what is said and not known. */
    POSSIBLE,
    /** Somebody suspects that a model made it. */
    SUSPECTED,
    /** A model took part; how far is not said. */
    INVOLVED,
    /** Altered with the help of an algorithm, nothing generated. */
    ASSISTED,
    /** A statement about origin that names no AI, such as a capture. It proves nothing; it can disagree. */
    ORDINARY,
    /** Says nothing by itself, such as a watermark whose message is kept elsewhere. */
    OPEN;

    /** The word used in reports and in the catalogue of fingerprints. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it says that a model made or changed content, for certain or not. */
    public boolean saysAi() {
        return this == GENERATED || this == MODIFIED || this == INVOLVED || this == POSSIBLE || this == SUSPECTED;
    }
}
