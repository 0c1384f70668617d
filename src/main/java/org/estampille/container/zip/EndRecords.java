package org.estampille.container.zip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.ReadLimits;

/**
 * What the end of an archive says of its central directory (APPNOTE 4.3.14 to 4.3.16). Where two readers could understand it
 * differently, it is malformed.
 *
 * @param directory the central directory, which ends where the first end record starts
 * @param entries how many headers stand in it
 * @param large the records of ZIP64 between the directory and the end record
 * @param end the end of central directory record with its comment, up to the end of the file
 */
record EndRecords(ByteRange directory, long entries, Optional<ByteRange> large, ByteRange end) {

    static final String FORMAT = "application/zip";

    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int LOCATOR = 0x07064b50;
    private static final int LOCATOR_LENGTH = 20;
    private static final int LARGE = 0x06064b50;
    private static final int LARGE_LENGTH = 56;
    /** The size of a ZIP64 record does not count its signature and itself. */
    private static final int UNCOUNTED = 12;

    private static final long FULL_COUNT = 0xFFFF;
    private static final long FULL_SIZE = 0xFFFF_FFFFL;

    /** What one of the end records states. */
    private record Stated(long disks, long entriesHere, long entries, long size, long start) {}

    /**
     * Finds the records.
     *
     * @throws MalformedContentException when there are none, or they do not fit the file
     */
    static EndRecords find(ByteSource source, ReadLimits limits) throws IOException, MalformedContentException {
        long length = source.length();
        int tail = (int) Math.min(length, END_LENGTH + LONGEST_COMMENT);
        ByteBuffer last = read(source, length - tail, tail, limits);
        for (int at = tail - END_LENGTH; at >= 0; at--) {
            if (last.getInt(at) == END && at + END_LENGTH + u16(last, at + 20) == tail) {
                return of(
                        source, last.slice(at, END_LENGTH).order(ByteOrder.LITTLE_ENDIAN), length - tail + at, limits);
            }
        }
        throw malformed(length - tail, tail, "no end of central directory record closes the archive");
    }

    private static EndRecords of(ByteSource source, ByteBuffer record, long at, ReadLimits limits)
            throws IOException, MalformedContentException {
        ByteRange end = ByteRange.between(at, source.length());
        Stated stated = new Stated(
                u16(record, 4) + u16(record, 6), u16(record, 8), u16(record, 10), u32(record, 12), u32(record, 16));
        boolean full = stated.entries == FULL_COUNT
                || stated.entriesHere == FULL_COUNT
                || stated.size == FULL_SIZE
                || stated.start == FULL_SIZE;
        if ((full || stated.start + stated.size != at) && at >= LOCATOR_LENGTH) {
            ByteBuffer locator = read(source, at - LOCATOR_LENGTH, LOCATOR_LENGTH, limits);
            if (locator.getInt(0) == LOCATOR) {
                return large(source, stated, locator, end, limits);
            }
        }
        return checked(stated, Optional.empty(), end);
    }

    private static EndRecords large(
            ByteSource source, Stated small, ByteBuffer locator, ByteRange end, ReadLimits limits)
            throws IOException, MalformedContentException {
        long at = locator.getLong(8);
        long locatorAt = end.start() - LOCATOR_LENGTH;
        if (at < 0 || at > locatorAt - LARGE_LENGTH) {
            throw malformed(locatorAt, LOCATOR_LENGTH, "the ZIP64 end record is not where its locator says");
        }
        ByteBuffer record = read(source, at, LARGE_LENGTH, limits);
        if (record.getInt(0) != LARGE || record.getLong(4) != locatorAt - at - UNCOUNTED) {
            throw malformed(at, LARGE_LENGTH, "no ZIP64 end record is where its locator says");
        }
        Stated stated = new Stated(
                (long) record.getInt(16) | record.getInt(20),
                record.getLong(24),
                record.getLong(32),
                record.getLong(40),
                record.getLong(48));
        boolean agree = agree(small.entries, stated.entries, FULL_COUNT)
                && agree(small.size, stated.size, FULL_SIZE)
                && agree(small.start, stated.start, FULL_SIZE);
        if (!agree) {
            throw malformed(at, LARGE_LENGTH, "the two end records contradict one another");
        }
        return checked(stated, Optional.of(ByteRange.between(at, end.start())), end);
    }

    private static boolean agree(long small, long large, long full) {
        return small == full || small == large;
    }

    private static EndRecords checked(Stated stated, Optional<ByteRange> large, ByteRange end)
            throws MalformedContentException {
        if (stated.disks != 0 || stated.entriesHere != stated.entries) {
            throw malformed(end.start(), END_LENGTH, "the archive is one of several disks");
        }
        long directoryEnd = large.orElse(end).start();
        if (stated.start < 0 || stated.size < 0 || stated.start > directoryEnd - stated.size) {
            throw malformed(end.start(), END_LENGTH, "the central directory does not end before its end record");
        }
        if (stated.start + stated.size != directoryEnd) {
            throw malformed(
                    end.start(),
                    END_LENGTH,
                    "the central directory does not stand where its end record says;"
                            + " octets were put before the archive, or into it");
        }
        return new EndRecords(new ByteRange(stated.start, stated.size), stated.entries, large, end);
    }

    static ByteBuffer read(ByteSource source, long at, int length, ReadLimits limits)
            throws IOException, MalformedContentException {
        return source.octets(new ByteRange(at, length), limits).asBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    static int u16(ByteBuffer buffer, int at) {
        return buffer.getShort(at) & 0xFFFF;
    }

    static long u32(ByteBuffer buffer, int at) {
        return buffer.getInt(at) & 0xFFFF_FFFFL;
    }

    static MalformedContentException malformed(long at, long length, String cause) {
        return new MalformedContentException(FORMAT, new ByteRange(at, length), cause);
    }
}
