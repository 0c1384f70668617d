package org.estampille.container.bmff;

import org.estampille.bytes.ByteRange;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;

/** Box headers written anew. */
final class Frames {
    private static final long LARGEST = 0xFFFF_FFFFL;

    private Frames() {}

    /**
     * The box {@code whole} around another payload, its header in the form it had.
     *
     * @throws MalformedContentException when a 32-bit size does not hold the new length
     */
    static Octets resize(Octets whole, int headerLength, Octets payload, long at) throws MalformedContentException {
        if (payload.length() == whole.length() - headerLength) {
            return Octets.concat(whole.slice(0, headerLength), payload);
        }
        return frame(whole.slice(4, 4), whole.uint32At(0), headerLength, payload, at);
    }

    /** A box of another type in the place of {@code whole}. */
    static Octets retype(Octets whole, int headerLength, String type, Octets payload, long at)
            throws MalformedContentException {
        return frame(Octets.ofAscii(type), whole.uint32At(0), headerLength, payload, at);
    }

    private static Octets frame(Octets type, long sizeField, int headerLength, Octets payload, long at)
            throws MalformedContentException {
        long size = (long) headerLength + payload.length();
        if (headerLength == 16) {
            return Octets.concat(Octets.u32be(1), type, Octets.u64be(size), payload);
        }
        if (size > LARGEST) {
            throw new MalformedContentException("BMFF", new ByteRange(at, 0), "a box outgrows its 32-bit size");
        }
        return Octets.concat(Octets.u32be(sizeField == 0 ? 0 : size), type, payload);
    }
}
