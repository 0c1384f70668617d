package org.estampille.container.sfnt;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;

/**
 * The table {@code C2PA} of a font (C2PA 2.5 clause A.3.12.2).
 *
 * @param uri where the address of a manifest elsewhere stands in the file; empty for none
 * @param store where the manifest store stands in the file; empty for none
 */
record StoreTable(ByteRange uri, ByteRange store) {

    private static final int LENGTH = 20;
    private static final Octets BOX_TYPE = Octets.ofAscii("jumb");

    /**
     * Reads the header of the table. A table that is a manifest store without any header, as one writer has it, cannot be taken for
     * another: the address would start at an offset that no table reaches.
     *
     * @throws MalformedContentException when it is too short, or what it speaks of ends past it
     */
    static StoreTable read(ByteSource source, ByteRange table, ReadLimits limits)
            throws IOException, MalformedContentException {
        if (table.length() < LENGTH) {
            throw new MalformedContentException("font/sfnt", table, "is too short for its header");
        }
        Octets header = source.octets(new ByteRange(table.start(), LENGTH), limits);
        if (header.from(4).startsWith(BOX_TYPE)) {
            return new StoreTable(new ByteRange(table.start(), 0), table);
        }
        ByteBuffer fields = header.asBuffer();
        return new StoreTable(
                within(table, header.uint32At(4), fields.getShort(8) & 0xFFFF, "the address of a manifest"),
                within(table, header.uint32At(12), header.uint32At(16), "the manifest store"));
    }

    private static ByteRange within(ByteRange table, long offset, long length, String what)
            throws MalformedContentException {
        if (offset == 0 || length == 0) {
            return new ByteRange(table.start(), 0);
        }
        if (offset < LENGTH || offset + length > table.length()) {
            throw new MalformedContentException("font/sfnt", table, "says that " + what + " stands outside of it");
        }
        return new ByteRange(table.start() + offset, length);
    }
}
