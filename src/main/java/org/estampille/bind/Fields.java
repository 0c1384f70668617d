package org.estampille.bind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.cbor.CborValue;

/**
 * The fields of an assertion, each of the type it must have. A field that is null counts as absent: the reference writer states
 * absent fields that way.
 *
 * @param label of the assertion, for errors
 * @param map its content
 */
record Fields(String label, CborValue.Map map) {

    Optional<CborValue> value(String key) {
        return map.get(key).filter(value -> !value.equals(CborValue.Simple.NULL));
    }

    Optional<String> text(String key) throws MalformedContentException {
        Optional<CborValue> value = value(key);
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of(present(value.get().asText(), key));
    }

    Optional<Boolean> flag(String key) throws MalformedContentException {
        Optional<CborValue> value = value(key);
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of(present(value.get().asBoolean(), key));
    }

    /** An integer, possibly negative. */
    Optional<Long> integer(String key) throws MalformedContentException {
        Optional<CborValue> value = value(key);
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of(present(value.get().asLong(), key));
    }

    /** An integer of at least 0. */
    Optional<Long> count(String key) throws MalformedContentException {
        Optional<Long> number = integer(key);
        if (number.isPresent() && number.get() < 0) {
            throw malformed("'" + key + "' is negative");
        }
        return number;
    }

    long requiredCount(String key) throws MalformedContentException {
        return present(count(key), key);
    }

    Optional<Octets> octets(String key) throws MalformedContentException {
        Optional<CborValue> value = value(key);
        return value.isEmpty() ? Optional.empty() : Optional.of(octets(value.get(), key));
    }

    /** A byte string, or the array of numbers that some writers put in its place. */
    Octets octets(CborValue value, String key) throws MalformedContentException {
        Optional<List<CborValue>> list = value.asList();
        if (list.isEmpty()) {
            return present(value.asOctets(), key);
        }
        byte[] bytes = new byte[list.get().size()];
        for (int i = 0; i < bytes.length; i++) {
            long number = present(list.get().get(i).asLong(), key);
            if (number < 0 || number > 0xFF) {
                throw malformed("'" + key + "' holds a number that is no octet");
            }
            bytes[i] = (byte) number;
        }
        return Octets.adopt(bytes);
    }

    /** The items of an array; empty where there is none. */
    List<CborValue> list(String key) throws MalformedContentException {
        Optional<CborValue> value = value(key);
        return value.isEmpty() ? List.of() : present(value.get().asList(), key);
    }

    /** The maps of an array of maps. */
    List<Fields> maps(String key) throws MalformedContentException {
        List<Fields> maps = new ArrayList<>();
        for (CborValue item : list(key)) {
            maps.add(new Fields(label, present(item.asMap(), key)));
        }
        return maps;
    }

    <T> T present(Optional<T> value, String key) throws MalformedContentException {
        return value.orElseThrow(() -> malformed("'" + key + "' is missing or of the wrong type"));
    }

    MalformedContentException malformed(String cause) {
        return new MalformedContentException(label, new ByteRange(0, 0), cause);
    }
}
