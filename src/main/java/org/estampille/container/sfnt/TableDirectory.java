package org.estampille.container.sfnt;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.PartList;

/**
 * The table directory of a font (ISO/IEC 14496-22 clause 4.5.1). Neither the order of the records nor their checksums are judged:
 * programs that show fonts do not mind them.
 *
 * @param range where it stands
 * @param tables in the order of the directory
 */
record TableDirectory(ByteRange range, List<Table> tables) {

    private static final String FORMAT = "font/sfnt";
    private static final int HEADER = 12;
    private static final int RECORD = 16;

    /**
     * One record.
     *
     * @param tag four characters, blanks included
     * @param checksum where the record states the checksum of the table
     * @param range of the table, without padding
     */
    record Table(String tag, ByteRange checksum, ByteRange range) {}

    TableDirectory {
        tables = List.copyOf(tables);
    }

    /**
     * Reads the directory.
     *
     * @throws MalformedContentException when it is cut short, or a table ends past the file
     */
    static TableDirectory read(ByteSource source, ReadLimits limits) throws IOException, MalformedContentException {
        int count = source.octets(new ByteRange(4, 2), limits).asBuffer().getShort(0) & 0xFFFF;
        PartList.admit("font tables", count, limits);
        ByteRange range = new ByteRange(0, HEADER + (long) count * RECORD);
        Octets octets = source.octets(range, limits);
        ByteBuffer buffer = octets.asBuffer();
        List<Table> tables = new ArrayList<>();
        for (int at = HEADER; at < octets.length(); at += RECORD) {
            String tag = octets.slice(at, 4).latin1();
            ByteRange table = new ByteRange(octets.uint32At(at + 8), buffer.getInt(at + 12) & 0xFFFF_FFFFL);
            if (table.end() > source.length()) {
                throw new MalformedContentException(FORMAT, new ByteRange(at, RECORD), "a table ends past the file");
            }
            tables.add(new Table(tag, new ByteRange(at + 4, 4), table));
        }
        return new TableDirectory(range, tables);
    }
}
