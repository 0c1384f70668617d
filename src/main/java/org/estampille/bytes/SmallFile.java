package org.estampille.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The one door to files that are read from their beginning: declarations, keys, lists, saved pages. What may never end is refused
 * before it is opened, and every failure names the file.
 */
public final class SmallFile {

    private SmallFile() {}

    /**
     * The beginning of a file.
     *
     * @param most octets; ask for one more than is allowed to see that a file is too large
     * @throws FileSystemException for a folder, a pipe, a device or a socket
     */
    public static Octets start(Path file, int most) throws IOException {
        try (InputStream stream = open(file)) {
            return Octets.adopt(stream.readNBytes(most));
        }
    }

    /**
     * All of a file.
     *
     * @param most octets it may have
     * @throws FileSystemException when it has more, too
     */
    public static Octets whole(Path file, int most) throws IOException {
        Octets octets = start(file, most + 1);
        if (octets.length() > most) {
            throw new FileSystemException(file.toString(), null, "is larger than " + most + " octets");
        }
        return octets;
    }

    /**
     * All of a text in UTF-8.
     *
     * @throws CharacterCodingException when it is none
     */
    public static String text(Path file, int most) throws IOException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(whole(file, most).asBuffer())
                .toString();
    }

    /** For a file of any size that is read piece by piece. */
    public static InputStream open(Path file) throws IOException {
        FileState.toRead(file);
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "is a folder; name a file");
        }
        return Files.newInputStream(file);
    }
}
