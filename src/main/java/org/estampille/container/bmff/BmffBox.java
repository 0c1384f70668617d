package org.estampille.container.bmff;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.PartList;

/**
 * One box, known by its header (ISO/IEC 14496-12 clause 4.2).
 *
 * @param type the four-character code, one character per octet
 * @param range the whole box, header included
 * @param headerLength 8, or 16 where the size is written in 64 bits; the extended type of {@code uuid} is not counted
 */
public record BmffBox(String type, ByteRange range, int headerLength) {

    private static final String FORMAT = "BMFF";
    private static final String NO_TYPE = "\0\0\0\0";

    /** Where the content stands. */
    public ByteRange payload() {
        return ByteRange.between(range.start() + headerLength, range.end());
    }

    /**
     * The box that starts at {@code at} and must end at or before {@code end}.
     *
     * @param topLevel whether a size of 0 may stand for the rest of the file
     * @throws MalformedContentException when no box can stand there
     */
    static BmffBox at(BoxHeaders headers, long at, long end, boolean topLevel)
            throws IOException, MalformedContentException {
        long room = end - at;
        if (room < 8) {
            throw malformed(at, room + " octets are too few for a box header");
        }
        return of(headers.at(at, (int) Math.min(16, room)), at, room, topLevel);
    }

    private static BmffBox of(Octets header, long at, long room, boolean topLevel) throws MalformedContentException {
        long size = header.uint32At(0);
        String type = header.slice(4, 4).latin1();
        int headerLength = 8;
        if (size == 1) {
            if (room < 16) {
                throw malformed(at, "box '" + type + "' has no room for its 64-bit size");
            }
            headerLength = 16;
            size = header.int64At(8);
        } else if (size == 0) {
            if (!topLevel || type.equals(NO_TYPE)) {
                throw malformed(at, "box size 0 below the top level or without a type");
            }
            size = room;
        }
        if (size < headerLength) {
            throw malformed(at, "box '" + type + "' of " + size + " octets is shorter than its header");
        }
        if (size > room) {
            throw malformed(
                    at,
                    "box '" + type + "' of " + size + " octets ends past its parent, which has " + room
                            + " octets left");
        }
        return new BmffBox(type, new ByteRange(at, size), headerLength);
    }

    /**
     * The boxes that follow one another in {@code within}. A container may end in octets too few for a box or in a zero size, as
     * QuickTime lists do; these are left out.
     *
     * @throws MalformedContentException when a box ends past {@code within}
     * @throws LimitExceededException when there are too many
     */
    public static List<BmffBox> in(ByteSource source, ByteRange within, ReadLimits limits)
            throws IOException, MalformedContentException {
        List<BmffBox> boxes = new ArrayList<>();
        BoxHeaders headers = new BoxHeaders(source, within.end());
        long at = within.start();
        for (long room = within.length(); room >= 8; room = within.end() - at) {
            Octets header = headers.at(at, (int) Math.min(16, room));
            if (header.uint32At(0) == 0) {
                break;
            }
            PartList.admit("boxes", boxes.size() + 1L, limits);
            BmffBox box = of(header, at, room, false);
            boxes.add(box);
            at = box.range().end();
        }
        return boxes;
    }

    private static MalformedContentException malformed(long at, String cause) {
        return new MalformedContentException(FORMAT, new ByteRange(at, 0), cause);
    }
}
