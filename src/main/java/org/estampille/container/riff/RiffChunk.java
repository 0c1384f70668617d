package org.estampille.container.riff;

import org.estampille.bytes.ByteRange;

/**
 * A chunk.
 *
 * @param id four characters
 * @param name the list type for {@code LIST} chunks, else the id (C2PA 2.5 names them so in box hashes)
 * @param range header, data and, where there is one, the pad octet
 * @param data the data alone
 */
record RiffChunk(String id, String name, ByteRange range, ByteRange data) {

    /** Identifier and size. */
    static final int HEADER = 8;

    static final String STORE = "C2PA";

    boolean isStore() {
        return id.equals(STORE);
    }
}
