package org.estampille.container.jpeg;

import java.io.IOException;
import java.util.Optional;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.container.HeaderWindow;

/**
 * An APP11 segment that carries a piece of a JUMBF box (ISO/IEC 19566-5 clause D.2): {@code FF EB}, Lp, CI, En, Z, the header of
 * the box, data.
 *
 * @param part index among the parts of the file
 * @param range the segment, marker included
 * @param instance En, which keeps the pieces of different boxes apart
 * @param sequence Z, which orders the pieces
 * @param boxHeader LBox, TBox and, for long boxes, XLBox: repeated in every piece
 * @param head the first data octets, enough to see what the box is when this is the first piece
 */
record JumbfSegment(int part, ByteRange range, int instance, long sequence, Octets boxHeader, Octets head) {

    /** From the marker to LBox. */
    static final int PREFIX = 12;

    static final int SHORT_BOX_HEADER = 8;
    static final int LONG_BOX_HEADER = 16;

    /** A description box up to the end of the label {@code c2pa}. */
    private static final int HEAD = 30;

    private static final int JP = 0x4A50;

    /** Reads an APP11 segment; empty when it carries something else than JUMBF. */
    static Optional<JumbfSegment> read(HeaderWindow window, int part, ByteRange range)
            throws IOException, MalformedContentException {
        long box = range.start() + PREFIX;
        if (range.length() < PREFIX + SHORT_BOX_HEADER
                || window.u16be(range.start() + 4) != JP
                || !window.fourcc(box + 4).equals("jumb")) {
            return Optional.empty();
        }
        int header = window.u32be(box) == 1 ? LONG_BOX_HEADER : SHORT_BOX_HEADER;
        if (range.length() < PREFIX + header) {
            return Optional.empty();
        }
        long data = box + header;
        return Optional.of(new JumbfSegment(
                part,
                range,
                window.u16be(range.start() + 6),
                window.u32be(range.start() + 8),
                window.octets(box, header),
                window.octets(data, (int) Math.min(HEAD, range.end() - data))));
    }

    /** The data octets, box header not included. */
    ByteRange data() {
        return ByteRange.between(range.start() + PREFIX + boxHeader.length(), range.end());
    }
}
