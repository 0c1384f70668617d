package org.estampille.container.bmff;

/** Says of offsets found in an index where they are to point. */
interface Relocation {

    /** An offset at which media or their auxiliary data stand. */
    long media(long offset);

    /** An offset at which a box stands. */
    long place(long offset);

    /** An offset at which a run of fragments starts that is fetched by itself: with what stands before its first {@code moof}. */
    default long segment(long offset) {
        return place(offset);
    }

    /** Whether {@code offset} lies in the file or at its end. */
    boolean knows(long offset);
}
