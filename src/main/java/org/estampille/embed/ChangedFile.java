package org.estampille.embed;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.estampille.bytes.FileSource;
import org.estampille.bytes.FileState;

/**
 * A file that was changed where it stands and can still be brought back: {@link #keep} makes the change final, closing it without
 * that undoes it. A process killed in between leaves the undo record, with which {@link Recovery} brings the file back.
 */
public final class ChangedFile implements Closeable {

    private final Path file;
    private final UndoFile record;
    private final UndoRecord undoing;
    private final Undo undo;
    private final Runnable closed;
    private boolean settled;

    private ChangedFile(Path file, UndoFile record, UndoRecord undoing, Undo undo, Runnable closed) {
        this.file = file;
        this.record = record;
        this.undoing = undoing;
        this.undo = undo;
        this.closed = closed;
    }

    /**
     * Changes {@code file}.
     *
     * @param before what the file was before it was read
     * @return empty when its file system refuses; the file is as it was then
     * @throws IOException when the file was changed by somebody else meanwhile, or could not be brought back
     */
    static Optional<ChangedFile> change(Path file, InPlaceChange change, FileState before, Undo undo, Runnable closed)
            throws IOException {
        before.requireUnchanged();
        if (!SoleFile.is(file) || !Undo.mayWrite(file)) {
            return Optional.empty();
        }
        UndoRecord undoing;
        try (FileSource source = FileSource.openToStream(file)) {
            undoing = UndoRecord.of(source, change, before.modified());
        }
        UndoFile record = UndoFile.create(file, undoing, undo);
        ChangedFile changed = new ChangedFile(file, record, undoing, undo, closed);
        boolean applied = false;
        try {
            undo.apply(file, change);
            applied = true;
            return Optional.of(changed);
        } catch (IOException e) {
            return Optional.empty();
        } finally {
            if (!applied) {
                try (record) {
                    changed.revert();
                }
            }
        }
    }

    /**
     * What the file holds now.
     *
     * @throws IOException when it cannot be read
     */
    public FileSource open() throws IOException {
        return FileSource.open(file);
    }

    /** Makes the change final; the file keeps its modification time. */
    public void keep() throws IOException {
        undo.steps().next();
        Files.setLastModifiedTime(file, undoing.modified());
        record.delete();
        settled = true;
    }

    /** Undoes a change that was not kept. */
    @Override
    public void close() throws IOException {
        try (record) {
            if (!settled) {
                settled = true;
                revert();
            }
        } finally {
            closed.run();
        }
    }

    private void revert() throws IOException {
        try {
            undo.revert(file, undoing);
            record.delete();
        } catch (IOException e) {
            throw new IOException(
                    "a change of " + file + " could not be undone (" + e.getMessage()
                            + "); 'estampille recover' tries again",
                    e);
        }
    }
}
