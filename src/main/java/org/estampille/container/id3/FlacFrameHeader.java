package org.estampille.container.id3;

import org.estampille.bytes.Octets;

/** Tells whether the header of a FLAC frame stands somewhere (RFC 9639 clause 9.1). */
final class FlacFrameHeader {
    private FlacFrameHeader() {}

    private static final int SHORTEST = 6;
    private static final int POLYNOMIAL = 0x07;

    /** Whether one stands at {@code at}, by its fixed fields and its checksum. */
    static boolean stands(Octets octets, int at) {
        if (octets.length() - at < SHORTEST
                || octets.at(at) != 0xFF
                || (octets.at(at + 1) & 0xFE) != 0xF8
                || octets.at(at + 2) >> 4 == 0
                || (octets.at(at + 2) & 15) == 15
                || (octets.at(at + 3) & 1) != 0) {
            return false;
        }
        int length = 4 + numberLength(octets.at(at + 4)) + blockLength(octets.at(at + 2) >> 4);
        length += rateLength(octets.at(at + 2) & 15);
        return octets.length() - at > length && checksum(octets, at, length) == octets.at(at + length);
    }

    /** Octets of the number of a frame or sample, coded as UTF-8 codes characters. */
    private static int numberLength(int first) {
        int ones = Integer.numberOfLeadingZeros(~(first << 24));
        return Math.max(1, ones);
    }

    private static int blockLength(int code) {
        return code == 6 ? 1 : code == 7 ? 2 : 0;
    }

    private static int rateLength(int code) {
        return code == 12 ? 1 : code == 13 || code == 14 ? 2 : 0;
    }

    private static int checksum(Octets octets, int at, int length) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            sum ^= octets.at(at + i);
            for (int bit = 0; bit < 8; bit++) {
                sum = (sum << 1 ^ (sum >> 7) * (0x100 | POLYNOMIAL)) & 0xFF;
            }
        }
        return sum;
    }
}
