package org.estampille.marks;

import java.io.IOException;
import java.util.Optional;
import org.estampille.bytes.ByteCursor;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;

/**
 * The first pictures of FLV files: H.264 as Adobe's format has it (version 10.1, annex E), H.265 under the number 12 or, as of
 * Enhanced RTMP, under a code of four letters.
 */
final class FlvPictures {

    private static final int WINDOW = 1 << 20;
    private static final int FIRST_TAG = 13;

    /** Where the file says whether it has pictures (1) and sound (4). */
    private static final int FLAGS_AT = 4;

    private static final int TAG_HEADER = 11;
    private static final int SIZE_BEHIND = 4;
    private static final int MOST_TAGS = 10_000;
    private static final int VIDEO = 9;
    private static final int ENCRYPTED = 0x20;
    private static final int AVC = 7;
    private static final int HEVC = 12;

    private final ByteSource source;
    private final MetadataItems items;
    private final ReadLimits limits;
    private Optional<CodedVideo> video = Optional.empty();
    private int left = WINDOW;
    private boolean coded;
    private boolean seen;
    private boolean packets;

    FlvPictures(ByteSource source, MetadataItems items, ReadLimits limits) {
        this.source = source;
        this.items = items;
        this.limits = limits;
    }

    void read() throws IOException, MalformedContentException {
        long at = FIRST_TAG;
        for (int tag = 0; tag < MOST_TAGS && left > 0 && at + TAG_HEADER < source.length(); tag++) {
            ByteCursor header = new ByteCursor("FLV", source.octets(new ByteRange(at, TAG_HEADER), limits), at);
            int type = header.u8();
            long size = (long) header.u8() << 16 | header.u16be();
            long start = at + TAG_HEADER;
            if ((type & 0x1F) == VIDEO && size > 0) {
                long length = Math.min(Math.min(size, source.length() - start), WINDOW);
                Octets body = source.octets(new ByteRange(start, length), limits);
                if ((type & ENCRYPTED) != 0) {
                    coded = true;
                } else {
                    packet(body);
                }
            }
            at = start + size + SIZE_BEHIND;
        }
        if (coded && !seen || !packets && hasPictures()) {
            items.unread(SeiUnits.PLACE, Gap.NO_PICTURE);
        }
    }

    private boolean hasPictures() throws IOException, MalformedContentException {
        return source.length() > FLAGS_AT
                && (source.octets(new ByteRange(FLAGS_AT, 1), limits).at(0) & 1) != 0;
    }

    private void packet(Octets body) throws MalformedContentException {
        packets = true;
        ByteCursor cursor = new ByteCursor("FLV video packet", body, 0);
        int first = cursor.u8();
        if ((first & 0x80) != 0) {
            enhanced(first & 0x0F, cursor);
            return;
        }
        int codec = first & 0x0F;
        if (codec == AVC || codec == HEVC) {
            coded = true;
            int type = cursor.u8();
            cursor.skip(3);
            content(type == 0, type == 1, codec == HEVC, cursor);
        }
    }

    /** A packet type, then the code of the codec; coded frames of these two have a composition time, unless it is 0. */
    private void enhanced(int type, ByteCursor cursor) throws MalformedContentException {
        String code = cursor.fourcc();
        if (code.equals("av01")) {
            items.unread(SeiUnits.AV1_PLACE, Gap.NOT_READ_HERE);
        } else if (code.equals("avc1") || code.equals("hvc1")) {
            coded = true;
            cursor.skip(type == 1 ? 3 : 0);
            content(type == 0, type == 1 || type == 3, code.equals("hvc1"), cursor);
        } else if (type > 4) {
            // Several tracks in one packet, or extensions that may hide which codec it is.
            coded = true;
        }
    }

    private void content(boolean configures, boolean shows, boolean h265, ByteCursor cursor)
            throws MalformedContentException {
        Octets content = cursor.take(cursor.remaining());
        if (configures) {
            video = CodedVideo.configured(h265, content);
            if (video.isPresent()) {
                video.get().configuration(content, items);
            }
        } else if (shows && video.isPresent() && content.length() > 0) {
            Octets window = content.slice(0, Math.min(left, content.length()));
            left -= window.length();
            video.get().read(window, items);
            seen = true;
        }
    }
}
