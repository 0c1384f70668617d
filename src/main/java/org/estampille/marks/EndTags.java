package org.estampille.marks;

import java.io.IOException;
import org.estampille.bytes.ByteCursor;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;

/** Tags at the end of a recording, told from the end backwards: ID3 version 1, appended tags of version 2.4, APE tags. */
final class EndTags {

    private static final int VERSION_1 = 128;
    private static final int APE_FOOTER = 32;
    private static final Octets APE = Octets.ofAscii("APETAGEX");
    private static final Octets ID3 = Octets.ofAscii("3DI");
    private static final Octets LYRICS = Octets.ofAscii("LYRICS200");
    private static final int MOST = 4;
    private static final int LONGEST = 16 << 20;
    private static final int MOST_ITEMS = 2_000;

    /** In the flags of an item: 0 is text in UTF-8, all else octets, links or reserved. */
    private static final int NO_TEXT = 0b110;

    private final ByteSource source;
    private final String prefix;
    private final MetadataItems items;
    private final ReadLimits limits;
    private final boolean judged;
    private final long from;
    private long end;

    /**
     * @param from where the tags at the start end
     * @param judged whether a manifest store in a tag is the file's own
     */
    EndTags(ByteSource source, long from, String prefix, MetadataItems items, ReadLimits limits, boolean judged) {
        this.source = source;
        this.prefix = prefix;
        this.items = items;
        this.limits = limits;
        this.judged = judged;
        this.from = from;
        this.end = source.length();
    }

    void read() throws IOException, MalformedContentException {
        if (ends(VERSION_1, 0, Octets.ofAscii("TAG"))) {
            String comment = RiffItems.untilZero(last(VERSION_1).slice(97, 30).latin1());
            items.add(Location.ID3, prefix + "ID3v1", "Comment", comment);
            end -= VERSION_1;
        }
        boolean more = true;
        for (int count = 0; more && count < MOST; count++) {
            more = id3() || ape();
        }
        if (ends(LYRICS.length(), 0, LYRICS)) {
            items.unread("Lyrics3", Gap.NOT_READ_HERE);
        }
    }

    private boolean ends(int length, int at, Octets magic) throws IOException, MalformedContentException {
        return end - from >= length && last(length).from(at).startsWith(magic);
    }

    private Octets last(int length) throws IOException, MalformedContentException {
        return source.octets(new ByteRange(end - length, length), limits);
    }

    /** ID3v2.4 clause 3.4: the footer is a copy of the header with another identifier. */
    private boolean id3() throws IOException, MalformedContentException {
        if (!ends(Id3Items.HEADER, 0, ID3)) {
            return false;
        }
        long start = end - Id3Items.syncSafe(last(Id3Items.HEADER), 6) - 2 * Id3Items.HEADER;
        require(start, "ID3");
        Id3Items.tag(source, start, prefix, items, limits, judged);
        end = start;
        return true;
    }

    private boolean ape() throws IOException, MalformedContentException {
        if (!ends(APE_FOOTER, 0, APE)) {
            return false;
        }
        ByteCursor footer = new ByteCursor("APE", last(APE_FOOTER).from(APE.length()), end - APE_FOOTER);
        footer.skip(4);
        long size = footer.u32le();
        long count = footer.u32le();
        boolean headed = (footer.u32le() & 0x80000000L) != 0;
        long start = end - size;
        require(size < APE_FOOTER ? from - 1 : start, "APE");
        if (size > LONGEST) {
            items.unread(prefix + "APE", Gap.TOO_MUCH);
        } else {
            Octets body = source.octets(new ByteRange(start, size - APE_FOOTER), limits);
            items.attempt(prefix + "APE", () -> items(new ByteCursor("APE", body, start), Math.min(count, MOST_ITEMS)));
        }
        end = headed && start - APE_FOOTER >= from ? start - APE_FOOTER : start;
        return true;
    }

    private void require(long start, String tag) throws MalformedContentException {
        if (start < from) {
            throw new MalformedContentException(
                    tag, new ByteRange(end, 0), "a tag at the end that begins before the sound");
        }
    }

    private void items(ByteCursor cursor, long count) throws MalformedContentException {
        for (int i = 0; i < count && cursor.remaining() > 8; i++) {
            long size = cursor.u32le();
            boolean text = (cursor.u32le() & NO_TEXT) == 0;
            StringBuilder key = new StringBuilder();
            for (int next = cursor.u8(); next != 0; next = cursor.u8()) {
                key.append((char) next);
            }
            Octets value = cursor.take(size);
            if (text) {
                items.add(Location.APE, prefix + "APE " + key, key.toString(), value.utf8());
            }
        }
    }
}
