package org.estampille.tag;

import java.nio.file.Path;
import org.estampille.asset.AssetFormat;

/**
 * What came of one request.
 *
 * @param source the media file
 * @param written the file that carries the manifest now
 * @param outcome whether anything had to be done
 * @param format of the media
 * @param length octets of the written file
 * @param manifest label of the active manifest
 * @param binding label of its hard binding
 */
public record TaggedAsset(
        Path source, Path written, Outcome outcome, AssetFormat format, long length, String manifest, String binding) {

    /** What was done. */
    public enum Outcome {
        TAGGED,
        UNCHANGED,
        AMENDED,
        WOULD_TAG
    }
}
