package org.estampille.embed;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.estampille.asset.PendingChange;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;

/** An undo record on the disk, locked as long as somebody works with it: a record that is not locked was left behind. */
final class UndoFile implements Closeable {

    private final Path path;
    private final FileChannel channel;
    private final Undo undo;

    private UndoFile(Path path, FileChannel channel, Undo undo) {
        this.path = path;
        this.channel = channel;
        this.undo = undo;
    }

    /**
     * Writes the record of {@code file}. The closing hash comes after all else is on the disk: a record without it says that
     * nothing was changed yet. Only its owner can read it, whoever may read the file.
     *
     * @throws IOException when there is one already, or none can be made
     */
    static UndoFile create(Path file, UndoRecord record, Undo undo) throws IOException {
        Path path = PendingChange.recordOf(file);
        undo.steps().next();
        FileChannel channel = create(path);
        UndoFile created = new UndoFile(path, channel, undo);
        boolean complete = false;
        try {
            created.lock();
            created.write(record.body());
            complete = true;
            return created;
        } finally {
            if (!complete) {
                try (created) {
                    created.delete();
                }
            }
        }
    }

    private static FileChannel create(Path path) throws IOException {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] owners = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try {
            return FileChannel.open(
                    path,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE),
                    owners);
        } catch (FileAlreadyExistsException e) {
            throw new FileSystemException(path.toString(), null, "another process changes this file right now");
        }
    }

    private void write(Octets body) throws IOException {
        undo.write(channel, 0, body);
        undo.force(channel);
        undo.write(channel, body.length(), UndoRecord.hash(body));
        undo.force(channel);
        forceFolder();
    }

    /**
     * Opens the record at {@code path}.
     *
     * @throws IOException when it is in use
     */
    static UndoFile open(Path path, Undo undo) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        UndoFile opened = new UndoFile(path, channel, undo);
        try {
            opened.lock();
            return opened;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private void lock() throws IOException {
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            throw new IOException("it is being changed right now", e);
        }
        throw new IOException("it is being changed right now by another process");
    }

    /**
     * The record; empty when it was cut short while it was written, so that nothing else was.
     *
     * @throws MalformedContentException when it is damaged
     */
    Optional<UndoRecord> read() throws IOException, MalformedContentException {
        long length = channel.size();
        if (length > UndoRecord.MOST) {
            throw new IOException("its undo record is longer than any");
        }
        ByteBuffer buffer = ByteBuffer.allocate((int) length);
        while (buffer.hasRemaining() && channel.read(buffer, buffer.position()) >= 0) {
            // reads on
        }
        Octets octets = Octets.adopt(buffer.array());
        return UndoRecord.isUnfinished(octets) ? Optional.empty() : Optional.of(UndoRecord.read(octets));
    }

    /** The change is complete, or undone. */
    void delete() throws IOException {
        undo.steps().next();
        Files.deleteIfExists(path);
        forceFolder();
    }

    /** Puts the names in the folder on the disk, where the system lets folders be opened. */
    private void forceFolder() {
        try (FileChannel folder = FileChannel.open(path.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            return;
        }
    }

    /** Gives the lock up; the record stays. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
