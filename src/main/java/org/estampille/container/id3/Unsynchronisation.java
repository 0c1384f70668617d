package org.estampille.container.id3;

import org.estampille.bytes.Octets;

/** The scheme that keeps {@code FF Ex} out of a tag: a zero after every {@code FF} that needs it (ID3v2.4.0 clause 6.1). */
final class Unsynchronisation {
    private Unsynchronisation() {}

    /** The octets without the zeros that were inserted. */
    static Octets undo(Octets octets) {
        byte[] plain = new byte[octets.length()];
        int length = 0;
        for (int i = 0; i < octets.length(); i++) {
            boolean inserted = i > 0 && octets.at(i) == 0 && octets.at(i - 1) == 0xFF;
            if (!inserted) {
                plain[length++] = (byte) octets.at(i);
            }
        }
        return Octets.adopt(plain).slice(0, length);
    }

    /** How many unsynchronised octets the first {@code count} plain ones are. */
    static int lengthOf(Octets octets, int count) {
        int seen = 0;
        int at = 0;
        while (seen < count && at < octets.length()) {
            boolean inserted = at > 0 && octets.at(at) == 0 && octets.at(at - 1) == 0xFF;
            seen += inserted ? 0 : 1;
            at++;
        }
        return at;
    }
}
