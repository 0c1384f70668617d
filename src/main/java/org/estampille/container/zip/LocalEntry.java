package org.estampille.container.zip;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;

/**
 * The octets of one entry in front of the central directory (APPNOTE 4.3.7 to 4.3.9).
 *
 * @param header from the signature to the end of the extra field
 * @param content as stored
 * @param descriptor what follows the content and repeats its checksum and sizes; empty where there is none
 */
public record LocalEntry(ByteRange header, ByteRange content, ByteRange descriptor) {

    private static final int SIGNATURE = 0x04034b50;
    private static final int LENGTH = 30;
    private static final int FLAGS_AT = 6;
    private static final int DESCRIBED = 8;
    private static final int DESCRIPTOR = 0x08074b50;
    /** With the signature or without, with sizes of 32 bits or of 64: nothing says which, so that the values decide. */
    private static final int[] DESCRIPTORS = {16, 24, 12, 20};

    /**
     * Finds the octets of {@code entry}.
     *
     * @param end of the entries: the start of the central directory
     * @throws MalformedContentException when they are not there, or say something else than the directory
     */
    static LocalEntry find(ByteSource source, ZipEntry entry, long end, ReadLimits limits)
            throws IOException, MalformedContentException {
        long at = entry.localAt();
        if (at > end - LENGTH) {
            throw EndRecords.malformed(at, 0, "has no place before the central directory");
        }
        ByteBuffer fixed = EndRecords.read(source, at, LENGTH, limits);
        int name = EndRecords.u16(fixed, 26);
        long start = at + LENGTH + name + EndRecords.u16(fixed, 28);
        if (fixed.getInt(0) != SIGNATURE || start > end || entry.compressed() > end - start) {
            throw EndRecords.malformed(at, LENGTH, "has no local header before the central directory, or goes past it");
        }
        Octets spelling = source.octets(new ByteRange(at + LENGTH, name), limits);
        int flags = EndRecords.u16(fixed, FLAGS_AT);
        if (!spelling.equals(entry.spelling()) || ((flags ^ entry.flags()) & (DESCRIBED | 1)) != 0) {
            throw EndRecords.malformed(at, LENGTH, "is called otherwise, or kept otherwise, in its local header");
        }
        ByteRange content = new ByteRange(start, entry.compressed());
        int described = (flags & DESCRIBED) == 0 ? 0 : descriptor(source, entry, content.end(), end, limits);
        return new LocalEntry(ByteRange.between(at, start), content, new ByteRange(content.end(), described));
    }

    private static int descriptor(ByteSource source, ZipEntry entry, long at, long end, ReadLimits limits)
            throws IOException, MalformedContentException {
        int length = (int) Math.min(24, end - at);
        ByteBuffer octets = EndRecords.read(source, at, length, limits);
        for (int candidate : DESCRIPTORS) {
            boolean signed = candidate == 16 || candidate == 24;
            if (candidate <= length && fits(octets, candidate, signed, entry)) {
                return candidate;
            }
        }
        throw EndRecords.malformed(at, length, "is described otherwise behind its content");
    }

    private static boolean fits(ByteBuffer octets, int length, boolean signed, ZipEntry entry) {
        int at = signed ? 4 : 0;
        boolean large = length - at == 20;
        long compressed = large ? octets.getLong(at + 4) : EndRecords.u32(octets, at + 4);
        long size = large ? octets.getLong(at + 12) : EndRecords.u32(octets, at + 8);
        return (!signed || octets.getInt(0) == DESCRIPTOR)
                && octets.getInt(at) == entry.crc()
                && compressed == entry.compressed()
                && size == entry.size();
    }

    /** From the first octet of the header to the last of the descriptor. */
    public ByteRange extent() {
        return ByteRange.between(header.start(), descriptor.end());
    }

    /** The same without the descriptor. */
    public ByteRange undescribed() {
        return ByteRange.between(header.start(), content.end());
    }
}
