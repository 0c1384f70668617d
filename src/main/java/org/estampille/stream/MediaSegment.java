package org.estampille.stream;

import java.nio.file.Path;
import java.util.Optional;
import org.estampille.bytes.ByteRange;

/**
 * A fragment as a manifest names it.
 *
 * @param file it lies in; it may not be there
 * @param range of the file that it takes up; empty for all of it
 * @param stated when it is played as the manifest says; manifests are signed by nobody
 */
public record MediaSegment(Path file, Optional<ByteRange> range, Optional<TimeRange> stated) {

    /** A fragment in a file of its own. */
    MediaSegment(Path file, Optional<TimeRange> stated) {
        this(file, Optional.empty(), stated);
    }
}
