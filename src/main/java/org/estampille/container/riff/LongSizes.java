package org.estampille.container.riff;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.HeaderWindow;
import org.estampille.container.PartList;

/**
 * A {@code ds64} chunk (EBU Tech 3306 clause 3.3; ITU-R BS.2088 clause 5): sizes for chunks whose 32-bit size field says
 * {@link #IN_DS64}.
 *
 * @param riffSizeAt where the 64-bit size of the form stands
 * @param riffSize of the form, without its first eight octets
 * @param dataSize of the {@code data} chunk
 * @param table sizes of other chunks
 */
record LongSizes(long riffSizeAt, long riffSize, long dataSize, List<Entry> table) {

    /** A 32-bit size that stands for "look in ds64". */
    static final long IN_DS64 = 0xFFFF_FFFFL;

    /** Where the size of the form stands, in a chunk that must be the first. */
    static final int RIFF_SIZE_AT = RiffForm.HEADER + RiffChunk.HEADER;

    private static final int FIXED_LENGTH = 28;
    private static final int ENTRY_LENGTH = 12;

    /** The size of the chunks with that identifier. */
    record Entry(String id, long size) {}

    LongSizes {
        table = List.copyOf(table);
    }

    /** Reads the chunk that must be the first of the form. */
    static LongSizes read(HeaderWindow window, ReadLimits limits) throws IOException, MalformedContentException {
        long at = RiffForm.HEADER;
        if (!window.fourcc(at).equals("ds64")) {
            throw malformed(at, "the first chunk is not ds64");
        }
        long length = window.u32le(at + 4);
        long data = at + RiffChunk.HEADER;
        if (length < FIXED_LENGTH) {
            throw malformed(at, "a ds64 chunk of " + length + " octets");
        }
        window.require(data, length, "chunk ds64");
        long count = window.u32le(data + 24);
        if (count > (length - FIXED_LENGTH) / ENTRY_LENGTH) {
            throw malformed(at, "a ds64 table of " + count + " entries does not fit into its chunk");
        }
        PartList.admit("ds64 table", count, limits);
        List<Entry> table = new ArrayList<>();
        for (long entry = data + FIXED_LENGTH; table.size() < count; entry += ENTRY_LENGTH) {
            table.add(new Entry(window.fourcc(entry), window.u64le(entry + 4)));
        }
        return new LongSizes(data, window.u64le(data), window.u64le(data + 8), table);
    }

    /** The size of a chunk whose own size field says {@link #IN_DS64}. */
    Optional<Long> of(String id) {
        if (id.equals("data")) {
            return Optional.of(dataSize);
        }
        for (Entry entry : table) {
            if (entry.id().equals(id)) {
                return Optional.of(entry.size());
            }
        }
        return Optional.empty();
    }

    private static MalformedContentException malformed(long at, String cause) {
        return new MalformedContentException(RiffFormat.NAME, new ByteRange(at, 0), cause);
    }
}
