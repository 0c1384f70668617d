package org.estampille.container.id3;

import java.util.List;
import org.estampille.bytes.ByteRange;

/**
 * The ID3v2 tag at the start of a file.
 *
 * @param version 2, 3 or 4
 * @param flags of the header
 * @param range header to footer
 * @param framesStart where the first frame stands, behind an extended header
 * @param checked whether the extended header holds a CRC of the frames
 * @param frames in order; empty where the tag is unsynchronised as a whole, since their sizes do not count what was inserted
 */
record Id3Tag(int version, int flags, ByteRange range, long framesStart, boolean checked, List<Id3Frame> frames) {

    /** Header, and footer where there is one. */
    static final int HEADER = 10;

    /** Where the flags stand in the header. */
    static final int FLAGS_AT = 5;

    /** Where the size stands in the header. */
    static final int SIZE_AT = 6;

    /** The largest size four octets of seven bits hold. */
    static final long LARGEST = (1L << 28) - 1;

    private static final int UNSYNCHRONISED = 0x80;
    private static final int EXTENDED = 0x40;
    private static final int FOOTER = 0x10;

    Id3Tag {
        frames = List.copyOf(frames);
    }

    boolean isUnsynchronised() {
        return (flags & UNSYNCHRONISED) != 0;
    }

    /** Before ID3v2.4 the octets of the whole tag, frame headers included, are unsynchronised at once. */
    boolean isUnsynchronisedWhole() {
        return isUnsynchronised() && version < 4;
    }

    boolean isExtended() {
        return (flags & EXTENDED) != 0;
    }

    boolean hasFooter() {
        return version == 4 && (flags & FOOTER) != 0;
    }

    int synchronisedFlags() {
        return flags & ~UNSYNCHRONISED;
    }

    /** Frames and padding, without header and footer. */
    ByteRange body() {
        return ByteRange.between(range.start() + HEADER, range.end() - (hasFooter() ? HEADER : 0));
    }

    /** Where the last frame ends. */
    long framesEnd() {
        return frames.isEmpty()
                ? framesStart
                : frames.get(frames.size() - 1).range().end();
    }
}
