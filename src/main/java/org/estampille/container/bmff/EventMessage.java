package org.estampille.container.bmff;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.estampille.bytes.ByteCursor;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;

/**
 * An {@code emsg} box of version 0 (ISO/IEC 23009-1 clause 5.10.3.3).
 *
 * @param scheme whose message it is
 * @param value what of that scheme
 * @param delta ticks from the start of the segment to the event
 * @param message its octets
 */
public record EventMessage(String scheme, String value, long delta, Octets message) {

    private static final int FULL_BOX = 4;

    /**
     * The messages of a scheme at the top level of a file. One of another version has its fields in another order and is none.
     *
     * @throws MalformedContentException when such a message breaks off, or is longer than what may be read at once
     */
    public static List<EventMessage> in(ByteSource source, BmffFile file, String scheme, ReadLimits limits)
            throws IOException, MalformedContentException {
        Octets start = Octets.concat(Octets.zeros(1), Octets.zeros(FULL_BOX - 1), Octets.ofAscii(scheme + "\0"));
        List<EventMessage> found = new ArrayList<>();
        for (BmffBox box : file.named("emsg")) {
            boolean may = box.payload().length() >= start.length()
                    && source.glance(box.payload().start(), start.length()).equals(start);
            if (may) {
                LimitExceededException.check("event message", box.payload().length(), limits.manifestStore());
                found.add(
                        read(source.octets(box.payload(), limits), box.payload().start()));
            }
        }
        return found;
    }

    private static EventMessage read(Octets payload, long at) throws MalformedContentException {
        ByteCursor cursor = new ByteCursor("emsg", payload, at);
        cursor.skip(FULL_BOX);
        String scheme = cursor.cString();
        String value = cursor.cString();
        cursor.skip(4);
        long delta = cursor.u32be();
        cursor.skip(8);
        return new EventMessage(scheme, value, delta, cursor.rest());
    }
}
