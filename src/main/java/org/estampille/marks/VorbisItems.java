package org.estampille.marks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.estampille.bytes.ByteCursor;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;

/** Vorbis comments in FLAC, Ogg Vorbis and Opus (RFC 9639 clause 8.6, RFC 7845 clause 5.2). */
final class VorbisItems {

    private static final int PAGE_HEADER = 27;
    private static final int COMMENTS = 4;
    private static final int MOST = 2 << 20;
    private static final Octets OPUS = Octets.ofAscii("OpusTags");
    private static final Octets VORBIS = Octets.ofAscii("\3vorbis");

    private VorbisItems() {}

    /** Behind a tag of ID3, which is where a manifest store of such a file stands. */
    static void flac(ByteSource source, MetadataItems items, ReadLimits limits)
            throws IOException, MalformedContentException {
        long at = Id3Items.end(source, limits) + 4;
        boolean last = false;
        while (!last && at + 4 <= source.length()) {
            ByteCursor header = new ByteCursor("FLAC", source.octets(new ByteRange(at, 4), limits), at);
            int type = header.u8();
            long length = (long) header.u8() << 16 | header.u16be();
            last = (type & 0x80) != 0;
            String where = "FLAC VORBIS_COMMENT at " + at;
            if ((type & 0x7F) == COMMENTS) {
                comments(source.octets(new ByteRange(at + 4, length), limits), where, items);
            }
            at += 4 + length;
        }
    }

    /** The second packet of a stream holds the comments; it may be spread over pages. */
    static void ogg(ByteSource source, MetadataItems items, ReadLimits limits)
            throws IOException, MalformedContentException {
        long at = 0;
        List<Octets> pieces = new ArrayList<>();
        long length = 0;
        while (at + PAGE_HEADER <= source.length() && length < MOST) {
            Octets header = source.octets(new ByteRange(at, PAGE_HEADER), limits);
            if (!header.startsWith(Octets.ofAscii("OggS"))) {
                break;
            }
            int segments = header.at(PAGE_HEADER - 1);
            Octets table = source.octets(new ByteRange(at + PAGE_HEADER, segments), limits);
            long size = 0;
            for (int i = 0; i < segments; i++) {
                size += table.at(i);
            }
            long start = at + PAGE_HEADER + segments;
            long kept = Math.min(size, source.length() - start);
            pieces.add(source.octets(new ByteRange(start, kept), limits));
            length += kept;
            at = start + size;
        }
        Octets joined = Octets.concat(pieces);
        for (Octets magic : List.of(OPUS, VORBIS)) {
            var found = joined.indexOf(magic, 0);
            if (found.isPresent()) {
                comments(joined.from(found.get() + magic.length()), "Ogg comment header", items);
            }
        }
    }

    private static void comments(Octets octets, String where, MetadataItems items) throws MalformedContentException {
        ByteCursor cursor = new ByteCursor("Vorbis comment", octets, 0);
        items.add(
                Location.VORBIS_COMMENT,
                where,
                "vendor",
                cursor.take(cursor.u32le()).utf8());
        long count = cursor.u32le();
        for (long i = 0; i < count && cursor.remaining() >= 4; i++) {
            String comment = cursor.take(cursor.u32le()).utf8();
            int equals = comment.indexOf('=');
            String name = equals < 0 ? "" : comment.substring(0, equals);
            items.add(Location.VORBIS_COMMENT, where, name, comment.substring(equals + 1));
        }
    }
}
