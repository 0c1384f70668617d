package org.estampille.container;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;
import org.estampille.bytes.ByteSource;

/** A layout read as if it were written already; the slot reads as zeros. Lets one reader serve files and plans. */
public final class LaidOutSource implements ByteSource {

    private final ByteSource source;
    private final TreeMap<Long, Segment> byStart = new TreeMap<>();
    private final long length;

    /**
     * @param source what {@link Segment.Copied} ranges refer to; not closed with this object
     * @param layout the file to be written
     */
    public LaidOutSource(ByteSource source, Layout layout) {
        this.source = source;
        long at = 0;
        for (Segment segment : layout.segments()) {
            if (segment.length() > 0) {
                byStart.put(at, segment);
                at += segment.length();
            }
        }
        this.length = at;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public void read(long position, ByteBuffer target) throws IOException {
        if (position < 0 || target.remaining() > length - position) {
            throw new EOFException("read past the end of the planned file");
        }
        int end = target.limit();
        long at = position;
        while (target.position() < end) {
            Map.Entry<Long, Segment> entry = byStart.floorEntry(at);
            long inside = at - entry.getKey();
            int count = (int) Math.min(end - target.position(), entry.getValue().length() - inside);
            target.limit(target.position() + count);
            fill(entry.getValue(), inside, target);
            target.limit(end);
            at += count;
        }
    }

    private void fill(Segment segment, long inside, ByteBuffer target) throws IOException {
        if (segment instanceof Segment.Copied copied) {
            source.read(copied.range().start() + inside, target);
        } else if (segment instanceof Segment.Fresh fresh) {
            target.put(fresh.octets().slice((int) inside, target.remaining()).asBuffer());
        } else {
            target.put(new byte[target.remaining()]);
        }
    }
}
