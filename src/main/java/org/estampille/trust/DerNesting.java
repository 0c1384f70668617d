package org.estampille.trust;

import org.estampille.bytes.ByteCursor;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;

/** Refuses ASN.1 that nests deeper than any real structure before a recursive parser sees it. */
final class DerNesting {

    private static final int DEEPEST = 64;
    private static final int LARGEST = 1 << 20;
    private static final int CONSTRUCTED = 0x20;

    private DerNesting() {}

    /**
     * Looks at definite and indefinite lengths alike; what is wrong otherwise is left to the parser.
     *
     * @param what name of the structure
     * @throws LimitExceededException when the octets are over 1 MiB or nest deeper than 64 levels
     */
    static void check(String what, Octets octets) throws MalformedContentException {
        LimitExceededException.check(what + " octets", octets.length(), LARGEST);
        walk(what, new ByteCursor("ASN.1", octets, 0), 0);
    }

    private static void walk(String what, ByteCursor cursor, int depth) throws MalformedContentException {
        LimitExceededException.check(what + " depth", depth, DEEPEST);
        while (!cursor.atEnd()) {
            int tag = cursor.u8();
            if ((tag & 0x1F) == 0x1F) {
                skipLongTag(cursor);
            }
            int first = cursor.u8();
            if (first == 0x80) {
                walk(what, new ByteCursor("ASN.1", cursor.rest(), cursor.offset()), depth + 1);
                return;
            }
            Octets content = cursor.take(length(cursor, first));
            if ((tag & CONSTRUCTED) != 0) {
                walk(what, new ByteCursor("ASN.1", content, cursor.offset()), depth + 1);
            }
        }
    }

    private static void skipLongTag(ByteCursor cursor) throws MalformedContentException {
        int octet = 0x80;
        while (octet >= 0x80) {
            octet = cursor.u8();
        }
    }

    private static long length(ByteCursor cursor, int first) throws MalformedContentException {
        if (first < 0x80) {
            return first;
        }
        cursor.verify(first <= 0x84, "a length of " + (first & 0x7F) + " octets");
        long length = 0;
        for (int i = first & 0x7F; i > 0; i--) {
            length = length << 8 | cursor.u8();
        }
        return length;
    }
}
