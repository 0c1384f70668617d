package org.estampille.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;

/**
 * A small window on a source for walking headers: it is filled where a value is asked for and moves with the walk, so that what
 * lies between headers is never read. A value that ends past the file is a located {@link MalformedContentException}.
 */
public final class HeaderWindow {

    private final String format;
    private final ByteSource source;
    private final byte[] bytes;
    private final ByteBuffer bigEndian;
    private final ByteBuffer littleEndian;
    private long base;
    private int filled;

    /**
     * @param format named in errors
     * @param source what is walked
     * @param capacity octets read at once; the longest value that can be asked for
     */
    public HeaderWindow(String format, ByteSource source, int capacity) {
        this.format = format;
        this.source = source;
        this.bytes = new byte[capacity];
        this.bigEndian = ByteBuffer.wrap(bytes);
        this.littleEndian = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Octets of the source. */
    public long length() {
        return source.length();
    }

    public int u8(long at) throws IOException, MalformedContentException {
        return bytes[index(at, 1)] & 0xFF;
    }

    public int u16be(long at) throws IOException, MalformedContentException {
        return bigEndian.getShort(index(at, 2)) & 0xFFFF;
    }

    public int u16le(long at) throws IOException, MalformedContentException {
        return littleEndian.getShort(index(at, 2)) & 0xFFFF;
    }

    public long u32be(long at) throws IOException, MalformedContentException {
        return bigEndian.getInt(index(at, 4)) & 0xFFFF_FFFFL;
    }

    public long u32le(long at) throws IOException, MalformedContentException {
        return littleEndian.getInt(index(at, 4)) & 0xFFFF_FFFFL;
    }

    /** A 64-bit value; one of 2^63 or more is malformed, since no file is that long. */
    public long u64be(long at) throws IOException, MalformedContentException {
        return checked(at, bigEndian.getLong(index(at, 8)));
    }

    /** The same with the lowest octet first. */
    public long u64le(long at) throws IOException, MalformedContentException {
        return checked(at, littleEndian.getLong(index(at, 8)));
    }

    private long checked(long at, long value) throws MalformedContentException {
        if (value < 0) {
            throw new MalformedContentException(format, new ByteRange(at, 8), "64-bit value over 2^63");
        }
        return value;
    }

    /** Four octets as characters, one each, whatever they are. */
    public String fourcc(long at) throws IOException, MalformedContentException {
        return new String(bytes, index(at, 4), 4, StandardCharsets.ISO_8859_1);
    }

    /** A copy of {@code count} octets, at most the capacity. */
    public Octets octets(long at, int count) throws IOException, MalformedContentException {
        int from = index(at, count);
        return Octets.adopt(Arrays.copyOfRange(bytes, from, from + count));
    }

    /** Throws unless {@code count} octets stand at {@code at}; reads nothing. */
    public void require(long at, long count, String what) throws MalformedContentException {
        if (count > length() - at) {
            throw new MalformedContentException(
                    format,
                    new ByteRange(at, length() - at),
                    what + " needs " + count + " octets, the file has " + (length() - at) + " left");
        }
    }

    private int index(long at, int count) throws IOException, MalformedContentException {
        if (at < base || at + count > base + filled) {
            require(at, count, "a header");
            int wanted = (int) Math.min(bytes.length, length() - at);
            filled = 0;
            source.read(at, ByteBuffer.wrap(bytes, 0, wanted));
            base = at;
            filled = wanted;
        }
        return (int) (at - base);
    }
}
