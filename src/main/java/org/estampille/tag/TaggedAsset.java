package org.estampille.tag;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.estampille.asset.AssetFormat;
import org.estampille.technical.MediaTiming;

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
 * @param timing how long the media lasted and how they counted their frames, where their own tables say
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
        List<String> doubtful,
        Optional<MediaTiming> timing) {

    public TaggedAsset {
        doubtful = List.copyOf(doubtful);
    }

    /** The same of media that last so long. */
    TaggedAsset lasting(Optional<MediaTiming> read) {
        return new TaggedAsset(source, written, outcome, format, mediaType, length, manifest, binding, doubtful, read);
    }

    /** What was done. */
    public enum Outcome {
        TAGGED,
        UNCHANGED,
        AMENDED,
        WOULD_TAG
    }
}
