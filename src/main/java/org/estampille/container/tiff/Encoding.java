package org.estampille.container.tiff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.container.HeaderWindow;

/**
 * How numbers stand in a TIFF file (TIFF 6.0 section 2; BigTIFF: TIFF-EP for 64 bits as libtiff describes it).
 *
 * @param big BigTIFF, with offsets and counts of 64 bits
 * @param littleEndian the octet order
 */
record Encoding(boolean big, boolean littleEndian) {

    private static final int CLASSIC_MAGIC = 42;
    private static final int BIG_MAGIC = 43;
    private static final int MOST_OFFSET_LENGTH = 8;
    private static final long LONGEST_CLASSIC = 0xFFFF_FFFFL;

    /** Reads the header of a file. */
    static Encoding read(HeaderWindow window) throws IOException, MalformedContentException {
        window.require(0, 8, "the header");
        int order = window.u16be(0);
        boolean little = order == 0x4949;
        verify(little || order == 0x4D4D, "starts with neither II nor MM");
        int magic = little ? window.u16le(2) : window.u16be(2);
        verify(magic == CLASSIC_MAGIC || magic == BIG_MAGIC, "no TIFF or BigTIFF number behind the octet order");
        Encoding encoding = new Encoding(magic == BIG_MAGIC, little);
        if (encoding.big()) {
            boolean usual = encoding.u16(window, 4) == MOST_OFFSET_LENGTH && encoding.u16(window, 6) == 0;
            verify(usual, "BigTIFF with offsets of another length than 8");
        }
        window.require(0, encoding.headerLength(), "the header");
        return encoding;
    }

    private static void verify(boolean condition, String cause) throws MalformedContentException {
        if (!condition) {
            throw new MalformedContentException(TiffFormat.NAME, new ByteRange(0, 0), cause);
        }
    }

    int headerLength() {
        return big ? 16 : 8;
    }

    /** Where the offset of the first directory stands. */
    int firstPointerAt() {
        return big ? 8 : 4;
    }

    /** Octets of an offset, of the count of an entry, and of the value that stands in an entry. */
    int offsetLength() {
        return big ? 8 : 4;
    }

    /** Octets of the number of entries in a directory. */
    int entryCountLength() {
        return big ? 8 : 2;
    }

    int entryLength() {
        return big ? 20 : 12;
    }

    int u16(HeaderWindow window, long at) throws IOException, MalformedContentException {
        return littleEndian ? window.u16le(at) : window.u16be(at);
    }

    /** An offset, or the count of an entry. */
    long offset(HeaderWindow window, long at) throws IOException, MalformedContentException {
        return value(window, at, offsetLength());
    }

    /** A value of 16, 32 or 64 bits. */
    long value(HeaderWindow window, long at, int length) throws IOException, MalformedContentException {
        return switch (length) {
            case 2 -> u16(window, at);
            case 4 -> littleEndian ? window.u32le(at) : window.u32be(at);
            default -> littleEndian ? window.u64le(at) : window.u64be(at);
        };
    }

    long entryCount(HeaderWindow window, long at) throws IOException, MalformedContentException {
        return big ? offset(window, at) : u16(window, at);
    }

    /** An offset, or the count of an entry, as it is written; one that a file of this kind cannot hold is malformed. */
    Octets offset(long value) throws MalformedContentException {
        if (!big && value > LONGEST_CLASSIC) {
            throw new MalformedContentException(
                    TiffFormat.NAME,
                    new ByteRange(0, 0),
                    "the manifest would stand beyond 4 GiB, which only BigTIFF can express; use --sidecar");
        }
        ByteBuffer buffer = buffer(offsetLength());
        return Octets.adopt((big ? buffer.putLong(value) : buffer.putInt((int) value)).array());
    }

    Octets entryCount(long value) {
        ByteBuffer buffer = buffer(entryCountLength());
        return Octets.adopt((big ? buffer.putLong(value) : buffer.putShort((short) value)).array());
    }

    Octets u16(int value) {
        return Octets.adopt(buffer(2).putShort((short) value).array());
    }

    private ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(littleEndian ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    }
}
