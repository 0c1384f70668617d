package org.estampille.stream;

import java.nio.file.Path;
import java.util.List;

/**
 * What one initialization segment begins: one representation, or one stretch of it.
 *
 * @param name for people, such as the ID of a representation or the name of a playlist
 * @param init file of the initialization segment
 * @param flat whether the fragments lie in that same file
 * @param segments the fragments in the order they are played; none where a flat file is not listed
 */
public record Track(String name, Path init, boolean flat, List<MediaSegment> segments) {
    public Track {
        segments = List.copyOf(segments);
    }
}
