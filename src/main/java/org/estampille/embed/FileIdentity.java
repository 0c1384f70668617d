package org.estampille.embed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.estampille.bytes.FileState;

/**
 * By what a file is known again while it is read.
 *
 * @param length in octets
 * @param modified its modification time
 * @param key that the file system gives it; empty where it gives none
 */
public record FileIdentity(long length, FileTime modified, Optional<Object> key) {

    /**
     * Takes it from a file.
     *
     * @return empty when the name is not that of a regular file, or the file has other names too, which a change where it stands
     *     would meet as well
     */
    public static Optional<FileIdentity> of(Path file) throws IOException {
        BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return found.isRegularFile() && names(file) == 1
                ? Optional.of(
                        new FileIdentity(found.size(), found.lastModifiedTime(), Optional.ofNullable(found.fileKey())))
                : Optional.empty();
    }

    /**
     * Takes it from the file that was opened.
     *
     * @return empty likewise
     * @throws IOException when the name leads to another file by now, or that file was written to
     */
    public static Optional<FileIdentity> of(FileState opened) throws IOException {
        opened.requireUnchanged();
        return of(opened.path());
    }

    private static int names(Path file) throws IOException {
        boolean counted = file.getFileSystem().supportedFileAttributeViews().contains("unix");
        return counted && Files.getAttribute(file, "unix:nlink", LinkOption.NOFOLLOW_LINKS) instanceof Integer count
                ? count
                : 1;
    }

    /**
     * Checks that {@code file} is what it was.
     *
     * @throws IOException when it is not
     */
    void require(Path file) throws IOException {
        if (!of(file).equals(Optional.of(this))) {
            throw FileState.changed(file);
        }
    }
}
