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
 */
public record ReadLimits(int depth, int items, int buffer, int manifestStore, long merkleLeaves, int manifests) {

    private static final ReadLimits STANDARD = new ReadLimits(32, 2_000_000, 64 << 20, 64 << 20, 4_000_000, 2_000);

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
