package org.estampille.embed;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.estampille.bytes.FileState;
import org.estampille.bytes.Octets;

/**
 * Keeps track of the files being written, so that an interrupted run can take its temporary files with it, and is not ended while a
 * file is changed where it stands. Safe for use by several threads.
 */
public final class StagingArea implements Closeable {

    private static final int LARGEST_BLOCK = 1 << 20;

    private final Set<StagedFile> open = ConcurrentHashMap.newKeySet();
    private final Supplier<String> names;
    private final Undo undo;

    /** Every change, and every beginning, holds it for reading; the end of a run takes it for good, and so waits for them. */
    private final ReadWriteLock changes = new ReentrantReadWriteLock();

    /**
     * An area in which no file can be moved by blocks.
     *
     * @param names gives a name no other process uses, fit for a file name, a call
     */
    public StagingArea(Supplier<String> names) {
        this(names, HeadShift.NONE);
    }

    /**
     * An area.
     *
     * @param names gives a name no other process uses, fit for a file name, a call
     * @param shifting moves the content of files that are changed where they stand
     */
    public StagingArea(Supplier<String> names, HeadShift shifting) {
        this(names, new Undo(shifting, Steps.NONE));
    }

    StagingArea(Supplier<String> names, Undo undo) {
        this.names = names;
        this.undo = undo;
    }

    /**
     * Starts a file.
     *
     * @param target what it is to become; its folder must exist
     */
    public StagedFile beside(Path target) throws IOException {
        return beside(target, Optional.empty());
    }

    /**
     * Starts a file that is made from another: it can be read by the same people, and takes its place only if the other is still what it
     * was.
     *
     * @param original what the other was before it was read
     */
    public StagedFile beside(Path target, FileState original) throws IOException {
        return beside(target, Optional.of(original));
    }

    /** After the end of a run nothing is begun any more: the lock is then not given again. */
    private StagedFile beside(Path target, Optional<FileState> original) throws IOException {
        changes.readLock().lock();
        try {
            StagedFile staged = StagedFile.beside(target, original, names.get(), open::remove);
            open.add(staged);
            return staged;
        } finally {
            changes.readLock().unlock();
        }
    }

    /**
     * By how many octets files beside {@code target} can be moved: one is moved there and back to find out.
     *
     * @return 0 where they cannot
     */
    public long step(Path target) {
        Path folder = Optional.ofNullable(target.toAbsolutePath().getParent()).orElse(target);
        try (StagedFile probe = beside(target)) {
            long block = Files.getFileStore(folder).getBlockSize();
            if (block <= 0 || block > LARGEST_BLOCK) {
                return 0;
            }
            Octets octets = Octets.zeros((int) block + 1);
            probe.write(0, octets);
            probe.move(undo.shifting(), block);
            boolean longer = probe.length() == 2 * block + 1;
            probe.move(undo.shifting(), -block);
            return longer && probe.length() == block + 1 ? block : 0;
        } catch (IOException | UnsupportedOperationException e) {
            return 0;
        }
    }

    /**
     * Changes a file where it stands.
     *
     * @param before what it was before it was read
     * @return empty when its file system refuses; the file is as it was then
     * @throws IOException when the file was changed by somebody else meanwhile, or could not be brought back
     */
    public Optional<ChangedFile> change(Path file, InPlaceChange change, FileState before) throws IOException {
        changes.readLock().lock();
        Optional<ChangedFile> changed = Optional.empty();
        try {
            changed = ChangedFile.change(file, change, before, undo, changes.readLock()::unlock);
            return changed;
        } finally {
            if (changed.isEmpty()) {
                changes.readLock().unlock();
            }
        }
    }

    /** Deletes what is not in its place yet; for the end of a run that was cut short. */
    @Override
    public void close() throws IOException {
        changes.writeLock().lock();
        for (StagedFile staged : open) {
            staged.close();
        }
    }
}
