package org.estampille.detect;

import org.estampille.asset.AssetFormat;

/** What a file turned out to be. */
public sealed interface Detection {

    /** A format that is read and written here. */
    record Detected(AssetFormat format) implements Detection {}

    /**
     * Something else.
     *
     * @param what a media type where one is known, else a few words
     */
    record Unsupported(String what) implements Detection {

        /** A segment of fragmented ISO base media, which is judged with others and not by itself. */
        static final String FRAGMENT = "video/iso.segment";

        public boolean isFragment() {
            return what.equals(FRAGMENT);
        }
    }

    /** A file without a single octet. */
    record Empty() implements Detection {}
}
