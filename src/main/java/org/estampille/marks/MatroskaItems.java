package org.estampille.marks;

import java.io.IOException;
import java.util.Set;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;

/** Tags, segment information and the first pictures of Matroska and WebM (RFC 9559). */
final class MatroskaItems {

    private static final long SEGMENT = 0x18538067L;
    private static final long INFO = 0x1549A966L;
    private static final long TAGS = 0x1254C367L;
    private static final long TAG = 0x7373;
    private static final long TRACKS = 0x1654AE6BL;
    private static final long TRACK_ENTRY = 0xAE;
    private static final long CLUSTER = 0x1F43B675L;
    private static final long BLOCK_GROUP = 0xA0;
    private static final long SIMPLE_BLOCK = 0xA3;
    private static final long BLOCK = 0xA1;
    private static final long SIMPLE_TAG = 0x67C8;
    private static final long TAG_NAME = 0x45A3;
    private static final long TAG_STRING = 0x4487;
    private static final long TITLE = 0x7BA9;
    private static final long MUXING_APP = 0x4D80;
    private static final long WRITING_APP = 0x5741;
    private static final Set<Long> GROUPS = Set.of(SEGMENT, INFO, TAGS, TAG, SIMPLE_TAG, TRACKS);
    private static final int DEEPEST = 8;
    private static final int MOST_ELEMENTS = 100_000;
    private static final int LONGEST_TEXT = 1 << 20;

    private final ByteSource source;
    private final MetadataItems items;
    private final ReadLimits limits;
    private final MatroskaPictures pictures;
    private int elements;
    private String tagName = "";

    MatroskaItems(ByteSource source, MetadataItems items, ReadLimits limits) {
        this.source = source;
        this.items = items;
        this.limits = limits;
        this.pictures = new MatroskaPictures(items);
    }

    void read() throws IOException, MalformedContentException {
        elements(0, source.length(), 0);
        pictures.end();
    }

    private void elements(long from, long to, int depth) throws IOException, MalformedContentException {
        long at = from;
        while (at < to && depth < DEEPEST && elements++ < MOST_ELEMENTS) {
            Octets header = source.octets(new ByteRange(at, Math.min(12, to - at)), limits);
            int idLength = MatroskaNumber.lengthAt(header, 0, 4);
            int sizeLength = idLength == 0 ? 0 : MatroskaNumber.lengthAt(header, idLength, 8);
            if (sizeLength == 0) {
                return;
            }
            long id = MatroskaNumber.at(header, 0, idLength);
            long size = MatroskaNumber.at(header, idLength, sizeLength) & ((1L << 7 * sizeLength) - 1);
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
        } else if (id == TRACK_ENTRY) {
            pictures.track(content(start, end, LONGEST_TEXT));
        } else if ((id == CLUSTER || id == BLOCK_GROUP) && pictures.wantMore()) {
            elements(start, end, depth + 1);
        } else if ((id == SIMPLE_BLOCK || id == BLOCK) && pictures.wantMore()) {
            pictures.block(content(start, end, MatroskaPictures.WINDOW));
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
        return content(start, end, LONGEST_TEXT).utf8();
    }

    private Octets content(long start, long end, int atMost) throws IOException, MalformedContentException {
        return source.octets(new ByteRange(start, Math.min(end - start, atMost)), limits);
    }
}
