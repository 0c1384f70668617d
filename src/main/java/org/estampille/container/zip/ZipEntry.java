package org.estampille.container.zip;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;

/**
 * One header of the central directory (APPNOTE 4.3.12).
 *
 * @param header where it stands, comment included
 * @param spelling the name as it is written
 * @param flags the general purpose bit flag
 * @param method of compression; 0 for none
 * @param crc checksum of the content
 * @param compressed octets of the content as stored
 * @param size octets of the content inflated, as stated; nobody inflates it here
 * @param localAt where the local header stands
 */
public record ZipEntry(
        ByteRange header, Octets spelling, int flags, int method, int crc, long compressed, long size, long localAt) {

    /** Where the manifest store stands (C2PA 2.5 clause A.6.3). */
    public static final String STORE = "META-INF/content_credential.c2pa";

    /** From the start of a header to its checksum, the one field of the store's that is not hashed. */
    private static final int CRC_AT = 16;

    private static final int CRC_LENGTH = 4;
    private static final int SIGNATURE = 0x02014b50;
    private static final int LENGTH = 46;
    private static final int ENCRYPTED = 1;
    private static final int LARGE = 0x0001;
    private static final long FULL = 0xFFFF_FFFFL;

    /**
     * Reads the header at {@code at} of the directory.
     *
     * @param start of the directory in the file
     */
    static ZipEntry read(Octets directory, int at, long start) throws MalformedContentException {
        ByteBuffer buffer = directory.asBuffer().order(java.nio.ByteOrder.LITTLE_ENDIAN);
        if (directory.length() - at < LENGTH || buffer.getInt(at) != SIGNATURE) {
            throw EndRecords.malformed(
                    start + at, directory.length() - at, "no header of an entry in the central directory");
        }
        int name = EndRecords.u16(buffer, at + 28);
        int extra = EndRecords.u16(buffer, at + 30);
        int length = LENGTH + name + extra + EndRecords.u16(buffer, at + 32);
        if (directory.length() - at < length) {
            throw EndRecords.malformed(start + at, LENGTH, "a header of an entry goes past the central directory");
        }
        long[] sizes = {
            EndRecords.u32(buffer, at + 24), EndRecords.u32(buffer, at + 20), EndRecords.u32(buffer, at + 42)
        };
        widen(sizes, directory.slice(at + LENGTH + name, extra));
        if (sizes[0] < 0 || sizes[1] < 0 || sizes[2] < 0) {
            throw EndRecords.malformed(start + at, length, "a 64-bit value over 2^63");
        }
        return new ZipEntry(
                new ByteRange(start + at, length),
                directory.slice(at + LENGTH, name),
                EndRecords.u16(buffer, at + 8),
                EndRecords.u16(buffer, at + 10),
                buffer.getInt(at + CRC_AT),
                sizes[1],
                sizes[0],
                sizes[2]);
    }

    /** Puts the values of the ZIP64 extra field (APPNOTE 4.5.3) in the place of those that did not fit. */
    private static void widen(long[] sizes, Octets extra) {
        ByteBuffer buffer = extra.asBuffer().order(java.nio.ByteOrder.LITTLE_ENDIAN);
        int at = 0;
        while (at + 4 <= extra.length()) {
            int end = at + 4 + EndRecords.u16(buffer, at + 2);
            if (EndRecords.u16(buffer, at) == LARGE && end <= extra.length()) {
                int value = at + 4;
                for (int i = 0; i < sizes.length; i++) {
                    if (sizes[i] == FULL && value + 8 <= end) {
                        sizes[i] = buffer.getLong(value);
                        value += 8;
                    }
                }
                return;
            }
            at = end;
        }
    }

    /** The name as text: UTF-8 where it is that, else the code page of the first IBM PC (APPNOTE appendix D). */
    public String name() {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(spelling.asBuffer())
                    .toString();
        } catch (CharacterCodingException e) {
            boolean known = Charset.isSupported("IBM437");
            return known ? Charset.forName("IBM437").decode(spelling.asBuffer()).toString() : spelling.latin1();
        }
    }

    public boolean isStore() {
        return spelling.equals(Octets.ofAscii(STORE));
    }

    /** A folder, which has a name and nothing else. */
    public boolean isFolder() {
        return compressed == 0 && size == 0 && spelling.length() > 0 && spelling.at(spelling.length() - 1) == '/';
    }

    /** The checksum in the header. */
    public ByteRange checksum() {
        return new ByteRange(header.start() + CRC_AT, CRC_LENGTH);
    }

    /** Why the content cannot be read as it stands; empty when it can. */
    Optional<String> unreadable() {
        if ((flags & ENCRYPTED) != 0) {
            return Optional.of("is encrypted");
        }
        return method != 0 || compressed != size ? Optional.of("is compressed") : Optional.empty();
    }
}
