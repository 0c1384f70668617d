package org.estampille.terms;

/** What the terms' own address gives today. Looked up only where the network is allowed; its absence is no finding. */
public enum LiveText {
    /** The same visible text. */
    SAME,
    /** Another visible text: newer terms. */
    CHANGED,
    /** The address answers no more. */
    GONE,
    /** Nobody asked. */
    NOT_ASKED
}
