package org.estampille.container.id3;

import org.estampille.bytes.ByteRange;

/**
 * A frame of a tag.
 *
 * @param id four characters
 * @param range header and content, in the tag as it is walked
 * @param format the second octet of the frame's flags
 */
record Id3Frame(String id, ByteRange range, int format) {

    /** Identifier, size and flags. */
    static final int HEADER = 10;

    /** ID3v2.4: the content of this frame is unsynchronised. */
    static final int UNSYNCHRONISED_4 = 0x02;

    /** ID3v2.4: four octets with the length of the content stand before it. */
    private static final int LENGTH_4 = 0x01;

    private static final int GROUPED_4 = 0x40;
    private static final int ENCRYPTED_4 = 0x04;
    private static final int PACKED_4 = 0x0C;
    private static final int GROUPED_3 = 0x20;
    private static final int ENCRYPTED_3 = 0x40;
    private static final int COMPRESSED_3 = 0x80;
    private static final int PACKED_3 = COMPRESSED_3 | ENCRYPTED_3;

    ByteRange content(int version) {
        int extra = version == 4
                ? ((format & LENGTH_4) != 0 ? 4 : 0) + ((format & GROUPED_4) != 0 ? 1 : 0)
                : (format & GROUPED_3) != 0 ? 1 : 0;
        long start = Math.min(range.end(), range.start() + HEADER + extra);
        return ByteRange.between(start, range.end());
    }

    /** Octets that the flags ask for before the content (ID3v2.3 clause 3.3.1, ID3v2.4 clause 4.1.2). */
    static int leading(int version, int format) {
        return version == 4
                ? 4 * Integer.bitCount(format & LENGTH_4) + Integer.bitCount(format & (GROUPED_4 | ENCRYPTED_4))
                : 4 * Integer.bitCount(format & COMPRESSED_3) + Integer.bitCount(format & (ENCRYPTED_3 | GROUPED_3));
    }

    /** Whether the content is compressed or encrypted. */
    boolean isPacked(int version) {
        return (format & (version == 4 ? PACKED_4 : PACKED_3)) != 0;
    }
}
