package org.estampille.stream;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A fragment in a file of its own.
 *
 * @param file it lies in; it may not be there
 * @param stated when it is played as the manifest says; manifests are signed by nobody
 */
public record MediaSegment(Path file, Optional<TimeRange> stated) {}
