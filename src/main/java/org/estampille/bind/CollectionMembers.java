package org.estampille.bind;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.ByteSource;
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
