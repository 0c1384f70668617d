package org.estampille.marks;

import java.util.Optional;
import org.estampille.bytes.ByteCursor;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;

/**
 * How the units of a video stand in its samples (ISO/IEC 14496-15).
 *
 * @param h265 whether it is H.265, else H.264
 * @param lengthSize octets of the length before each unit
 */
record CodedVideo(boolean h265, int lengthSize) {

    private static final String FORMAT = "decoder configuration";
    private static final int AVC_LENGTH_AT = 4;
    private static final int HEVC_LENGTH_AT = 21;

    /** Of a decoder configuration record; empty where it is too short to say. */
    static Optional<CodedVideo> configured(boolean h265, Octets configuration) {
        int at = h265 ? HEVC_LENGTH_AT : AVC_LENGTH_AT;
        return configuration.length() > at
                ? Optional.of(new CodedVideo(h265, (configuration.at(at) & 3) + 1))
                : Optional.empty();
    }

    /** The first samples, as many as {@code window} holds; the last may be cut short. */
    void read(Octets window, MetadataItems items) {
        new SeiUnits(items, h265).prefixed(window, lengthSize);
    }

    /** Units in the configuration itself: H.265 keeps what is the same for all pictures there. */
    void configuration(Octets configuration, MetadataItems items) throws MalformedContentException {
        if (!h265 || configuration.length() <= HEVC_LENGTH_AT + 1) {
            return;
        }
        SeiUnits units = new SeiUnits(items, true);
        ByteCursor cursor = new ByteCursor(FORMAT, configuration.from(HEVC_LENGTH_AT + 1), HEVC_LENGTH_AT + 1);
        int arrays = cursor.u8();
        for (int array = 0; array < arrays; array++) {
            cursor.skip(1);
            int count = cursor.u16be();
            for (int i = 0; i < count; i++) {
                units.one(cursor.take(cursor.u16be()));
            }
        }
    }
}
