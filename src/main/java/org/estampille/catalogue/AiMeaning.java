package org.estampille.catalogue;

/** What a digital source type says about artificial intelligence. */
public enum AiMeaning {
    /** All of it is the output of a trained model. */
    GENERATED,
    /** A trained model changed or completed other content. */
    MODIFIED,
    /** At least one element is synthetic; whether a trained model made it is not said. */
    POSSIBLY_MODIFIED,
    /** Made by an algorithm that need not be a trained model. */
    ALGORITHMIC,
    /** Altered by an algorithm without generating content. */
    ENHANCED,
    /** May or may not hold such content. */
    UNDECIDED,
    /** No artificial intelligence is asserted. */
    NONE
}
