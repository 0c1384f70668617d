package org.estampille.cawg;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.estampille.cbor.CborValue;

/** Access to the fields of a map: a value of another type counts as absent. */
final class Fields {
    private Fields() {}

    static Optional<String> text(CborValue.Map map, String key) {
        return map.get(key).flatMap(CborValue::asText);
    }

    static Optional<CborValue.Map> map(CborValue.Map map, String key) {
        return map.get(key).flatMap(CborValue::asMap);
    }

    static List<CborValue> items(CborValue.Map map, String key) {
        return map.get(key).flatMap(CborValue::asList).orElse(List.of());
    }

    /**
     * Whether a map anywhere inside has a key twice: two readers could then see two things (RFC 8949 clause 5.6, RFC 8259 clause
     * 4). The depth is bounded by that of the reader.
     */
    static boolean haveDuplicates(CborValue value) {
        if (value instanceof CborValue.Map map) {
            Set<CborValue> keys = new HashSet<>();
            for (CborValue.Entry entry : map.entries()) {
                if (!keys.add(entry.key()) || haveDuplicates(entry.value())) {
                    return true;
                }
            }
        } else if (value instanceof CborValue.Array array) {
            for (CborValue item : array.items()) {
                if (haveDuplicates(item)) {
                    return true;
                }
            }
        } else if (value instanceof CborValue.Tag tag) {
            return haveDuplicates(tag.content());
        }
        return false;
    }
}
