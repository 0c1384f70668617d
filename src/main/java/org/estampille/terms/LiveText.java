package org.estampille.terms;

/** What the terms' own address gives today. Looked up only where the network is allowed; its absence is no finding. */
public enum LiveText {
    /** The same visible text. */
    SAME,
    /** Another visible text: newer terms. */
    CHANGED,
    /** There is no such page, or no such host, any more. */
    GONE,
    /** The address could not be asked: the network, the host or the connection failed. That tells nothing about the terms. */
    NO_ANSWER,
    /** Nobody asked. */
    NOT_ASKED
}
