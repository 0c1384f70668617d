package org.estampille.technical;

import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.estampille.bytes.Octets;

/** The {@code COMM} chunk of an AIFF or AIFF-C file. */
final class AiffHeader {

    private static final int FIRST_CHUNK = 12;
    private static final int HEADER = 8;
    private static final int BIAS = 16_383 + 63;
    private static final int MOST_CHANNELS = 1024;

    private AiffHeader() {}

    static Optional<Map<String, String>> read(Octets head) {
        Header header = Header.of(head, ByteOrder.BIG_ENDIAN);
        long at = FIRST_CHUNK;
        while (header.has(at, HEADER)) {
            long size = header.int32((int) at + 4) & 0xFFFFFFFFL;
            if (header.text((int) at, 4).equals("COMM") && header.has(at + HEADER, 18)) {
                Map<String, String> facts = common(header, (int) at + HEADER);
                return facts.isEmpty() ? Optional.empty() : Optional.of(facts);
            }
            at += HEADER + size + (size & 1);
        }
        return Optional.empty();
    }

    private static Map<String, String> common(Header header, int at) {
        Map<String, String> facts = new LinkedHashMap<>();
        if (header.uint16(at) > 0 && header.uint16(at) <= MOST_CHANNELS) {
            facts.put("channels", Integer.toString(header.uint16(at)));
        }
        if (header.uint16(at + 6) > 0 && header.uint16(at + 6) <= Long.SIZE) {
            facts.put("bitDepth", Integer.toString(header.uint16(at + 6)));
        }
        int shift = BIAS - header.uint16(at + 8); // a negative rate has the sign bit, and a shift below zero
        // An 80-bit real; sampling rates are whole and small, so that only the upper part of the mantissa matters.
        long mantissa = (header.int32(at + 10) & 0xFFFFFFFFL) << 32 | header.int32(at + 14) & 0xFFFFFFFFL;
        if (shift > 0 && shift < 64 && Plausible.isSampleRate(mantissa >>> shift)) {
            facts.put("sampleRate", Long.toString(mantissa >>> shift));
        }
        return facts;
    }
}
