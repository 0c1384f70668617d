package org.estampille.embed;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.FileSource;
import org.estampille.bytes.FileState;
import org.estampille.bytes.Octets;
import org.jspecify.annotations.Nullable;

/**
 * A file being written beside its target under a temporary name. {@link #commit} puts it in the target's place in one step;
 * closing it without that deletes it, so that a failure leaves what was there.
 */
public final class StagedFile implements Closeable {

    private static final String TEMPORARY = ".estampille-tmp";

    private static final Set<OpenOption> NEW =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.READ);

    private final Path target;
    private final Path staged;
    private final FileChannel channel;
    private final Consumer<StagedFile> closed;
    private final Optional<FileState> original;
    private final boolean replacing;
    private volatile boolean committed;

    /** A file in an open channel; {@link #beside} opens one. */
    StagedFile(
            Path target,
            Path staged,
            FileChannel channel,
            Optional<FileState> original,
            boolean replacing,
            Consumer<StagedFile> closed) {
        this.original = original;
        this.replacing = replacing;
        this.closed = closed;
        this.target = target;
        this.staged = staged;
        this.channel = channel;
    }

    /**
     * Starts a file.
     *
     * @param target what it is to become; its folder must exist
     * @param original the file it is made from, and nobody may read it who may not read that one; empty for none
     * @param uniqueName distinguishes the temporary file from those of other processes
     * @param closed told when the file is in its place or gone
     */
    static StagedFile beside(Path target, Optional<FileState> original, String uniqueName, Consumer<StagedFile> closed)
            throws IOException {
        // What a link leads to is meant, not the link, which would become a file of its own.
        boolean there = Files.exists(target);
        Path real = there && Files.isSymbolicLink(target) ? target.toRealPath() : target;
        Path staged = real.resolveSibling("." + real.getFileName() + "." + uniqueName + TEMPORARY);
        return new StagedFile(real, staged, open(staged, real, original), original, there, closed);
    }

    /** Trouble is told of the target: nobody knows the other name. */
    private static FileChannel open(Path staged, Path target, Optional<FileState> original) throws IOException {
        FileAttribute<?>[] permissions = original.flatMap(FileState::permissions)
                .map(allowed -> new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(allowed)})
                .orElse(new FileAttribute<?>[0]);
        try {
            return FileChannel.open(staged, NEW, permissions);
        } catch (AccessDeniedException e) {
            Path folder = target.toAbsolutePath().getParent();
            AccessDeniedException denied = new AccessDeniedException(String.valueOf(folder));
            denied.initCause(e);
            throw denied;
        } catch (FileSystemException e) {
            String reason = e instanceof NoSuchFileException || e.getReason() == null
                    ? "no file can be made in this folder"
                    : e.getReason();
            FileSystemException refused = new FileSystemException(target.toString(), null, reason);
            refused.initCause(e);
            throw refused;
        }
    }

    /** Where it is until it takes its place, for a program that writes it itself. */
    public Path path() {
        return staged;
    }

    /**
     * Writes all of {@code octets} at {@code position}.
     *
     * @throws FileSystemException when they cannot be written, such as on a full disk; it names the target and the disk
     */
    public void write(long position, ByteBuffer octets) throws IOException {
        long at = position;
        while (octets.hasRemaining()) {
            try {
                at += channel.write(octets, at);
            } catch (ClosedChannelException e) {
                // By the end of a run that was cut short, which takes what is not finished with it.
                throw new FileSystemException(target.toString(), null, "interrupted");
            } catch (IOException e) {
                throw named(e);
            }
        }
    }

    /** Whether files that are being written have such names, which those of a killed run keep. */
    public static boolean isTemporary(String name) {
        return name.startsWith(".") && name.endsWith(TEMPORARY);
    }

    /** The channel knows of no name, and the temporary one would say nothing to anybody. */
    private FileSystemException named(IOException cause) {
        String disk = disk(target.toAbsolutePath().getParent());
        FileSystemException named = new FileSystemException(target.toString(), null, cause.getMessage() + disk);
        named.initCause(cause);
        return named;
    }

    private static String disk(@Nullable Path folder) {
        try {
            return folder == null ? "" : ", disk " + Files.getFileStore(folder);
        } catch (IOException e) {
            return "";
        }
    }

    public void write(long position, Octets octets) throws IOException {
        write(position, octets.asBuffer());
    }

    /** Octets written so far. */
    public long length() throws IOException {
        return channel.size();
    }

    /** What was written, to be read before anything else is; it needs no closing, and cannot be read once this is closed. */
    public ByteSource written() throws IOException {
        return FileSource.over(channel);
    }

    /** Moves what was written so far, to see whether that can be done here. */
    void move(HeadShift shifting, long octets) throws IOException {
        shifting.shift(staged, octets);
    }

    /**
     * Takes the target's place in one step, with the modification time of the file it was made from and, where the file system has them,
     * its permissions. Where nothing may be replaced nothing is, not even what appears in that very moment; only on a file system without
     * hard links a moment is left between the last look and the step.
     *
     * @param replace whether an existing target may go
     * @throws IOException when the file it was made from is not what it was
     * @throws FileAlreadyExistsException when it may not and there is one
     */
    public void commit(boolean replace) throws IOException {
        channel.close();
        if (original.isPresent()) {
            keep(original.get().requireUnchanged());
        }
        if (replace || !linked()) {
            Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE);
        }
        committed = true;
    }

    /**
     * A second name is given only where there is none, in one step; a file is moved over whatever is there.
     *
     * @return false where a second name cannot be given, mostly since there are no hard links, and nothing is there
     */
    private boolean linked() throws IOException {
        try {
            Files.createLink(target, staged);
        } catch (FileSystemException | UnsupportedOperationException e) {
            if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException(target.toString());
            }
            return false;
        }
        try {
            Files.deleteIfExists(staged);
        } catch (IOException e) {
            // The file is whole and in its place; the other name goes with what killed runs leave.
        }
        return true;
    }

    private void keep(FileState like) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(staged, PosixFileAttributeView.class);
        if (view == null) {
            Files.setLastModifiedTime(staged, like.modified());
        } else {
            if (replacing && Files.isSameFile(target, like.path())) {
                like.giveOwners(view);
            }
            view.setPermissions(like.permissions().orElse(Set.of()));
            view.setTimes(like.modified(), like.modified(), like.created());
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        if (!committed) {
            Files.deleteIfExists(staged);
        }
        closed.accept(this);
    }
}
