package org.estampille.container.ogg;

import org.estampille.bytes.ByteRange;

/**
 * A page.
 *
 * @param range header, segment table and body
 * @param body the body alone
 * @param flags such as {@link #FIRST}
 * @param serial of the bitstream, unsigned
 */
record OggPage(ByteRange range, ByteRange body, int flags, long serial) {

    /** Octets before the segment table. */
    static final int HEADER = 27;

    static final int FLAGS_AT = 5;
    static final int SERIAL_AT = 14;
    static final int CRC_AT = 22;
    static final int SEGMENTS_AT = 26;

    /** The page goes on with a packet of the one before. */
    static final int CONTINUED = 1;

    /** The first page of its bitstream. */
    static final int FIRST = 2;

    /** The last page of its bitstream. */
    static final int LAST = 4;

    /** Segments of a page, and octets of a segment. */
    static final int MOST = 255;

    boolean isFirst() {
        return (flags & FIRST) != 0;
    }
}
