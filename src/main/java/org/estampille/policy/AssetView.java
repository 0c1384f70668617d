package org.estampille.policy;

import java.util.Optional;
import org.estampille.formula.JsonObject;

/**
 * A file as formulas see it.
 *
 * @param document its crJSON; empty when there is none, or when it is too large to be looked at
 * @param format media type
 */
public record AssetView(Optional<JsonObject> document, Optional<String> format) {

    private static final AssetView NONE = new AssetView(Optional.empty(), Optional.empty());

    /** Nothing to see. */
    public static AssetView none() {
        return NONE;
    }
}
