package org.estampille.bind;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.FileSource;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.LimitExceededException;

/** The files a collection hash speaks of, found below the place of the manifest. */
public interface CollectionMembers {

    /**
     * Opens a member; the caller closes it.
     *
     * @param path below the place of the manifest, decoded, without {@code .} and {@code ..}
     * @return empty when there is no such file, or it is not inside
     */
    Optional<ByteSource> open(List<String> path) throws IOException;

    /**
     * What hashing a member gave, where that was done already.
     *
     * @param path as for {@link #open}
     */
    default Optional<MemberDigests.Result> hashed(List<String> path, HashAlgorithm algorithm) {
        return Optional.empty();
    }

    /**
     * Opens a file below a folder; links that lead out of it are not followed. Where there is none of that name, the one whose name
     * differs only in how Unicode composes its letters is taken, if it is the only one.
     *
     * @param folder as the file system names it, without links
     * @return empty when there is no such file, or it is not inside
     */
    static Optional<ByteSource> openBelow(Path folder, List<String> path) throws IOException {
        Path file = folder;
        try {
            for (String segment : path) {
                file = file.resolve(segment);
            }
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
        if (!Files.isRegularFile(file)) {
            file = RespelledPath.find(folder, path).orElse(file);
        }
        if (!Files.isRegularFile(file) || !file.toRealPath().startsWith(folder)) {
            return Optional.empty();
        }
        return Optional.of(FileSource.openToStream(file));
    }

    /**
     * Lists what is there, to find files that no manifest speaks of.
     *
     * @param folder below the place of the manifest; none for that place itself
     * @param below whether the folders in it count too
     * @return paths below the place of the manifest, without the manifest itself and later ones of the same members; empty when
     *     this source cannot list
     * @throws LimitExceededException when there are more than the limits allow
     */
    default Optional<List<List<String>>> list(List<String> folder, boolean below)
            throws IOException, LimitExceededException {
        return Optional.empty();
    }
}
