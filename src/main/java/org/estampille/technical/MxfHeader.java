package org.estampille.technical;

import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.estampille.bytes.Octets;

/** The header partition pack of an MXF file (SMPTE ST 377-1): its operational pattern, and how its essence is wrapped. */
final class MxfHeader {

    private static final int KEY = 16;
    private static final int PATTERN_IN_PACK = 64;
    private static final int CONTAINERS_IN_PACK = 80;
    private static final int ITEM = 12;
    private static final int COMPLEXITY = 13;
    private static final int SMPTE_LABEL = 0x060e2b34;
    private static final int GENERIC_CONTAINER = 0x0d010301;
    private static final int ESSENCE_MAPPING = 2;
    private static final int WAVE = 6;
    private static final int MOST_CONTAINERS = 1000;

    private MxfHeader() {}

    static Optional<Map<String, String>> read(Octets head) {
        Header header = Header.of(head, ByteOrder.BIG_ENDIAN);
        if (!header.has(KEY, 1)) {
            return Optional.empty();
        }
        int first = header.uint8(KEY);
        int pack = KEY + 1 + (first < 0x80 ? 0 : first & 0x7F);
        if (!header.has(pack + PATTERN_IN_PACK, KEY)) {
            return Optional.empty();
        }
        Map<String, String> facts = new LinkedHashMap<>();
        if (header.int32(pack + PATTERN_IN_PACK) == SMPTE_LABEL) {
            facts.put("operationalPattern", pattern(header, pack + PATTERN_IN_PACK));
        }
        int list = pack + CONTAINERS_IN_PACK;
        // A batch states how long its items are: labels have 16 octets.
        if (header.has(list, 8) && header.int32(list + 4) == KEY && header.uint32(list) <= MOST_CONTAINERS) {
            facts.put("essenceContainers", Long.toString(header.uint32(list)));
            if (isSoundAlone(header, list + 8, (int) header.uint32(list))) {
                facts.put("essence", "sound");
            }
        }
        return facts.isEmpty() ? Optional.empty() : Optional.of(facts);
    }

    /** Whether every container label is one of sound: Broadcast Wave and AES3 (SMPTE ST 382), which is 6 in octet 14. */
    private static boolean isSoundAlone(Header header, int at, int count) {
        for (int i = 0; i < count; i++) {
            int label = at + i * KEY;
            boolean sound = header.has(label, KEY)
                    && header.int32(label) == SMPTE_LABEL
                    && header.int32(label + 8) == GENERIC_CONTAINER
                    && header.uint8(label + ITEM) == ESSENCE_MAPPING
                    && header.uint8(label + COMPLEXITY) == WAVE;
            if (!sound) {
                return false;
            }
        }
        return count > 0;
    }

    /** Octets 13 and 14 of the label: 1 to 3 and a to c, or 10h for OP-Atom (SMPTE ST 390). */
    private static String pattern(Header header, int at) {
        int item = header.uint8(at + ITEM);
        int complexity = header.uint8(at + COMPLEXITY);
        if (item == 0x10) {
            return "OP-Atom";
        }
        boolean known = item >= 1 && item <= 3 && complexity >= 1 && complexity <= 3;
        return known ? "OP" + item + (char) ('a' + complexity - 1) : "unknown";
    }
}
