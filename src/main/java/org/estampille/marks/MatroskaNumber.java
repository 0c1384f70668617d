package org.estampille.marks;

import java.util.ArrayList;
import java.util.List;
import org.estampille.bytes.Octets;

/** Numbers of variable size, and elements in memory (RFC 8794 clauses 4 to 6). */
final class MatroskaNumber {

    private static final int MOST = 1_000;

    private MatroskaNumber() {}

    /** An element that was read; the last may be cut short. */
    record Element(long id, Octets content) {}

    static List<Element> elements(Octets octets) {
        List<Element> elements = new ArrayList<>();
        int at = 0;
        while (at < octets.length() && elements.size() < MOST) {
            int idLength = lengthAt(octets, at, 4);
            int sizeLength = idLength == 0 ? 0 : lengthAt(octets, at + idLength, 8);
            if (sizeLength == 0) {
                return elements;
            }
            int start = at + idLength + sizeLength;
            long size = at(octets, at + idLength, sizeLength) & ((1L << 7 * sizeLength) - 1);
            int length = (int) Math.min(size, octets.length() - start);
            elements.add(new Element(at(octets, at, idLength), octets.slice(start, length)));
            at = start + length;
        }
        return elements;
    }

    /** Length of a number, by its leading zeros; 0 when it does not fit. */
    static int lengthAt(Octets octets, int at, int most) {
        if (at >= octets.length() || octets.at(at) == 0) {
            return 0;
        }
        int length = Integer.numberOfLeadingZeros(octets.at(at)) - 23;
        return length > most || at + length > octets.length() ? 0 : length;
    }

    /** The number with its length marker. */
    static long at(Octets octets, int at, int length) {
        long number = 0;
        for (int i = 0; i < length; i++) {
            number = number << 8 | octets.at(at + i);
        }
        return number;
    }

    /** An unsigned integer, of up to eight octets. */
    static long plain(Octets content) {
        return at(content, 0, Math.min(8, content.length()));
    }
}
