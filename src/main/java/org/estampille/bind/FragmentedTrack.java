package org.estampille.bind;

import java.io.IOException;
import java.util.Optional;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;

/** The files of one fragmented track, as a playlist names them: some may not be there. */
public interface FragmentedTrack {

    /** What precedes the fragments: an initialization segment, or a file with fragments after it. The caller closes it. */
    ByteSource initialization() throws IOException;

    /** Whether the fragments lie in the same file as what precedes them. */
    boolean flat();

    /** Number of entries of the playlist; 0 for a flat file whose fragments nobody lists, so that they follow one another. */
    int size();

    /** The fragment in a file of its own at that place, which the caller closes; empty when it is not there. */
    Optional<ByteSource> fragment(int index) throws IOException;

    /** The octets of a flat file that the playlist names at that place; empty for all of it. */
    Optional<ByteRange> range(int index);
}
