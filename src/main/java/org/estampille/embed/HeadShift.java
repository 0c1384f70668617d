package org.estampille.embed;

import java.io.IOException;
import java.nio.file.Path;

/** Moves the content of a file by whole blocks of its file system without copying it. */
@FunctionalInterface
public interface HeadShift {

    /** Where no system call does that. */
    HeadShift NONE = (file, octets) -> {
        throw new IOException("blocks cannot be inserted into files here");
    };

    /**
     * Makes {@code file} longer or shorter at its start.
     *
     * @param octets multiple of the block size: so many zeros are inserted at offset 0, or, if negative, so many octets removed
     * @throws IOException when the file system cannot, and the file is as it was
     */
    void shift(Path file, long octets) throws IOException;
}
