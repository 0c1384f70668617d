package org.estampille.tag;

import java.nio.file.Path;
import java.util.List;

/**
 * What came of a stream.
 *
 * @param written its manifest, or its folder
 * @param manifest label of the manifest of its fragmented tracks, or of its first file
 * @param length octets of everything written
 * @param tracks number of tracks bound
 * @param fragments number of fragments bound
 * @param missing fragments that the manifest names and that were not there to be bound
 * @param unbound names of files that were copied and are bound by nothing
 * @param doubtful names of ingredients whose own manifest does not hold
 */
public record TaggedStream(
        Path written,
        String manifest,
        long length,
        int tracks,
        int fragments,
        int missing,
        List<String> unbound,
        List<String> doubtful) {
    public TaggedStream {
        unbound = List.copyOf(unbound);
        doubtful = List.copyOf(doubtful);
    }
}
