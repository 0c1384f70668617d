package org.estampille.bytes;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/** A source over a regular file. Its length is taken when it is opened; a file that shrinks later gives an end-of-file error. */
public final class FileSource implements ByteSource {

    private static final int HEAD = 64 << 10;
    private static final int WHOLE = 256 << 10;

    private final FileChannel channel;
    private final long length;
    private final Octets head;

    private FileSource(FileChannel channel, long length, Octets head) {
        this.channel = channel;
        this.length = length;
        this.head = head;
    }

    /**
     * Opens {@code file} for reading. A file of up to 256 KiB is read whole, of a larger one the first 64 KiB, since every parser
     * starts there.
     *
     * @throws IOException when it cannot be read, or is a pipe, a device or a socket
     */
    @SuppressWarnings("resource") // the channel is closed with the source
    public static FileSource open(Path file) throws IOException {
        refuseEndless(file);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            long length = channel.size();
            byte[] head = new byte[(int) (length <= WHOLE ? length : HEAD)];
            fill(channel, 0, ByteBuffer.wrap(head));
            return new FileSource(channel, length, Octets.adopt(head));
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Opens {@code file} without reading anything yet, for a file that is read from end to end anyway. */
    @SuppressWarnings("resource") // the channel is closed with the source
    public static FileSource openToStream(Path file) throws IOException {
        refuseEndless(file);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        return new FileSource(channel, channel.size(), Octets.empty());
    }

    /** Opening a pipe waits for somebody to write, and a device may never end. */
    static void refuseEndless(Path file) throws IOException {
        if (Files.exists(file)
                && Files.readAttributes(file, BasicFileAttributes.class).isOther()) {
            throw new FileSystemException(file.toString(), null, "neither a file nor a folder, and may never end");
        }
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public Octets glance(long position, int count) throws IOException {
        return holds(position, count) ? head.slice((int) position, count) : ByteSource.super.glance(position, count);
    }

    private boolean holds(long position, int count) {
        return position >= 0 && position + count <= head.length();
    }

    @Override
    public void read(long position, ByteBuffer target) throws IOException {
        if (holds(position, target.remaining())) {
            target.put(head.slice((int) position, target.remaining()).asBuffer());
        } else {
            fill(channel, position, target);
        }
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
