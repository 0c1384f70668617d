package org.estampille.container.bmff;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.estampille.bytes.ByteCursor;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.ReadLimits;

/** The clock of whoever made a fragment: {@code prft} boxes (ISO/IEC 14496-12 clause 8.16.5). */
public final class ProducerTime {

    private static final int LONGEST = 64;
    /** From 1900, where NTP counts from, to 1970. */
    private static final long SECONDS = 2_208_988_800L;

    private ProducerTime() {}

    /** Every time stated at the top level of a file, in whole seconds. */
    public static List<Instant> in(ByteSource source, BmffFile file, ReadLimits limits)
            throws IOException, MalformedContentException {
        List<Instant> times = new ArrayList<>();
        for (BmffBox box : file.named("prft")) {
            if (box.payload().length() <= LONGEST) {
                ByteCursor cursor = new ByteCursor(
                        "prft",
                        source.octets(box.payload(), limits),
                        box.payload().start());
                cursor.skip(8);
                times.add(Instant.ofEpochSecond(cursor.u32be() - SECONDS));
            }
        }
        return times;
    }
}
