package org.estampille.bind;

import java.io.IOException;
import java.util.Optional;
import org.estampille.bytes.ByteSource;

/** The files of one fragmented track, as a playlist names them: some may not be there. */
public interface FragmentedTrack {

    /** What precedes the fragments: an initialization segment, or a file with fragments after it. The caller closes it. */
    ByteSource initialization() throws IOException;

    /** Whether the fragments lie in the same file as what precedes them. */
    boolean flat();

    /** Number of fragments in files of their own; of no meaning for a flat file. */
    int size();

    /** The fragment at that place, which the caller closes; empty when it is not there. */
    Optional<ByteSource> fragment(int index) throws IOException;
}
