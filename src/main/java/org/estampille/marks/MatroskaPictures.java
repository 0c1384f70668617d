package org.estampille.marks;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;

/** The first pictures of H.264 and H.265 tracks of Matroska (RFC 9559 clauses 5.1.3, 5.1.4 and 10). */
final class MatroskaPictures {

    /** No more of the pictures is looked at. */
    static final int WINDOW = 1 << 20;

    private static final long NUMBER = 0xD7;
    private static final long CODEC = 0x86;
    private static final long CODEC_PRIVATE = 0x63A2;
    private static final long CONTENT_ENCODINGS = 0x6D80;
    private static final int LACING = 0x06;
    private static final int MOST_BLOCKS = 2_000;

    private final MetadataItems items;
    private final Map<Long, CodedVideo> videos = new HashMap<>();
    private final TreeSet<Long> unseen = new TreeSet<>();
    private int left = WINDOW;
    private int blocks;

    MatroskaPictures(MetadataItems items) {
        this.items = items;
    }

    /** A {@code TrackEntry}. */
    void track(Octets entry) throws MalformedContentException {
        long number = 0;
        String codec = "";
        Octets configuration = Octets.empty();
        boolean encoded = false;
        for (MatroskaNumber.Element element : MatroskaNumber.elements(entry)) {
            if (element.id() == NUMBER) {
                number = MatroskaNumber.plain(element.content());
            } else if (element.id() == CODEC) {
                codec = element.content().latin1();
            } else if (element.id() == CODEC_PRIVATE) {
                configuration = element.content();
            } else if (element.id() == CONTENT_ENCODINGS) {
                encoded = true;
            }
        }
        boolean h265 = codec.startsWith("V_MPEGH/ISO/HEVC");
        if (codec.startsWith("V_AV1")) {
            items.unread(SeiUnits.AV1_PLACE, Gap.NOT_READ_HERE);
        } else if (codec.startsWith("V_MS/VFW") && AviPictures.codes(configuration)) {
            items.unread(SeiUnits.PLACE, Gap.NOT_READ_HERE);
        } else if (h265 || codec.startsWith("V_MPEG4/ISO/AVC")) {
            Optional<CodedVideo> video = encoded ? Optional.empty() : CodedVideo.configured(h265, configuration);
            unseen.add(number);
            if (video.isPresent()) {
                videos.put(number, video.get());
                video.get().configuration(configuration, items);
            }
        }
    }

    /** Whether blocks are of use still. */
    boolean wantMore() {
        return left > 0 && blocks < MOST_BLOCKS && !videos.isEmpty();
    }

    /** A {@code SimpleBlock} or {@code Block}, perhaps cut short. */
    void block(Octets block) {
        blocks++;
        int length = MatroskaNumber.lengthAt(block, 0, 8);
        int start = length + 3;
        if (length == 0 || block.length() <= start) {
            return;
        }
        long track = MatroskaNumber.at(block, 0, length) & ((1L << 7 * length) - 1);
        CodedVideo video = videos.get(track);
        if (video == null || (block.at(start - 1) & LACING) != 0) {
            return;
        }
        Octets picture = block.slice(start, Math.min(left, block.length() - start));
        left -= picture.length();
        video.read(picture, items);
        unseen.remove(track);
    }

    /** Says of the tracks of which no picture could be looked at that it was not. */
    void end() {
        if (!unseen.isEmpty()) {
            items.unread(SeiUnits.PLACE, Gap.NO_PICTURE);
        }
    }
}
