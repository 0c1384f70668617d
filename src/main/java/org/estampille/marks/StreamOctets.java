package org.estampille.marks;

import java.io.ByteArrayOutputStream;
import org.estampille.bytes.Octets;

/** The first octets of an elementary stream, without the headers of its PES packets (ISO/IEC 13818-1 clause 2.4.3.6). */
final class StreamOctets {

    private static final int HEADER = 9;
    private static final Octets START = Octets.of(0, 0, 1);

    private final int most;
    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
    private boolean begun;

    /**
     * @param most octets that are kept
     */
    StreamOctets(int most) {
        this.most = most;
    }

    /** The payload of one packet; what comes before the first start, and a start that is none, is left out. */
    void add(boolean starts, Octets payload) {
        Octets content = payload;
        if (starts) {
            begun = payload.length() >= HEADER
                    && payload.startsWith(START)
                    && payload.length() >= HEADER + payload.at(HEADER - 1);
            content = begun ? payload.from(HEADER + payload.at(HEADER - 1)) : Octets.empty();
        }
        int room = Math.min(content.length(), most - octets.size());
        if (begun && room > 0) {
            octets.writeBytes(content.slice(0, room).toByteArray());
        }
    }

    Octets octets() {
        return Octets.adopt(octets.toByteArray());
    }
}
