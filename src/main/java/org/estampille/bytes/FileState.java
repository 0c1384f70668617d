package org.estampille.bytes;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What the file system said of a file at one moment: by this it is known again, and a copy made like it. */
public final class FileState {

    private final Path path;
    private final BasicFileAttributes attributes;

    private FileState(Path path, BasicFileAttributes attributes) {
        this.path = path;
        this.attributes = attributes;
    }

    /**
     * Asks the file system; through a link, of what it leads to.
     *
     * @throws IOException when there is no such file, or it may not be asked
     */
    public static FileState of(Path file) throws IOException {
        Class<? extends BasicFileAttributes> known =
                Files.getFileAttributeView(file, PosixFileAttributeView.class) == null
                        ? BasicFileAttributes.class
                        : PosixFileAttributes.class;
        return new FileState(file, Files.readAttributes(file, known));
    }

    /**
     * The same for a file that is to be read.
     *
     * @throws IOException when it cannot be read, or is a pipe, a device or a socket: opening the one waits for somebody to write, and
     *     the others may never end
     */
    static FileState toRead(Path file) throws IOException {
        FileState state;
        try {
            state = of(file);
        } catch (IOException e) {
            // Opening it says better what is wrong.
            FileChannel.open(file, StandardOpenOption.READ).close();
            throw e;
        }
        if (state.attributes.isOther()) {
            throw new FileSystemException(file.toString(), null, "neither a file nor a folder, and may never end");
        }
        return state;
    }

    public Path path() {
        return path;
    }

    public FileTime modified() {
        return attributes.lastModifiedTime();
    }

    public FileTime created() {
        return attributes.creationTime();
    }

    /** Who may do what; empty where the file system does not say it in this way. */
    public Optional<Set<PosixFilePermission>> permissions() {
        return attributes instanceof PosixFileAttributes posix ? Optional.of(posix.permissions()) : Optional.empty();
    }

    /** Lets a file that replaces this one belong to the same people, as far as this process may give it away. */
    public void giveOwners(PosixFileAttributeView replacing) {
        if (attributes instanceof PosixFileAttributes posix) {
            attempt(() -> replacing.setGroup(posix.group()));
            attempt(() -> replacing.setOwner(posix.owner()));
        }
    }

    private interface Change {
        void make() throws IOException;
    }

    private static void attempt(Change change) {
        try {
            change.make();
        } catch (IOException e) {
            // It stays with the one who runs this, as with every program that may not do it.
        }
    }

    /** Whether {@code later} is the same file with the same content, as far as length, time and place tell. */
    private boolean isStill(FileState later) {
        return attributes.size() == later.attributes.size()
                && modified().equals(later.modified())
                && Objects.equals(attributes.fileKey(), later.attributes.fileKey());
    }

    /**
     * Checks that the file is what it was.
     *
     * @return what the file system says now
     * @throws IOException when it is not, or is gone
     */
    public FileState requireUnchanged() throws IOException {
        FileState now = of(path);
        if (!isStill(now)) {
            throw new FileSystemException(
                    path.toString(), null, "changed by somebody else while it was read; nothing was written");
        }
        return now;
    }
}
