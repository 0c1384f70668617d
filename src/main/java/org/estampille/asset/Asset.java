package org.estampille.asset;

import org.estampille.bytes.ByteSource;

/**
 * A media file that is open for reading.
 *
 * @param name shown to people and written as {@code dc:title} where none is declared; a file name without folders
 * @param source its octets
 * @param format what the octets are
 * @param mediaType the media type of that format, or of the file where one format is many, as {@link AssetFormat#OPAQUE} is
 */
public record Asset(String name, ByteSource source, AssetFormat format, String mediaType) {

    public Asset(String name, ByteSource source, AssetFormat format) {
        this(name, source, format, format.mediaType());
    }
}
