package org.estampille.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.cbor.CborValue;

/** Tolerant access to the fields of a map: a value of another type counts as absent. */
final class Fields {
    private Fields() {}

    static Optional<String> text(CborValue.Map map, String key) {
        Optional<CborValue> value = map.get(key);
        return value.isEmpty() ? Optional.empty() : value.get().untagged().asText();
    }

    static Optional<CborValue.Map> map(CborValue.Map map, String key) {
        Optional<CborValue> value = map.get(key);
        return value.isEmpty() ? Optional.empty() : value.get().untagged().asMap();
    }

    static List<CborValue> items(CborValue.Map map, String key) {
        Optional<CborValue> value = map.get(key);
        return value.isEmpty() ? List.of() : value.get().untagged().asList().orElse(List.of());
    }

    static List<CborValue.Map> maps(CborValue.Map map, String key) {
        List<CborValue.Map> maps = new ArrayList<>();
        for (CborValue item : items(map, key)) {
            item.untagged().asMap().ifPresent(maps::add);
        }
        return maps;
    }

    static List<String> texts(CborValue.Map map, String key) {
        List<String> texts = new ArrayList<>();
        for (CborValue item : items(map, key)) {
            item.untagged().asText().ifPresent(texts::add);
        }
        return texts;
    }
}
