package org.estampille.container.bmff;

import java.nio.ByteBuffer;
import java.util.Set;
import org.estampille.bytes.ByteCursor;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;

/** Tables of absolute offsets in a sample table. */
final class ChunkOffsets {

    private static final long LARGEST = 0xFFFF_FFFFL;

    private final Relocation map;
    private final Set<Long> promoted;

    ChunkOffsets(Relocation map, Set<Long> promoted) {
        this.map = map;
        this.promoted = promoted;
    }

    /** 32-bit chunk offsets, which become {@code co64} when one no longer fits. */
    Octets patchStco(Octets box, int headerLength, long at) throws MalformedContentException {
        ByteCursor cursor = cursor(box, headerLength, at);
        Octets versionAndFlags = cursor.take(4);
        Table table = table(cursor, 4, at);
        return table.wide
                ? Frames.retype(box, headerLength, "co64", Octets.concat(versionAndFlags, table.octets), at)
                : Frames.resize(box, headerLength, Octets.concat(versionAndFlags, table.octets, cursor.rest()), at);
    }

    Octets patchCo64(Octets box, int headerLength, long at) throws MalformedContentException {
        ByteCursor cursor = cursor(box, headerLength, at);
        Octets versionAndFlags = cursor.take(4);
        Table table = table(cursor, 8, at);
        return Frames.resize(box, headerLength, Octets.concat(versionAndFlags, table.octets, cursor.rest()), at);
    }

    /** Offsets of auxiliary information; version 0 has 32 bits and becomes version 1 when one no longer fits. */
    Octets patchSaio(Octets box, int headerLength, long at) throws MalformedContentException {
        ByteCursor cursor = cursor(box, headerLength, at);
        int version = cursor.u8();
        Octets flags = cursor.take(3);
        Octets kind = cursor.take((flags.at(2) & 1) == 0 ? 0 : 8);
        Table table = table(cursor, version == 0 ? 4 : 8, at);
        Octets newVersion = Octets.of(table.wide ? 1 : version);
        Octets payload = Octets.concat(newVersion, flags, kind, table.octets, cursor.rest());
        return Frames.resize(box, headerLength, payload, at);
    }

    /** The count and the entries as they are to be written. */
    private record Table(Octets octets, boolean wide) {}

    private Table table(ByteCursor cursor, int width, long at) throws MalformedContentException {
        long count = cursor.u32be();
        ByteBuffer entries = cursor.take(count * width).asBuffer();
        ByteBuffer moved = ByteBuffer.allocate(4 + (int) count * 8).putInt((int) count);
        boolean overflow = width == 4 && promoted.contains(at);
        for (int i = 0; i < count; i++) {
            long offset = width == 4 ? entries.getInt() & LARGEST : entries.getLong();
            long target = map.media(offset);
            overflow |= width == 4 && target > LARGEST;
            moved.putLong(target);
        }
        if (overflow) {
            promoted.add(at);
        }
        return overflow || width == 8
                ? new Table(Octets.adopt(moved.array()), overflow)
                : new Table(narrow(moved, (int) count), false);
    }

    private static Octets narrow(ByteBuffer wide, int count) {
        ByteBuffer narrow = ByteBuffer.allocate(4 + count * 4).putInt(count);
        for (int i = 0; i < count; i++) {
            narrow.putInt((int) wide.getLong(4 + i * 8));
        }
        return Octets.adopt(narrow.array());
    }

    private static ByteCursor cursor(Octets box, int headerLength, long at) {
        return new ByteCursor("BMFF", box.from(headerLength), at + headerLength);
    }
}
