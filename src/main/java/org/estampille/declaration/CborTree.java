package org.estampille.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.cbor.CborValue;
import org.estampille.yaml.YamlNode;

/** CBOR as the values that YAML has, all on line 0, and back. What declarations have no use for (octets, keys that are not text) is left out. */
final class CborTree {
    private CborTree() {}

    static YamlNode.Mapping of(CborValue.Map map) {
        List<YamlNode.Field> fields = new ArrayList<>();
        for (CborValue.Entry entry : map.entries()) {
            Optional<String> name = entry.key().asText();
            Optional<YamlNode> value = value(entry.value());
            if (name.isPresent() && value.isPresent()) {
                fields.add(new YamlNode.Field(0, name.get(), value.get()));
            }
        }
        return new YamlNode.Mapping(0, fields);
    }

    private static Optional<YamlNode> value(CborValue tagged) {
        CborValue value = tagged.untagged();
        if (value instanceof CborValue.Text text) {
            return Optional.of(new YamlNode.Scalar(0, YamlNode.Kind.TEXT, text.value()));
        }
        if (value instanceof CborValue.Int number) {
            return Optional.of(new YamlNode.Scalar(0, YamlNode.Kind.NUMBER, Long.toString(number.value())));
        }
        if (value instanceof CborValue.Real number) {
            return Optional.of(new YamlNode.Scalar(0, YamlNode.Kind.NUMBER, Double.toString(number.value())));
        }
        if (value instanceof CborValue.Map map) {
            return Optional.of(of(map));
        }
        if (value instanceof CborValue.Array array) {
            List<YamlNode> items = new ArrayList<>();
            array.items().forEach(item -> value(item).ifPresent(items::add));
            return Optional.of(new YamlNode.Sequence(0, items));
        }
        return value.asBoolean().map(truth -> new YamlNode.Scalar(0, YamlNode.Kind.TRUTH, Boolean.toString(truth)));
    }

    static CborValue.Map of(YamlNode.Mapping mapping) {
        CborValue.MapBuilder map = CborValue.map();
        mapping.fields().forEach(field -> map.put(field.name(), of(field.value())));
        return map.build();
    }

    private static CborValue of(YamlNode node) {
        if (node instanceof YamlNode.Mapping mapping) {
            return of(mapping);
        }
        if (node instanceof YamlNode.Sequence sequence) {
            return CborValue.array(sequence.items().stream().map(CborTree::of).toList());
        }
        YamlNode.Scalar scalar = (YamlNode.Scalar) node;
        return switch (scalar.kind()) {
            case TEXT -> CborValue.of(scalar.text());
            case NUMBER -> number(scalar.text());
            case TRUTH -> CborValue.of(Boolean.parseBoolean(scalar.text()));
            case NOTHING -> CborValue.Simple.NULL;
        };
    }

    private static CborValue number(String text) {
        try {
            return CborValue.of(Long.parseLong(text));
        } catch (NumberFormatException notWhole) {
            return Numbers.real(text).<CborValue>map(CborValue.Real::new).orElseGet(() -> CborValue.of(text));
        }
    }
}
