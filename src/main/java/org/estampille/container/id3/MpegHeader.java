package org.estampille.container.id3;

import java.util.Optional;

/**
 * The header of a frame of MPEG sound (ISO/IEC 11172-3 clause 2.4.1.3; 13818-3 for the lower sampling rates, and what is called
 * MPEG 2.5).
 *
 * @param bits all 32
 */
record MpegHeader(int bits) {

    static final int LENGTH = 4;

    private static final int SYNC = 0xFFE0_0000;

    /** Version, layer and sampling rate, which all frames of a stream share. */
    private static final int SHARED = 0xFFFE_0C00;

    private static final int MPEG_1 = 3;
    private static final int LAYER_I = 3;
    private static final int LAYER_II = 2;
    private static final int LAYER_III = 1;
    private static final int MONO = 3;

    /** In kbit/s, by the index less one: MPEG 1 layers I, II and III, then the lower sampling rates, layer I and the others. */
    private static final int[][] RATES = {
        {32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448},
        {32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384},
        {32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320},
        {32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256},
        {8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160}
    };

    private static final int[] SAMPLING = {44_100, 48_000, 32_000};

    /** The header that {@code bits} are; empty for anything else, and for frames whose length no header states. */
    static Optional<MpegHeader> of(int bits) {
        MpegHeader header = new MpegHeader(bits);
        boolean valid = (bits & SYNC) == SYNC
                && header.version() != 1
                && header.layer() != 0
                && header.rateIndex() != 0
                && header.rateIndex() != 15
                && header.samplingIndex() != 3;
        return valid ? Optional.of(header) : Optional.empty();
    }

    private int version() {
        return bits >> 19 & 3;
    }

    private int layer() {
        return bits >> 17 & 3;
    }

    private int rateIndex() {
        return bits >> 12 & 15;
    }

    private int samplingIndex() {
        return bits >> 10 & 3;
    }

    boolean isLayerIII() {
        return layer() == LAYER_III;
    }

    boolean isOfOneStreamWith(MpegHeader other) {
        return (bits & SHARED) == (other.bits & SHARED);
    }

    /** Octets of the frame, header included. */
    int frameLength() {
        boolean first = version() == MPEG_1;
        int row = first ? LAYER_I - layer() : layer() == LAYER_I ? 3 : 4;
        int rate = RATES[row][rateIndex() - 1] * 1_000;
        int sampling = SAMPLING[samplingIndex()] >> (first ? 0 : version() == 2 ? 1 : 2);
        int padding = bits >> 9 & 1;
        return switch (layer()) {
            case LAYER_I -> (12 * rate / sampling + padding) * 4;
            case LAYER_II -> 144 * rate / sampling + padding;
            default -> (first ? 144 : 72) * rate / sampling + padding;
        };
    }

    /** Octets between the header and the sound of a frame of layer III. */
    int sideInformation() {
        boolean mono = (bits >> 6 & 3) == MONO;
        return version() == MPEG_1 ? (mono ? 17 : 32) : mono ? 9 : 17;
    }
}
