package org.estampille.live;

import java.util.Optional;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.MalformedContentException;
import org.estampille.cbor.CborValue;

/**
 * The members of a map, each of the type it must have.
 *
 * @param of what the map is, for errors
 * @param map as read
 */
record Members(String of, CborValue.Map map) {

    /** Beyond any segment that was ever numbered, and far from where sums of numbers overflow. */
    private static final long HIGHEST = 1L << 53;

    static Members of(String name, CborValue value) throws MalformedContentException {
        return new Members(
                name,
                value.asMap()
                        .orElseThrow(() -> new MalformedContentException(name, new ByteRange(0, 0), "it is no map")));
    }

    CborValue value(String key) throws MalformedContentException {
        return map.get(key).orElseThrow(() -> malformed("no '" + key + "'"));
    }

    String text(String key) throws MalformedContentException {
        return value(key).asText().orElseThrow(() -> malformed("'" + key + "' is no text"));
    }

    Optional<String> optionalText(String key) throws MalformedContentException {
        return map.get(key).isPresent() ? Optional.of(text(key)) : Optional.empty();
    }

    long count(String key) throws MalformedContentException {
        Optional<Long> number = value(key).asLong().filter(value -> value >= 0);
        if (number.isEmpty() || number.get() > HIGHEST) {
            throw malformed("'" + key + "' is no number from 0 to 2^53");
        }
        return number.get();
    }

    MalformedContentException malformed(String cause) {
        return new MalformedContentException(of, new ByteRange(0, 0), cause);
    }
}
