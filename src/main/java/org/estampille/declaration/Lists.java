package org.estampille.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.estampille.cbor.CborValue;

/** Lists as CBOR arrays; an empty list leaves no field. */
final class Lists {
    private Lists() {}

    static <T> Optional<CborValue> orNothing(List<T> items, Function<T, ? extends CborValue> encode) {
        if (items.isEmpty()) {
            return Optional.empty();
        }
        List<CborValue> values = new ArrayList<>();
        items.forEach(item -> values.add(encode.apply(item)));
        return Optional.of(CborValue.array(values));
    }

    static Optional<CborValue> words(List<? extends Term> items) {
        return orNothing(items, item -> CborValue.of(item.word()));
    }
}
