package org.estampille.technical;

import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.estampille.bytes.Octets;

/** The attributes of the first part of an OpenEXR file ("OpenEXR File Layout", attribute name, type, size, value). */
final class ExrHeader {

    private static final int FIRST_ATTRIBUTE = 8;
    private static final int ATTRIBUTES = 256;
    private static final List<String> COMPRESSIONS =
            List.of("none", "RLE", "ZIPS", "ZIP", "PIZ", "PXR24", "B44", "B44A", "DWAA", "DWAB");

    private ExrHeader() {}

    static Optional<Map<String, String>> read(Octets head) {
        Header header = Header.of(head, ByteOrder.LITTLE_ENDIAN);
        Map<String, String> facts = new LinkedHashMap<>();
        int at = FIRST_ATTRIBUTE;
        for (int i = 0; i < ATTRIBUTES; i++) {
            int name = header.textLength(at);
            int type = name <= 0 ? -1 : header.textLength(at + name + 1);
            int sizeAt = at + name + type + 2;
            if (name <= 0 || type <= 0 || !header.has(sizeAt, 4)) {
                break;
            }
            int size = header.int32(sizeAt);
            if (!header.has(sizeAt + 4, size)) {
                break;
            }
            attribute(header, header.text(at, name), sizeAt + 4, size, facts);
            at = sizeAt + 4 + size;
        }
        return facts.isEmpty() ? Optional.empty() : Optional.of(facts);
    }

    private static void attribute(Header header, String name, int at, int size, Map<String, String> facts) {
        if (name.equals("dataWindow") && size == 16) {
            long width = 1L + header.int32(at + 8) - header.int32(at);
            Plausible.size(width, 1L + header.int32(at + 12) - header.int32(at + 4), facts);
        } else if (name.equals("compression") && size == 1 && header.uint8(at) < COMPRESSIONS.size()) {
            facts.put("compression", COMPRESSIONS.get(header.uint8(at)));
        } else if (name.equals("framesPerSecond") && size == 8) {
            if (Plausible.isFrameRate((double) header.int32(at) / header.uint32(at + 4))) {
                facts.put("frameRate", header.int32(at) + "/" + header.uint32(at + 4));
            }
        }
    }
}
