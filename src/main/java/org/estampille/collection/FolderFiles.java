package org.estampille.collection;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.estampille.asset.PendingChange;
import org.estampille.bytes.LimitExceededException;

/** The files below a folder that count as its content. What systems and copy tools strew about does not, and is no change. */
public final class FolderFiles {

    private static final Set<String> STREWN = Set.of(".DS_Store", "Thumbs.db", "desktop.ini");
    private static final String MHL_FOLDER = "ascmhl";
    private static final int DEPTH = 32;

    private FolderFiles() {}

    /**
     * One file.
     *
     * @param path below the folder, one item a segment
     * @param link whether it is a symbolic link
     */
    public record Found(List<String> path, boolean link) {
        public Found {
            path = List.copyOf(path);
        }

        /** The path with slashes. */
        public String name() {
            return String.join("/", path);
        }
    }

    /**
     * Lists the files in {@code folder} and, where asked, in the folders below it, by name. Links are listed, not followed.
     *
     * @param below whether to look into folders
     * @param atMost files
     * @throws LimitExceededException when there are more files than that
     */
    public static List<Found> list(Path folder, boolean below, int atMost) throws IOException, LimitExceededException {
        List<Found> found = new ArrayList<>();
        Files.walkFileTree(folder, Set.of(), below ? DEPTH : 1, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                boolean history = !directory.equals(folder)
                        && String.valueOf(directory.getFileName()).equals(MHL_FOLDER);
                return history ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                boolean folderNotEntered = attributes.isDirectory() && !below;
                if (attributes.isDirectory() && below) {
                    throw new FileSystemException(
                            file.toString(),
                            null,
                            "lies deeper than " + DEPTH + " folders, where files are not looked for");
                }
                if (!folderNotEntered && isContent(folder.relativize(file))) {
                    List<String> path = new ArrayList<>();
                    folder.relativize(file).forEach(segment -> path.add(segment.toString()));
                    found.add(new Found(path, attributes.isSymbolicLink()));
                }
                return found.size() > atMost ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
            }
        });
        LimitExceededException.check("files in a folder", found.size(), atMost);
        found.sort(Comparator.comparing(Found::name));
        return found;
    }

    /**
     * Whether a file counts as content of a folder: neither strewn about nor in a folder of a hash list's history.
     *
     * @param below path below that folder
     */
    public static boolean isContent(Path below) {
        Path folders = below.getParent();
        if (folders != null) {
            for (Path segment : folders) {
                if (segment.toString().equals(MHL_FOLDER)) {
                    return false;
                }
            }
        }
        return !isStrewn(String.valueOf(below.getFileName()));
    }

    /** Whether a file of that name is no content: what desktops leave, and files this program is just writing. */
    private static boolean isStrewn(String name) {
        return STREWN.contains(name)
                || name.startsWith("._")
                || name.endsWith(".estampille-tmp")
                || PendingChange.isRecord(name);
    }
}
