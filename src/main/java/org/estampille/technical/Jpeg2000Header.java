package org.estampille.technical;

import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.estampille.bytes.Octets;

/** The image header box of a JP2 file, or the SIZ marker of a bare codestream (ISO/IEC 15444-1). */
final class Jpeg2000Header {

    private static final int IMAGE_HEADER = 0x69686472;
    private static final int IMAGE_HEADER_LENGTH = 22;
    private static final int SEARCHED = 1024;

    private Jpeg2000Header() {}

    static Optional<Map<String, String>> read(Octets head) {
        Header header = Header.of(head, ByteOrder.BIG_ENDIAN);
        if (header.has(0, 28) && header.int32(0) == 0xFF4FFF51) {
            long width = (header.int32(8) & 0xFFFFFFFFL) - (header.int32(16) & 0xFFFFFFFFL);
            long height = (header.int32(12) & 0xFFFFFFFFL) - (header.int32(20) & 0xFFFFFFFFL);
            return size(width, height);
        }
        for (int at = 0; at < SEARCHED && header.has(at, 16); at++) {
            // The box has one length; the same four letters in another box stand behind another one.
            if (header.int32(at + 4) == IMAGE_HEADER && header.int32(at) == IMAGE_HEADER_LENGTH) {
                return size(header.uint32(at + 12), header.uint32(at + 8));
            }
        }
        return Optional.empty();
    }

    private static Optional<Map<String, String>> size(long width, long height) {
        Map<String, String> facts = new LinkedHashMap<>();
        Plausible.size(width, height, facts);
        return facts.isEmpty() ? Optional.empty() : Optional.of(facts);
    }
}
