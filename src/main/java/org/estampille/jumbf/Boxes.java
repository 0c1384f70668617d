package org.estampille.jumbf;

import org.estampille.bytes.Octets;

/** Box framing: 32-bit length, type, payload; a 64-bit length where 32 bits do not hold it. */
final class Boxes {
    /** Octets of a header without a 64-bit length. */
    static final int HEADER = 8;

    private Boxes() {}

    static Octets box(String type, Octets... payload) {
        Octets[] parts = new Octets[payload.length + 2];
        long length = HEADER;
        for (int i = 0; i < payload.length; i++) {
            parts[i + 2] = payload[i];
            length += payload[i].length();
        }
        parts[0] = Octets.u32be(length);
        parts[1] = Octets.ofAscii(type);
        return Octets.concat(parts);
    }
}
