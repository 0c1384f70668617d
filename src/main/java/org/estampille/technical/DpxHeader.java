package org.estampille.technical;

import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.estampille.bytes.Octets;

/** The fixed header of a DPX file (SMPTE ST 268-1). */
final class DpxHeader {

    private static final int IMAGE_OFFSET = 4;
    private static final int WIDTH = 772;
    private static final int HEIGHT = 776;
    private static final int BIT_DEPTH = 803;
    private static final int ENCODING = 806;
    private static final int FRAME_RATE = 1940;
    private static final Set<Integer> BIT_DEPTHS = Set.of(1, 8, 10, 12, 16, 32, 64);

    private DpxHeader() {}

    static Optional<Map<String, String>> read(Octets head) {
        boolean big = head.length() > 4 && head.at(0) == 'S';
        Header header = Header.of(head, big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        if (!header.has(ENCODING, 2)) {
            return Optional.empty();
        }
        Map<String, String> facts = new LinkedHashMap<>();
        Plausible.size(header.uint32(WIDTH), header.uint32(HEIGHT), facts);
        if (BIT_DEPTHS.contains(header.uint8(BIT_DEPTH))) {
            facts.put("bitDepth", Integer.toString(header.uint8(BIT_DEPTH)));
        }
        if (header.uint16(ENCODING) <= 1) {
            facts.put("compression", header.uint16(ENCODING) == 1 ? "RLE" : "none");
        }
        // The television header is optional: an image that begins earlier stands where it would.
        boolean television = header.uint32(IMAGE_OFFSET) >= FRAME_RATE + 4;
        if (television && header.has(FRAME_RATE, 4) && Plausible.isFrameRate(header.real32(FRAME_RATE))) {
            facts.put("frameRate", Float.toString(header.real32(FRAME_RATE)));
        }
        return facts.isEmpty() ? Optional.empty() : Optional.of(facts);
    }
}
