package org.estampille.detect;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.Octets;

/**
 * Tells FLAC and MPEG audio by what stands behind their ID3v2 tags, and MPEG audio by two frame headers that agree, behind zeros or
 * at the start.
 */
final class TaggedSound {

    private static final int TAG_HEADER = 10;
    private static final int FOOTER_FLAG = 0x10;
    private static final int MOST_TAGS = 4;

    /** Some writers leave zeros or a few stray octets between the tag and the first frame. */
    private static final int SEARCHED = 4 << 10;

    private static final int[] LAYER_3 = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    private static final int[] LAYER_2 = {0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384};
    private static final int[] LOW_RATE = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
    private static final int[] SAMPLE_RATE = {44_100, 48_000, 32_000};

    private TaggedSound() {}

    static Optional<AssetFormat> formatOf(ByteSource source) throws IOException {
        long at = 0;
        boolean tagged = false;
        for (int tag = 0; tag < MOST_TAGS && isTag(octets(source, at, TAG_HEADER)); tag++) {
            at += tagLength(octets(source, at, TAG_HEADER));
            tagged = true;
        }
        Octets start = octets(source, at, 4);
        if (start.equals(Octets.ofAscii("fLaC"))) {
            return Optional.of(AssetFormat.FLAC);
        }
        return hasFrames(source, tagged ? at : zeros(source), tagged) ? Optional.of(AssetFormat.MP3) : Optional.empty();
    }

    /** Octets of zero at the start, of those that are searched. */
    private static int zeros(ByteSource source) throws IOException {
        Octets head = octets(source, 0, SEARCHED);
        int count = 0;
        while (count < head.length() && head.at(count) == 0) {
            count++;
        }
        return count + 4 <= head.length() ? count : 0;
    }

    private static boolean isTag(Octets header) {
        return header.length() == TAG_HEADER && header.startsWith(Octets.ofAscii("ID3"));
    }

    private static long tagLength(Octets header) {
        long size = 0;
        for (int i = 6; i < TAG_HEADER; i++) {
            size = size << 7 | header.at(i) & 0x7F;
        }
        boolean footer = header.at(3) == 4 && (header.at(5) & FOOTER_FLAG) != 0;
        return TAG_HEADER + size + (footer ? TAG_HEADER : 0);
    }

    /** Behind a tag one header is enough and may stand a little further on; without one a second header must follow the first. */
    private static boolean hasFrames(ByteSource source, long at, boolean tagged) throws IOException {
        Octets head = octets(source, at, tagged ? SEARCHED : 4);
        for (int i = 0; i + 4 <= head.length(); i++) {
            int length = frameLength(head.slice(i, 4));
            if (length > 0) {
                Octets next = octets(source, at + i + length, 4);
                if (next.length() == 4 ? frameLength(next) > 0 : tagged) {
                    return true;
                }
            }
        }
        return tagged && head.length() >= 4 && frameLength(head.slice(0, 4)) > 0;
    }

    /** Octets of the frame that starts with this header (ISO/IEC 11172-3 clause 2.4.2.3, ISO/IEC 13818-3); 0 for no header. */
    private static int frameLength(Octets header) {
        int version = header.at(1) >> 3 & 3;
        int layer = header.at(1) >> 1 & 3;
        int rate = header.at(2) >> 4;
        int sampling = header.at(2) >> 2 & 3;
        boolean sync = header.at(0) == 0xFF && header.at(1) >> 5 == 7;
        if (!sync || version == 1 || layer == 0 || layer == 3 || rate == 0 || rate == 15 || sampling == 3) {
            return 0;
        }
        boolean first = version == 3;
        int kilobits = first ? (layer == 2 ? LAYER_2 : LAYER_3)[rate] : LOW_RATE[rate];
        int hertz = SAMPLE_RATE[sampling] >> (first ? 0 : version == 2 ? 1 : 2);
        int samples = !first && layer == 1 ? 72 : 144;
        return samples * 1_000 * kilobits / hertz + (header.at(2) >> 1 & 1);
    }

    /** As many octets as there are, up to {@code count}. */
    private static Octets octets(ByteSource source, long at, int count) throws IOException {
        byte[] bytes = new byte[(int) Math.max(0, Math.min(count, source.length() - at))];
        if (bytes.length > 0) {
            source.read(at, ByteBuffer.wrap(bytes));
        }
        return Octets.adopt(bytes);
    }
}
