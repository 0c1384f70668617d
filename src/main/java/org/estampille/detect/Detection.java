package org.estampille.detect;

import org.estampille.asset.AssetFormat;

/** What a file turned out to be. */
public sealed interface Detection {

    /**
     * A format that is read here.
     *
     * @param mediaType of the file, which says more than that of the format where one format is many
     */
    record Detected(AssetFormat format, String mediaType) implements Detection {

        /** A file of the format's own media type. */
        public Detected(AssetFormat format) {
            this(format, format.mediaType());
        }
    }

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
