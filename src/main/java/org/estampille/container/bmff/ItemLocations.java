package org.estampille.container.bmff;

import java.nio.ByteBuffer;
import org.estampille.bytes.ByteCursor;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;

/** The item location box {@code iloc}, versions 0 to 2 (ISO/IEC 14496-12 clause 8.11.3). */
final class ItemLocations {

    private static final String FORMAT = "BMFF";

    private final Relocation map;

    ItemLocations(Relocation map) {
        this.map = map;
    }

    /** Widths of the fields, in octets: 0, 4 or 8. */
    private record Widths(int offset, int length, int base, int index) {}

    /** A field of the box: where it stands in it, how wide it is, what it says. */
    private record Field(int position, int width, long value) {}

    Octets patch(Octets box, int headerLength, long at) throws MalformedContentException {
        ByteCursor cursor = new ByteCursor(FORMAT, box, at);
        cursor.skip(headerLength);
        int version = cursor.u8();
        cursor.verify(version <= 2, "item locations of version " + version);
        cursor.skip(3);
        int sizes = cursor.u16be();
        Widths widths = new Widths(
                width(cursor, sizes >>> 12),
                width(cursor, sizes >>> 8),
                width(cursor, sizes >>> 4),
                version == 0 ? 0 : width(cursor, sizes));
        long items = version < 2 ? cursor.u16be() : cursor.u32be();
        ByteBuffer patched = ByteBuffer.wrap(box.toByteArray());
        for (long i = 0; i < items; i++) {
            item(cursor, version, widths, patched, at);
        }
        return Octets.adopt(patched.array());
    }

    private static int width(ByteCursor cursor, int nibble) throws MalformedContentException {
        int width = nibble & 0xF;
        cursor.verify(width == 0 || width == 4 || width == 8, "a field of " + width + " octets");
        return width;
    }

    private void item(ByteCursor cursor, int version, Widths widths, ByteBuffer patched, long at)
            throws MalformedContentException {
        cursor.skip(version < 2 ? 2 : 4);
        int method = version == 0 ? 0 : cursor.u16be() & 0xF;
        boolean here = cursor.u16be() == 0 && method == 0;
        Field base = field(cursor, widths.base());
        int extents = cursor.u16be();
        // The base carries the move unless offsets are stated in the extents alone.
        boolean moveBase = widths.base() > 0 && (base.value() != 0 || widths.offset() == 0);
        long newBase = base.value();
        for (int i = 0; i < extents; i++) {
            cursor.skip(widths.index());
            Field offset = field(cursor, widths.offset());
            cursor.skip(widths.length());
            long target = map.media(base.value() + offset.value());
            if (here && i == 0 && moveBase) {
                newBase = target - offset.value();
                put(patched, base, newBase, at);
            }
            if (here && offset.width() > 0) {
                put(patched, offset, target - newBase, at);
            }
        }
    }

    private static Field field(ByteCursor cursor, int width) throws MalformedContentException {
        int position = cursor.position();
        long value = width == 0 ? 0 : width == 4 ? cursor.u32be() : cursor.u64be();
        return new Field(position, width, value);
    }

    private static void put(ByteBuffer patched, Field field, long value, long at) throws MalformedContentException {
        if (value < 0 || field.width() == 4 && value > 0xFFFF_FFFFL) {
            throw new MalformedContentException(
                    FORMAT, new ByteRange(at + field.position(), field.width()), "an item offset no longer fits");
        }
        if (field.width() == 4) {
            patched.putInt(field.position(), (int) value);
        } else {
            patched.putLong(field.position(), value);
        }
    }
}
