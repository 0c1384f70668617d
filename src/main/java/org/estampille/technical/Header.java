package org.estampille.technical;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.estampille.bytes.Octets;

/** The start of a file with a byte order. Every read is asked for beforehand with {@link #has}. */
record Header(ByteBuffer octets) {

    static Header of(Octets head, ByteOrder order) {
        return new Header(ByteBuffer.wrap(head.toByteArray()).order(order));
    }

    boolean has(long at, long count) {
        return at >= 0 && count >= 0 && at + count <= octets.limit();
    }

    int int32(int at) {
        return octets.getInt(at);
    }

    long uint32(int at) {
        return octets.getInt(at) & 0xFFFF_FFFFL;
    }

    int uint16(int at) {
        return octets.getShort(at) & 0xFFFF;
    }

    int uint8(int at) {
        return octets.get(at) & 0xFF;
    }

    float real32(int at) {
        return octets.getFloat(at);
    }

    String text(int at, int count) {
        byte[] bytes = new byte[count];
        octets.get(at, bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** The length of the text before the next zero octet; -1 when there is none within 255 octets. */
    int textLength(int at) {
        for (int length = 0; length <= 255 && has(at + length, 1); length++) {
            if (uint8(at + length) == 0) {
                return length;
            }
        }
        return -1;
    }
}
