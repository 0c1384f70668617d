package org.estampille.embed;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Folders that were made for files that are to come; those in which nothing stands in the end go again. Threads may share one, and
 * it is closed when all of them are done.
 */
public final class NewFolders implements Closeable {

    /** The deepest first. */
    private final Set<Path> made = new ConcurrentSkipListSet<>(
            Comparator.comparingInt(Path::getNameCount).reversed().thenComparing(Comparator.naturalOrder()));

    /**
     * Makes the folders above {@code target} that are not there.
     *
     * @throws IOException when one of them cannot be made; those above it go when this is closed
     */
    public void above(Path target) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        if (folder != null) {
            make(folder);
        }
    }

    private void make(Path folder) throws IOException {
        // Asked first, since making what is there already fails first, for every file of a batch.
        if (Files.exists(folder)) {
            return;
        }
        above(folder);
        try {
            Files.createDirectory(folder);
            made.add(folder);
        } catch (FileAlreadyExistsException e) {
            // Another thread was faster, or the name ends in a dot and says again what was just made.
            if (!Files.isDirectory(folder)) {
                throw new FileSystemException(folder.toString(), null, "Not a directory");
            }
        }
    }

    /**
     * Deletes those of the folders that are empty.
     *
     * @throws IOException when an empty one cannot be deleted
     */
    @Override
    public void close() throws IOException {
        for (Path folder : made) {
            try {
                Files.deleteIfExists(folder);
            } catch (DirectoryNotEmptyException e) {
                // It holds what it was made for.
            }
        }
    }
}
