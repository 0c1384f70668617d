package org.estampille.container.pdf;

import java.io.IOException;
import java.util.Optional;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.ContainerMap;
import org.estampille.container.Layout;
import org.estampille.container.Segment;

/** Tells whether the last update of a file is one that was written here and holds nothing but the store. */
final class OwnUpdate {
    private OwnUpdate() {}

    /**
     * The file without that update; the whole file where the last update is another's. The mark in the file is only a hint: the
     * update is made once more, and has to be the same octet for octet.
     */
    static ByteSource before(ByteSource source, ContainerMap map, ReadLimits limits)
            throws IOException, MalformedContentException {
        Optional<Long> before = PdfTail.read(source, limits).before();
        if (map.stores().size() != 1 || before.isEmpty()) {
            return source;
        }
        ByteRange place = map.stores().get(0).extent();
        if (before.get() > place.start()) {
            return source;
        }
        ByteSource base = new SourceStart(source, before.get());
        try {
            Layout again = PdfUpdate.of(base, new StoreStream(place.length(), place.length()), limits);
            return isSame(source, again, limits) ? base : source;
        } catch (LimitExceededException e) {
            throw e;
        } catch (MalformedContentException e) {
            return source;
        }
    }

    private static boolean isSame(ByteSource source, Layout layout, ReadLimits limits)
            throws IOException, MalformedContentException {
        if (layout.length() != source.length()) {
            return false;
        }
        long at = 0;
        for (Segment segment : layout.segments()) {
            ByteRange range = new ByteRange(at, segment.length());
            if (segment instanceof Segment.Fresh fresh
                    && !source.octets(range, limits).equals(fresh.octets())) {
                return false;
            }
            at = range.end();
        }
        return true;
    }
}
