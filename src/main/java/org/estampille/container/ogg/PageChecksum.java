package org.estampille.container.ogg;

import java.nio.ByteBuffer;
import org.estampille.bytes.Octets;

/** The CRC of a page: polynomial 04c11db7, no reflection, start and end value zero (RFC 3533 clause 6). */
final class PageChecksum {

    private static final int POLYNOMIAL = 0x04C1_1DB7;

    private PageChecksum() {}

    /** The CRC of a page, whatever stands in its CRC field. */
    static long of(Octets page) {
        int crc = 0;
        ByteBuffer octets = page.asBuffer();
        for (int at = 0; octets.hasRemaining(); at++) {
            int octet = octets.get() & 0xFF;
            boolean own = at >= OggPage.CRC_AT && at < OggPage.CRC_AT + 4;
            crc ^= (own ? 0 : octet) << 24;
            for (int bit = 0; bit < 8; bit++) {
                crc = crc < 0 ? crc << 1 ^ POLYNOMIAL : crc << 1;
            }
        }
        return crc & 0xFFFF_FFFFL;
    }
}
