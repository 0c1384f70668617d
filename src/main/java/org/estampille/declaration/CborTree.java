package org.estampille.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.cbor.CborValue;

/** CBOR as a tree of written values. What declarations have no use for (octets, keys that are not text) is left out. */
final class CborTree {
    private CborTree() {}

    static Written.Mapping of(CborValue.Map map) {
        List<Written.Field> fields = new ArrayList<>();
        for (CborValue.Entry entry : map.entries()) {
            Optional<String> name = entry.key().asText();
            Optional<Written> value = value(entry.value());
            if (name.isPresent() && value.isPresent()) {
                fields.add(new Written.Field(0, name.get(), value.get()));
            }
        }
        return new Written.Mapping(0, fields);
    }

    private static Optional<Written> value(CborValue tagged) {
        CborValue value = tagged.untagged();
        if (value instanceof CborValue.Text text) {
            return Optional.of(new Written.Scalar(0, Written.Kind.TEXT, text.value()));
        }
        if (value instanceof CborValue.Int number) {
            return Optional.of(new Written.Scalar(0, Written.Kind.NUMBER, Long.toString(number.value())));
        }
        if (value instanceof CborValue.Real number) {
            return Optional.of(new Written.Scalar(0, Written.Kind.NUMBER, Double.toString(number.value())));
        }
        if (value instanceof CborValue.Map map) {
            return Optional.of(of(map));
        }
        if (value instanceof CborValue.Array array) {
            List<Written> items = new ArrayList<>();
            array.items().forEach(item -> value(item).ifPresent(items::add));
            return Optional.of(new Written.Sequence(0, items));
        }
        return value.asBoolean().map(truth -> new Written.Scalar(0, Written.Kind.TRUTH, Boolean.toString(truth)));
    }
}
