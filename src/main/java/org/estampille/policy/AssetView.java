package org.estampille.policy;

import java.util.Optional;
import org.estampille.formula.JsonObject;
import org.estampille.marks.MarkReading;
import org.estampille.timecode.Rational;

/**
 * A file as formulas see it.
 *
 * @param document its crJSON; empty when there is none, or when it is too large to be looked at
 * @param format media type
 * @param marks outside of its manifests; empty when nobody looked
 * @param before marks of the file it was made from; empty when nobody looked
 * @param seconds how long a film lasts, as its own tables say; empty when they do not or nobody looked
 */
public record AssetView(
        Optional<JsonObject> document,
        Optional<String> format,
        Optional<MarkReading> marks,
        Optional<MarkReading> before,
        Optional<Rational> seconds) {

    private static final AssetView NONE = new AssetView(Optional.empty(), Optional.empty());

    /** A file whose marks nobody looked at. */
    public AssetView(Optional<JsonObject> document, Optional<String> format) {
        this(document, format, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A file of which nobody knows how long it lasts. */
    public AssetView(
            Optional<JsonObject> document,
            Optional<String> format,
            Optional<MarkReading> marks,
            Optional<MarkReading> before) {
        this(document, format, marks, before, Optional.empty());
    }

    /** Nothing to see. */
    public static AssetView none() {
        return NONE;
    }
}
