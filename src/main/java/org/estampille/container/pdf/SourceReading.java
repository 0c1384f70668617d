package org.estampille.container.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.estampille.bytes.ByteSource;

/**
 * A source as PDFBox reads it. A failing disk is thrown unchecked: PDFBox takes an {@link IOException} for broken content and would
 * go on.
 */
final class SourceReading implements RandomAccessRead {

    private static final int WINDOW = 16 << 10;

    private final ByteSource source;
    private final byte[] window = new byte[WINDOW];
    private long base;
    private int filled;
    private long position;
    private boolean closed;

    SourceReading(ByteSource source) {
        this.source = source;
    }

    @Override
    public int read() {
        if (!fill()) {
            return -1;
        }
        int octet = window[(int) (position - base)] & 0xFF;
        position++;
        return octet;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        int done = 0;
        while (done < length && fill()) {
            int from = (int) (position - base);
            int count = Math.min(length - done, filled - from);
            System.arraycopy(window, from, target, offset + done, count);
            position += count;
            done += count;
        }
        return done == 0 && length > 0 ? -1 : done;
    }

    private boolean fill() {
        if (position >= source.length()) {
            return false;
        }
        if (position < base || position >= base + filled) {
            int count = (int) Math.min(WINDOW, source.length() - position);
            filled = 0;
            try {
                source.read(position, ByteBuffer.wrap(window, 0, count));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            base = position;
            filled = count;
        }
        return true;
    }

    @Override
    public long getPosition() {
        return position;
    }

    @Override
    public void seek(long to) throws IOException {
        if (to < 0) {
            throw new IOException("a negative offset");
        }
        position = Math.min(to, source.length());
    }

    @Override
    public long length() {
        return source.length();
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public boolean isEOF() {
        return position >= source.length();
    }

    @Override
    public RandomAccessReadView createView(long start, long length) {
        return new RandomAccessReadView(this, start, length);
    }

    @Override
    public void close() {
        closed = true;
    }
}
