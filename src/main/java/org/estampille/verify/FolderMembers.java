package org.estampille.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.estampille.bind.CollectionMembers;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.FileSource;

/**
 * The files in and below a folder. Links that lead out of it are not followed.
 *
 * @param folder as the file system names it, without links
 */
record FolderMembers(Path folder) implements CollectionMembers {

    /** The files around a manifest store. */
    static FolderMembers beside(Path store) throws IOException {
        Path absolute = store.toAbsolutePath();
        return new FolderMembers(
                Optional.ofNullable(absolute.getParent()).orElse(absolute).toRealPath());
    }

    @Override
    public Optional<ByteSource> open(List<String> path) throws IOException {
        Path file = folder;
        try {
            for (String segment : path) {
                file = file.resolve(segment);
            }
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
        if (!Files.isRegularFile(file) || !file.toRealPath().startsWith(folder)) {
            return Optional.empty();
        }
        return Optional.of(FileSource.open(file));
    }
}
