package org.estampille.embed;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Linux: {@code fallocate(2)} with {@code FALLOC_FL_INSERT_RANGE} and {@code FALLOC_FL_COLLAPSE_RANGE}, which ext4 and XFS have.
 * The C library is loaded when the first file is to be moved.
 */
public final class FallocateShift implements HeadShift {

    private static final int O_RDWR = 2;
    private static final int O_CLOEXEC = 0x80000;
    private static final int COLLAPSE_RANGE = 0x08;
    private static final int INSERT_RANGE = 0x20;

    /** What is called of the C library; sizes are those of 64-bit systems. */
    interface CLibrary extends Library {
        int open(String path, int flags) throws LastErrorException;

        int fallocate(int descriptor, int mode, long offset, long length) throws LastErrorException;

        int close(int descriptor);
    }

    @Override
    public void shift(Path file, long octets) throws IOException {
        try {
            shift(library(), file, octets);
        } catch (LastErrorException e) {
            throw new IOException("the file system refuses to move " + file + " by blocks: " + e.getMessage(), e);
        } catch (LinkageError e) {
            throw new IOException("the C library of this system cannot be called: " + e.getMessage(), e);
        }
    }

    private static void shift(CLibrary library, Path file, long octets) throws IOException {
        int descriptor = library.open(file.toAbsolutePath().toString(), O_RDWR | O_CLOEXEC);
        try {
            // A name in another encoding, or one that was given to another file meanwhile, would move the wrong one.
            if (!Files.isSameFile(Path.of("/proc/self/fd/" + descriptor), file)) {
                throw new IOException(file + " is not the file that was opened under this name");
            }
            library.fallocate(descriptor, octets < 0 ? COLLAPSE_RANGE : INSERT_RANGE, 0, Math.abs(octets));
        } finally {
            library.close(descriptor);
        }
    }

    private static CLibrary library() {
        String names = System.getProperty("sun.jnu.encoding", "UTF-8");
        return Native.load("c", CLibrary.class, Map.of(Library.OPTION_STRING_ENCODING, names));
    }
}
