package org.estampille.sign;

import org.estampille.bytes.Octets;
import org.estampille.cbor.CborValue;

/**
 * Zeros in the unprotected header that bring a COSE_Sign1 to a given length. A byte string's head grows from 1 to 2, 3 and 5
 * octets, so that no single one takes up exactly 25, 258, 65,539 or 65,540; there an empty {@code pad2} beside {@code pad}
 * shifts the sum.
 */
final class Padding {

    private static final String PAD = "pad";
    private static final String SECOND_PAD = "pad2";
    /** Octets of the key {@code pad}. */
    private static final int KEY = 4;
    /** Octets of the key {@code pad2} and an empty byte string. */
    private static final int SECOND = 6;

    private Padding() {}

    /** Adds entries that take up exactly {@code octets} more octets than the map without them. */
    static void fill(CborValue.MapBuilder header, int octets) throws SigningException {
        if (octets == 0) {
            return;
        }
        int direct = content(octets - KEY);
        if (direct >= 0) {
            header.put(PAD, Octets.zeros(direct));
            return;
        }
        int shifted = content(octets - KEY - SECOND);
        if (shifted < 0) {
            throw new SigningException(
                    octets < 0
                            ? "the signature with its time-stamp is " + -octets
                                    + " octets larger than the space reserved"
                            : "the signature leaves " + octets + " octets that cannot be filled");
        }
        header.put(PAD, Octets.zeros(shifted)).put(SECOND_PAD, Octets.empty());
    }

    /** How many octets a byte string holds that takes up {@code total} with its head; -1 when none does. */
    private static int content(int total) {
        for (int head : new int[] {1, 2, 3, 5}) {
            int content = total - head;
            if (content >= 0 && head(content) == head) {
                return content;
            }
        }
        return -1;
    }

    private static int head(int length) {
        return length < 24 ? 1 : length < 0x100 ? 2 : length < 0x1_0000 ? 3 : 5;
    }
}
