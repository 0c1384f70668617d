package org.estampille.tag;

import java.nio.file.Path;
import java.util.List;
import org.estampille.asset.AssetFormat;

/**
 * What came of one request.
 *
 * @param source the media file
 * @param written the file that carries the manifest now
 * @param outcome whether anything had to be done
 * @param format of the media
 * @param mediaType of the media
 * @param length octets of the written file
 * @param manifest label of the active manifest
 * @param binding label of its hard binding
 * @param doubtful names of the ingredients, the file itself before tagging among them, whose own manifest does not hold; that
 *     is written down with them
 */
public record TaggedAsset(
        Path source,
        Path written,
        Outcome outcome,
        AssetFormat format,
        String mediaType,
        long length,
        String manifest,
        String binding,
        List<String> doubtful) {

    public TaggedAsset {
        doubtful = List.copyOf(doubtful);
    }

    /** What was done. */
    public enum Outcome {
        TAGGED,
        UNCHANGED,
        AMENDED,
        WOULD_TAG
    }
}
