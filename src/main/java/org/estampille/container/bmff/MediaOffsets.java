package org.estampille.container.bmff;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.function.LongPredicate;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.ReadLimits;

/**
 * Where a file says its media stand: the offsets of chunks and items in {@code moov} and {@code meta} (ISO/IEC 14496-12 clauses
 * 8.7.5 and 8.11.3). Movie fragments state distances from themselves and are not looked at.
 */
public final class MediaOffsets {

    private static final List<String> STATING = List.of("moov", "meta");

    private MediaOffsets() {}

    /**
     * Whether {@code wanted} holds for any offset that lies in the file. Boxes that break their rules state none: players cannot
     * follow them either.
     *
     * @throws LimitExceededException when a box is larger than the limits allow
     */
    public static boolean any(ByteSource source, BmffFile file, ReadLimits limits, LongPredicate wanted)
            throws IOException, LimitExceededException {
        for (String type : STATING) {
            for (BmffBox box : file.named(type)) {
                if (states(source, box, limits, wanted)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean states(ByteSource source, BmffBox box, ReadLimits limits, LongPredicate wanted)
            throws IOException, LimitExceededException {
        Sought sought = new Sought(source.length(), wanted);
        try {
            new OffsetIndexes(sought, new HashSet<>(), limits).patch(box, source.octets(box.range(), limits));
            return sought.found;
        } catch (LimitExceededException e) {
            throw e;
        } catch (MalformedContentException e) {
            return false;
        }
    }

    /** Leaves every offset as it is and looks at it. */
    private static final class Sought implements OffsetMap {

        private final long length;
        private final LongPredicate wanted;
        private boolean found;

        private Sought(long length, LongPredicate wanted) {
            this.length = length;
            this.wanted = wanted;
        }

        @Override
        public long map(long offset) {
            found |= offset >= 0 && offset < length && wanted.test(offset);
            return offset;
        }

        @Override
        public boolean knows(long offset) {
            return offset >= 0 && offset <= length;
        }
    }
}
