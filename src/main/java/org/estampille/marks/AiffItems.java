package org.estampille.marks;

import java.io.IOException;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.bytes.ReadLimits;

/** The text chunks of AIFF and AIFF-C, and an ID3 tag in a chunk of its own (AIFF 1.3, Text Chunks and Comments Chunk). */
final class AiffItems {

    private static final int FORM_HEADER = 12;
    private static final int HEADER = 8;
    private static final int COMMENT_HEADER = 8;
    private static final int MOST_CHUNKS = 10_000;

    private final ByteSource source;
    private final MetadataItems items;
    private final ReadLimits limits;

    AiffItems(ByteSource source, MetadataItems items, ReadLimits limits) {
        this.source = source;
        this.items = items;
        this.limits = limits;
    }

    void read() throws IOException, MalformedContentException {
        long at = FORM_HEADER;
        for (int count = 0; at + HEADER <= source.length(); count++) {
            if (count == MOST_CHUNKS) {
                items.unread("AIFF", Gap.TOO_MUCH);
                return;
            }
            Octets header = source.octets(new ByteRange(at, HEADER), limits);
            long size = header.uint32At(4);
            ByteRange content = new ByteRange(at + HEADER, Math.min(size, source.length() - at - HEADER));
            String id = header.slice(0, 4).latin1();
            String where = "AIFF " + id.strip() + " at " + at;
            items.attempt(where, () -> chunk(id, content, where));
            at += HEADER + size + (size & 1);
        }
    }

    private void chunk(String id, ByteRange content, String where) throws IOException, MalformedContentException {
        switch (id) {
            case "ID3 ", "id3 " ->
                Id3Items.read(new OctetsSource(source.octets(content, limits)), where + ", ", items, limits, false);
            case "NAME" -> text("title", content, where);
            case "AUTH" -> text("artist", content, where);
            case "(c) " -> text("copyright", content, where);
            case "ANNO" -> text("comment", content, where);
            case "AIGC" -> text("AIGC", content, where);
            case "COMT" -> comments(source.octets(content, limits), where);
            default -> {}
        }
    }

    private void text(String name, ByteRange content, String where) throws IOException, MalformedContentException {
        String text = RiffItems.untilZero(source.octets(content, limits).utf8());
        items.add(name.equals("AIGC") ? Location.APP_SEGMENT : Location.AIFF_TEXT, where, name, text);
    }

    /** A count, then for each its time, marker and length. */
    private void comments(Octets content, String where) {
        int at = 2;
        while (at + COMMENT_HEADER <= content.length()) {
            int length = content.at(at + 6) << 8 | content.at(at + 7);
            int start = at + COMMENT_HEADER;
            int kept = Math.min(length, content.length() - start);
            items.add(
                    Location.AIFF_TEXT,
                    where,
                    "comment",
                    RiffItems.untilZero(content.slice(start, kept).utf8()));
            at = start + length + (length & 1);
        }
    }
}
