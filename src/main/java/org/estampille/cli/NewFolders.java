package org.estampille.cli;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Folders that were made for a file that is to come; those in which nothing stands in the end go again. */
final class NewFolders implements AutoCloseable {

    private final Path target;

    /** The deepest first. */
    private final List<Path> made;

    private NewFolders(Path target, List<Path> made) {
        this.target = target;
        this.made = List.copyOf(made);
    }

    /** The file that is to come. */
    Path target() {
        return target;
    }

    /** Makes the folders above {@code target} that are not there. */
    static NewFolders above(Path target) throws IOException {
        List<Path> missing = new ArrayList<>();
        Path folder = target.toAbsolutePath().getParent();
        for (Path above = folder; above != null && !Files.exists(above); above = above.getParent()) {
            missing.add(above);
        }
        if (folder != null) {
            Files.createDirectories(folder);
        }
        return new NewFolders(target, missing);
    }

    @Override
    public void close() throws IOException {
        for (Path folder : made) {
            try {
                Files.deleteIfExists(folder);
            } catch (DirectoryNotEmptyException holdsTheFile) {
                return;
            }
        }
    }
}
