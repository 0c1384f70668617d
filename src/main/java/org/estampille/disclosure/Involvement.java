package org.estampille.disclosure;

import org.estampille.catalogue.DigitalSourceType;

/** How far AI took part in an asset, as far as it is said. Later constants weigh more. */
public enum Involvement {
    /** Nothing is said, or nothing that decides. No manifest is not "no AI". */
    UNKNOWN("unknown"),
    /** A manifest that holds tells the asset's history and names no AI. */
    NONE_DECLARED("none-declared"),
    /** Altered with the help of AI, nothing new was generated. */
    ASSISTIVE("assistive"),
    /** Parts were generated or changed by AI: some seconds, a place in the picture, one use among others. */
    MODIFIED("modified"),
    /** Made by AI as a whole, or, of one statement, what it is about. */
    GENERATED("generated");

    private final String label;

    Involvement(String label) {
        this.label = label;
    }

    /** The word written in reports. */
    public String label() {
        return label;
    }

    /** What follows from a source type. */
    public static Involvement of(DigitalSourceType type) {
        return switch (type.meaning()) {
            case GENERATED -> GENERATED;
            case MODIFIED, POSSIBLY_MODIFIED -> MODIFIED;
            case ENHANCED -> ASSISTIVE;
            case UNDECIDED -> UNKNOWN;
            case ALGORITHMIC, NONE -> NONE_DECLARED;
        };
    }

    /** Whether content came out of a model. */
    public boolean isGenerative() {
        return compareTo(MODIFIED) >= 0;
    }
}
