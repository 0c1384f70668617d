package org.estampille.bytes;

/**
 * What reading hostile input may cost at most. Going over a limit is {@link LimitExceededException}: the content could not be
 * judged, which is neither valid nor invalid.
 *
 * @param depth nesting of boxes, superboxes or CBOR items
 * @param items boxes, chunks, segments or CBOR items in one structure
 * @param buffer octets read into memory at once
 * @param manifestStore octets of a manifest store
 * @param merkleLeaves leaves in all Merkle maps of one binding
 * @param manifests manifests in one store
 * @param expansion how many times as long as its compressed form a manifest may be
 * @param assertions assertions in all manifests of one store
 * @param work steps that judging one store may take: an octet hashed, or one thing compared with another. References to the same
 *     things, each cheap by itself, would otherwise multiply
 */
public record ReadLimits(
        int depth,
        int items,
        int buffer,
        int manifestStore,
        long merkleLeaves,
        int manifests,
        int expansion,
        int assertions,
        long work) {

    /** Text and CBOR of a manifest compress to a fifth; a thumbnail hardly at all. */
    private static final int STANDARD_EXPANSION = 200;
    /** Of each manifest that a store may hold, fifty. */
    private static final int STANDARD_ASSERTIONS = 100_000;
    /** Eight times the octets of the largest store; about two seconds. */
    private static final long STANDARD_WORK = 1L << 29;

    private static final ReadLimits STANDARD =
            new ReadLimits(32, 500_000, 64 << 20, 64 << 20, 4_000_000, 2_000, STANDARD_EXPANSION);

    /** Limits with the usual {@link #assertions} and {@link #work}. */
    public ReadLimits(
            int depth, int items, int buffer, int manifestStore, long merkleLeaves, int manifests, int expansion) {
        this(
                depth,
                items,
                buffer,
                manifestStore,
                merkleLeaves,
                manifests,
                expansion,
                STANDARD_ASSERTIONS,
                STANDARD_WORK);
    }

    /** Limits with the usual {@link #expansion}. */
    public ReadLimits(int depth, int items, int buffer, int manifestStore, long merkleLeaves, int manifests) {
        this(depth, items, buffer, manifestStore, merkleLeaves, manifests, STANDARD_EXPANSION);
    }

    /** The limits used when nobody asks for others. */
    public static ReadLimits standard() {
        return STANDARD;
    }

    /**
     * Admits an allocation.
     *
     * @return {@code octets} as an int
     * @throws LimitExceededException when {@code octets} is over {@link #buffer}
     */
    public int admit(long octets) throws LimitExceededException {
        return LimitExceededException.check("buffer", octets, buffer);
    }
}
