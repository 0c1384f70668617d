package org.estampille.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.estampille.bind.CollectionMembers;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.ReadLimits;
import org.estampille.collection.FolderFiles;
import org.estampille.extract.SidecarNames;

/**
 * The files in and below a folder. Links that lead out of it are not followed.
 *
 * @param folder as the file system names it, without links
 * @param manifest name of the file with the manifest, which is no member
 * @param limits bounds the number of files listed
 */
record FolderMembers(Path folder, String manifest, ReadLimits limits) implements CollectionMembers {

    /** The files around a manifest store. */
    static FolderMembers beside(Path store, ReadLimits limits) throws IOException {
        Path absolute = store.toAbsolutePath();
        return new FolderMembers(
                Optional.ofNullable(absolute.getParent()).orElse(absolute).toRealPath(),
                String.valueOf(absolute.getFileName()),
                limits);
    }

    @Override
    public Optional<ByteSource> open(List<String> path) throws IOException {
        return CollectionMembers.openBelow(folder, path);
    }

    @Override
    public Optional<List<List<String>>> list(List<String> place, boolean below)
            throws IOException, LimitExceededException {
        Path start = folder;
        for (String segment : place) {
            start = start.resolve(segment);
        }
        List<List<String>> paths = new ArrayList<>();
        if (Files.isDirectory(start)) {
            for (FolderFiles.Found found : FolderFiles.list(start, below, limits.items())) {
                List<String> path = new ArrayList<>(place);
                path.addAll(found.path());
                if (!path.equals(List.of(manifest)) && !isLater(path)) {
                    paths.add(path);
                }
            }
        }
        return Optional.of(paths);
    }

    /** Whether a file is a manifest of another day for these members and for the manifest itself: it speaks of them, and is none. */
    private boolean isLater(List<String> path) {
        Path file = folder.resolve(String.join("/", path));
        if (!SidecarNames.isSidecar(file)) {
            return false;
        }
        Path own = folder.resolve(manifest);
        Set<Path> covered = new HashSet<>(CollectionStore.members(file, limits));
        return covered.contains(own) && covered.containsAll(CollectionStore.members(own, limits));
    }
}
