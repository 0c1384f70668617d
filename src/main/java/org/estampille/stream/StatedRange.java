package org.estampille.stream;

import java.nio.file.Path;
import org.estampille.bytes.ByteRange;

/**
 * A range of octets of a file as the text of a manifest states it.
 *
 * @param file it is a range of
 * @param range stated
 * @param at offset of the statement in the text, in characters
 * @param length of the statement in characters
 * @param form how it is written
 */
public record StatedRange(Path file, ByteRange range, int at, int length, Form form) {

    /** How a range is written. */
    public enum Form {
        /** DASH: first and last octet, {@code 0-99}. */
        FIRST_AND_LAST,
        /** HLS: length and start, {@code 100@0}. */
        LENGTH_AND_START
    }

    /** Another range in the form of this one. */
    String written(ByteRange other) {
        return form == Form.FIRST_AND_LAST
                ? other.start() + "-" + (other.end() - 1)
                : other.length() + "@" + other.start();
    }
}
