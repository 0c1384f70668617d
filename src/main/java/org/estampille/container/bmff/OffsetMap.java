package org.estampille.container.bmff;

/** What becomes of the file offsets that boxes state. */
interface OffsetMap {

    /** The offset to write in place of {@code offset}. */
    long map(long offset);

    /** Whether {@code offset} lies in the source or at its end. */
    boolean knows(long offset);
}
