package org.estampille.jumbf;

import org.estampille.bytes.Octets;

/** Box framing: 32-bit length, type, payload; a 64-bit length where 32 bits do not hold it. */
final class Boxes {
    private Boxes() {}

    static Octets box(String type, Octets... payload) {
        Octets content = Octets.concat(payload);
        return Octets.concat(Octets.u32be(content.length() + 8L), Octets.ofAscii(type), content);
    }
}
