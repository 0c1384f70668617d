package org.estampille.embed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Which files may be changed where they stand. */
public final class SoleFile {

    private SoleFile() {}

    /**
     * Whether the name is that of a regular file, no link to one, which has no other name: a change would meet that as well.
     *
     * @throws IOException when there is no such file
     */
    public static boolean is(Path file) throws IOException {
        BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return found.isRegularFile() && names(file) == 1;
    }

    private static int names(Path file) throws IOException {
        boolean counted = file.getFileSystem().supportedFileAttributeViews().contains("unix");
        return counted && Files.getAttribute(file, "unix:nlink", LinkOption.NOFOLLOW_LINKS) instanceof Integer count
                ? count
                : 1;
    }
}
