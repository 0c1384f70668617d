package org.estampille.container.tiff;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.MalformedContentException;
import org.estampille.container.HeaderWindow;

/**
 * An entry of a directory, of any tag.
 *
 * @param range of the entry
 * @param tag what it says
 * @param type of its values
 * @param size octets of one of them; 0 for types that nobody defined
 * @param count how many values it has
 * @param valuesAt where they stand, in the entry itself or elsewhere
 */
record Entry(ByteRange range, int tag, int type, int size, long count, long valuesAt) {

    /** SHORT, LONG, IFD, LONG8 and IFD8. */
    private static final Set<Integer> NUMBERS = Set.of(3, 4, 13, 16, 18);

    /** Octets by type (TIFF 6.0 section 2, its technical note for 13, BigTIFF for 16 to 18). */
    private static final Map<Integer, Integer> SIZES = Map.ofEntries(
            Map.entry(1, 1),
            Map.entry(2, 1),
            Map.entry(3, 2),
            Map.entry(4, 4),
            Map.entry(5, 8),
            Map.entry(6, 1),
            Map.entry(7, 1),
            Map.entry(8, 2),
            Map.entry(9, 4),
            Map.entry(10, 8),
            Map.entry(11, 4),
            Map.entry(12, 8),
            Map.entry(13, 4),
            Map.entry(16, 8),
            Map.entry(17, 8),
            Map.entry(18, 8));

    static Entry read(HeaderWindow window, Encoding encoding, long at) throws IOException, MalformedContentException {
        int type = encoding.u16(window, at + 2);
        int size = SIZES.getOrDefault(type, 0);
        long count = encoding.offset(window, at + 4);
        long place = at + 4 + encoding.offsetLength();
        boolean inside = size == 0 || count <= encoding.offsetLength() / size;
        long valuesAt = inside ? place : encoding.offset(window, place);
        return new Entry(
                new ByteRange(at, encoding.entryLength()), encoding.u16(window, at), type, size, count, valuesAt);
    }

    /** Whether all values stand in a file of {@code length} octets. */
    boolean isWithin(long length) {
        return size == 0 || valuesAt <= length && count <= (length - valuesAt) / size;
    }

    /** Whether the values are numbers that can be offsets or lengths. */
    boolean isNumbers() {
        return NUMBERS.contains(type);
    }

    /** The value with the index given. */
    long value(HeaderWindow window, Encoding encoding, long index) throws IOException, MalformedContentException {
        return encoding.value(window, valuesAt + index * size, size);
    }
}
