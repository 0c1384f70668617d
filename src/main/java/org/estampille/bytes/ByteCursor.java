package org.estampille.bytes;

/**
 * A forward reader over {@link Octets} that never leaves them: every read past the end is a located
 * {@link MalformedContentException}.
 */
public final class ByteCursor {

    private final String format;
    private final Octets octets;
    private final long base;
    private int position;

    /**
     * @param format named in errors
     * @param octets what is read
     * @param base offset of the first octet in its file, for errors and {@link #offset()}
     */
    public ByteCursor(String format, Octets octets, long base) {
        this.format = format;
        this.octets = octets;
        this.base = base;
    }

    public int remaining() {
        return octets.length() - position;
    }

    public boolean atEnd() {
        return remaining() == 0;
    }

    /** Octets read so far. */
    public int position() {
        return position;
    }

    /** Where the next octet stands in the file. */
    public long offset() {
        return base + position;
    }

    public int u8() throws MalformedContentException {
        require(1);
        return octets.at(position++);
    }

    public int u16be() throws MalformedContentException {
        require(2);
        return u8() << 8 | u8();
    }

    public int u16le() throws MalformedContentException {
        require(2);
        return u8() | u8() << 8;
    }

    public long u32be() throws MalformedContentException {
        require(4);
        return (long) u16be() << 16 | u16be();
    }

    public long u32le() throws MalformedContentException {
        return Integer.reverseBytes((int) u32be()) & 0xFFFF_FFFFL;
    }

    /** A 64-bit value; one of 2^63 or more is malformed, since no file is that long. */
    public long u64be() throws MalformedContentException {
        long value = take(8).asBuffer().getLong(0);
        verify(value >= 0, "64-bit value over 2^63");
        return value;
    }

    public String fourcc() throws MalformedContentException {
        return take(4).latin1();
    }

    /** The next {@code count} octets. */
    public Octets take(long count) throws MalformedContentException {
        require(count);
        Octets taken = octets.slice(position, (int) count);
        position += (int) count;
        return taken;
    }

    /** The next {@code count} octets, without moving on. */
    public Octets peek(long count) throws MalformedContentException {
        Octets peeked = take(count);
        position -= peeked.length();
        return peeked;
    }

    public Octets rest() throws MalformedContentException {
        return take(remaining());
    }

    public void skip(long count) throws MalformedContentException {
        take(count);
    }

    /** UTF-8 text up to a zero octet, which is consumed and not returned. */
    public String cString() throws MalformedContentException {
        int end = position;
        while (end < octets.length() && octets.at(end) != 0) {
            end++;
        }
        verify(end < octets.length(), "text without its closing zero octet");
        String text = take(end - position).utf8();
        skip(1);
        return text;
    }

    private void require(long count) throws MalformedContentException {
        if (count < 0 || count > remaining()) {
            verify(false, "needs " + count + " octets, " + remaining() + " left");
        }
    }

    /**
     * Throws a located exception unless {@code condition} holds. The cause is made before it is known to be needed, so where this
     * is called for every item it should be a constant.
     */
    public void verify(boolean condition, String cause) throws MalformedContentException {
        if (!condition) {
            throw new MalformedContentException(format, new ByteRange(offset(), 0), cause);
        }
    }
}
