package org.estampille.marks;

import com.drew.lang.BufferBoundsException;
import com.drew.lang.RandomAccessReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.estampille.bytes.ByteSource;

/** A source as metadata-extractor reads it; no field of more than a mebibyte is taken into memory. */
final class SourceReader extends RandomAccessReader {

    private static final int LONGEST = 1 << 20;
    private static final int WINDOW = 4 << 10;

    private final ByteSource source;
    private final byte[] window = new byte[WINDOW];
    private long windowStart = -1;
    private int windowLength;

    SourceReader(ByteSource source) {
        this.source = source;
    }

    @Override
    public int toUnshiftedOffset(int offset) {
        return offset;
    }

    @Override
    public byte getByte(int index) throws IOException {
        validateIndex(index, 1);
        if (windowStart < 0 || index < windowStart || index >= windowStart + windowLength) {
            windowLength = (int) Math.min(WINDOW, source.length() - index);
            source.read(index, ByteBuffer.wrap(window, 0, windowLength));
            windowStart = index;
        }
        return window[(int) (index - windowStart)];
    }

    @Override
    public byte[] getBytes(int index, int count) throws IOException {
        validateIndex(index, count);
        byte[] bytes = new byte[count];
        source.read(index, ByteBuffer.wrap(bytes));
        return bytes;
    }

    @Override
    protected void validateIndex(int index, int requested) throws IOException {
        if (!isValidIndex(index, requested) || requested > LONGEST) {
            throw new BufferBoundsException(index, requested, source.length());
        }
    }

    @Override
    protected boolean isValidIndex(int index, int requested) {
        return index >= 0 && requested >= 0 && (long) index + requested <= source.length();
    }

    @Override
    public long getLength() {
        return source.length();
    }
}
