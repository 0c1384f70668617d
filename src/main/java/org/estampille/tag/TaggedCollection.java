package org.estampille.tag;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What came of one collection.
 *
 * @param written the file that carries the manifest now
 * @param length octets of that file
 * @param manifest label of the manifest
 * @param members how many files it stands for
 * @param octets of all of them
 * @param generation the new media hash list, where one was asked for
 * @param outcome whether anything had to be done
 * @param doubtful what it was before, when that manifest does not hold; that is written down with it
 */
public record TaggedCollection(
        Path written,
        long length,
        String manifest,
        int members,
        long octets,
        Optional<Path> generation,
        TaggedAsset.Outcome outcome,
        List<String> doubtful) {

    public TaggedCollection {
        doubtful = List.copyOf(doubtful);
    }
}
