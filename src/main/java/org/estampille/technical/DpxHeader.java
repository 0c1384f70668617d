package org.estampille.technical;

import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.estampille.bytes.Octets;

/** The fixed header of a DPX file (SMPTE ST 268-1). */
final class DpxHeader {

    private static final int WIDTH = 772;
    private static final int HEIGHT = 776;
    private static final int BIT_DEPTH = 803;
    private static final int ENCODING = 806;
    private static final int FRAME_RATE = 1940;

    private DpxHeader() {}

    static Optional<Map<String, String>> read(Octets head) {
        boolean big = head.length() > 4 && head.at(0) == 'S';
        Header header = Header.of(head, big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        if (!header.has(ENCODING, 2)) {
            return Optional.empty();
        }
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("width", Integer.toUnsignedString(header.int32(WIDTH)));
        facts.put("height", Integer.toUnsignedString(header.int32(HEIGHT)));
        facts.put("bitDepth", Integer.toString(header.uint8(BIT_DEPTH)));
        facts.put("compression", header.uint16(ENCODING) == 1 ? "RLE" : "none");
        if (header.has(FRAME_RATE, 4)) {
            float rate = header.real32(FRAME_RATE);
            if (rate > 0 && rate < 1000) {
                facts.put("frameRate", Float.toString(rate));
            }
        }
        return Optional.of(facts);
    }
}
