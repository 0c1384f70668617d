package org.estampille.bind;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.ByteSource;

/** The files a collection hash speaks of, found below the place of the manifest. */
public interface CollectionMembers {

    /**
     * Opens a member; the caller closes it.
     *
     * @param path below the place of the manifest, decoded, without {@code .} and {@code ..}
     * @return empty when there is no such file, or it is not inside
     */
    Optional<ByteSource> open(List<String> path) throws IOException;
}
