package org.estampille.container.bmff;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongConsumer;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.ReadLimits;

/** Where a file says its samples and items start, by offset from the start of the file. */
public final class MediaOffsets {

    private static final Set<String> INDEXES = Set.of("moov", "meta", "moof");

    private MediaOffsets() {}

    /**
     * Hands each offset to {@code visitor}. Fragments that count from their own {@code moof} state none.
     *
     * @throws MalformedContentException when an index is broken, or too large to be read
     */
    public static void visit(ByteSource source, BmffFile file, ReadLimits limits, LongConsumer visitor)
            throws IOException, MalformedContentException {
        OffsetIndexes indexes = new OffsetIndexes(new Visit(visitor), new HashSet<>(), limits);
        for (BmffBox box : file.boxes()) {
            if (INDEXES.contains(box.type())) {
                indexes.patch(box, source.octets(box.range(), limits));
            }
        }
    }

    /** Leaves every offset where it is. */
    private record Visit(LongConsumer visitor) implements Relocation {
        @Override
        public long media(long offset) {
            visitor.accept(offset);
            return offset;
        }

        @Override
        public long place(long offset) {
            return offset;
        }

        @Override
        public boolean knows(long offset) {
            return false;
        }
    }
}
