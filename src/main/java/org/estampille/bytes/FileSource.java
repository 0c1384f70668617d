package org.estampille.bytes;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A source over a regular file. Its length is taken when it is opened; a file that shrinks later gives an end-of-file error. */
public final class FileSource implements ByteSource {

    private static final int HEAD = 64 << 10;
    /** Enough for a manifest store near the start. */
    private static final int WRITTEN_HEAD = 32 << 10;

    private static final int WHOLE = 256 << 10;
    private static final int NEAR = 4 << 10;
    private static final int FARTHEST = 64 << 10;
    private static final int SMALL = 64;

    private final Optional<FileState> state;
    private final FileChannel channel;
    private final long length;
    private final Octets head;
    private volatile Window near;

    /** Octets of the file that were read already; parsers ask for a few at a time, one beside the other. */
    private record Window(long start, Octets octets) {

        boolean holds(long position, int count) {
            return position >= start && position - start <= octets.length() - count;
        }

        /** How much to read from {@code position} on: more where a parser goes on from header to header than where it jumps. */
        int next(long position) {
            long ahead = position - start - octets.length();
            return ahead >= 0 && ahead < octets.length() ? Math.min(FARTHEST, 2 * octets.length()) : NEAR;
        }

        void copy(long position, ByteBuffer target) {
            octets.copyInto(target, (int) (position - start));
        }
    }

    private FileSource(Optional<FileState> state, FileChannel channel, long length, Octets head) {
        this.state = state;
        this.channel = channel;
        this.length = length;
        this.head = head;
        this.near = new Window(0, head);
    }

    /**
     * Opens {@code file} for reading. A file of up to 256 KiB is read whole, of a larger one the first 64 KiB, since every parser
     * starts there.
     *
     * @throws IOException when it cannot be read, or is a pipe, a device or a socket
     */
    @SuppressWarnings("resource") // the channel is closed with the source
    public static FileSource open(Path file) throws IOException {
        FileState state = FileState.toRead(file);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            return over(Optional.of(state), channel, WHOLE, HEAD);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** What was just written to an open file, to which nothing is written meanwhile; closing it closes the channel. */
    public static FileSource over(FileChannel channel) throws IOException {
        return over(Optional.empty(), channel, WRITTEN_HEAD, WRITTEN_HEAD);
    }

    /** Reads a file of up to {@code whole} octets whole, of others the first {@code most}. */
    private static FileSource over(Optional<FileState> state, FileChannel channel, int whole, int most)
            throws IOException {
        long length = channel.size();
        byte[] head = new byte[(int) (length <= whole ? length : most)];
        fill(channel, 0, ByteBuffer.wrap(head));
        return new FileSource(state, channel, length, Octets.adopt(head));
    }

    /** Opens {@code file} without reading anything yet, for a file that is read from end to end anyway. */
    @SuppressWarnings("resource") // the channel is closed with the source
    public static FileSource openToStream(Path file) throws IOException {
        FileState state = FileState.toRead(file);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        return new FileSource(Optional.of(state), channel, channel.size(), Octets.empty());
    }

    /** What the file was before it was opened. */
    public FileState state() {
        return state.orElseThrow();
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public Octets glance(long position, int count) throws IOException {
        if (holds(position, count)) {
            return head.slice((int) position, count);
        }
        if (isSmall(position, count)) {
            Window window = near(position, count);
            return window.octets.slice((int) (position - window.start), count);
        }
        return ByteSource.super.glance(position, count);
    }

    private boolean holds(long position, int count) {
        return position >= 0 && position <= head.length() - count;
    }

    @Override
    public void read(long position, ByteBuffer target) throws IOException {
        if (position < 0 || position > length - target.remaining()) {
            throw new EOFException(
                    "the file ends at " + length + ", " + target.remaining() + " octets are wanted at " + position);
        } else if (holds(position, target.remaining())) {
            head.copyInto(target, (int) position);
        } else if (isSmall(position, target.remaining())) {
            near(position, target.remaining()).copy(position, target);
        } else {
            fill(channel, position, target);
        }
    }

    private boolean isSmall(long position, int count) {
        return count <= SMALL && position >= 0 && position <= length - count;
    }

    /** A window that holds the octets asked for. Threads may replace each other's; each copies from the one it has seen. */
    private Window near(long position, int count) throws IOException {
        Window window = near;
        if (!window.holds(position, count)) {
            byte[] octets = new byte[(int) Math.min(window.next(position), length - position)];
            fill(channel, position, ByteBuffer.wrap(octets));
            window = new Window(position, Octets.adopt(octets));
            near = window;
        }
        return window;
    }

    private static void fill(FileChannel channel, long position, ByteBuffer target) throws IOException {
        long at = position;
        while (target.hasRemaining()) {
            int count = channel.read(target, at);
            if (count < 0) {
                throw new EOFException("the file ends at " + at + ", " + target.remaining() + " octets early");
            }
            at += count;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
