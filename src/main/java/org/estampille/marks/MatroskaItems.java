package org.estampille.marks;

import java.io.IOException;
import java.util.Set;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;

/** Tags and segment information of Matroska and WebM (RFC 9559). */
final class MatroskaItems {

    private static final long SEGMENT = 0x18538067L;
    private static final long INFO = 0x1549A966L;
    private static final long TAGS = 0x1254C367L;
    private static final long TAG = 0x7373;
    private static final long TRACKS = 0x1654AE6BL;
    private static final long TRACK_ENTRY = 0xAE;
    private static final long CODEC = 0x86;
    private static final long SIMPLE_TAG = 0x67C8;
    private static final long TAG_NAME = 0x45A3;
    private static final long TAG_STRING = 0x4487;
    private static final long TITLE = 0x7BA9;
    private static final long MUXING_APP = 0x4D80;
    private static final long WRITING_APP = 0x5741;
    private static final Set<Long> GROUPS = Set.of(SEGMENT, INFO, TAGS, TAG, SIMPLE_TAG, TRACKS, TRACK_ENTRY);
    private static final int DEEPEST = 8;
    private static final int MOST_ELEMENTS = 100_000;
    private static final int LONGEST_TEXT = 1 << 20;

    private final ByteSource source;
    private final MetadataItems items;
    private final ReadLimits limits;
    private int elements;
    private String tagName = "";

    MatroskaItems(ByteSource source, MetadataItems items, ReadLimits limits) {
        this.source = source;
        this.items = items;
        this.limits = limits;
    }

    void read() throws IOException, MalformedContentException {
        elements(0, source.length(), 0);
    }

    private void elements(long from, long to, int depth) throws IOException, MalformedContentException {
        long at = from;
        while (at < to && depth < DEEPEST && elements++ < MOST_ELEMENTS) {
            Octets header = source.octets(new ByteRange(at, Math.min(12, to - at)), limits);
            int idLength = lengthOf(header, 0, 4);
            int sizeLength = idLength == 0 ? 0 : lengthOf(header, idLength, 8);
            if (sizeLength == 0) {
                return;
            }
            long id = number(header, 0, idLength);
            long size = number(header, idLength, sizeLength) & ((1L << 7 * sizeLength) - 1);
            boolean unknown = size == (1L << 7 * sizeLength) - 1;
            long start = at + idLength + sizeLength;
            long end = unknown || size > to - start ? to : start + size;
            element(id, start, end, depth);
            at = end;
        }
    }

    private void element(long id, long start, long end, int depth) throws IOException, MalformedContentException {
        if (GROUPS.contains(id)) {
            elements(start, end, depth + 1);
        } else if (id == CODEC) {
            if (text(start, end).matches("V_MPEG(4/ISO/AVC|H/ISO/HEVC).*")) {
                items.unread(SeiUnits.PLACE, MarkReader.NOT_HERE);
            }
        } else if (id == TAG_NAME) {
            tagName = text(start, end);
        } else if (id == TAG_STRING) {
            items.add(Location.MATROSKA_TAG, "Matroska Tags at " + start, tagName, text(start, end));
        } else if (id == TITLE || id == MUXING_APP || id == WRITING_APP) {
            String name = id == TITLE ? "Title" : id == MUXING_APP ? "MuxingApp" : "WritingApp";
            items.add(Location.MATROSKA_TAG, "Matroska Info at " + start, name, text(start, end));
        }
    }

    private String text(long start, long end) throws IOException, MalformedContentException {
        return source.octets(new ByteRange(start, Math.min(end - start, LONGEST_TEXT)), limits)
                .utf8();
    }

    /** Length of a variable-size number, by its leading zeros; 0 when it does not fit. */
    private static int lengthOf(Octets header, int at, int most) {
        if (at >= header.length() || header.at(at) == 0) {
            return 0;
        }
        int length = Integer.numberOfLeadingZeros(header.at(at)) - 23;
        return length > most || at + length > header.length() ? 0 : length;
    }

    private static long number(Octets header, int at, int length) {
        long number = 0;
        for (int i = 0; i < length; i++) {
            number = number << 8 | header.at(at + i);
        }
        return number;
    }
}
