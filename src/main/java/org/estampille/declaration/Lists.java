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
        return items.isEmpty() ? Optional.empty() : Optional.of(of(items, encode));
    }

    static <T> CborValue of(List<T> items, Function<T, ? extends CborValue> encode) {
        List<CborValue> values = new ArrayList<>();
        items.forEach(item -> values.add(encode.apply(item)));
        return CborValue.array(values);
    }

    static Optional<CborValue> words(List<? extends Term> items) {
        return orNothing(items, item -> CborValue.of(item.word()));
    }
}
