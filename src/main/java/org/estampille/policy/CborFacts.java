package org.estampille.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.estampille.cbor.CborValue;
import org.estampille.formula.JsonArray;
import org.estampille.formula.JsonBoolean;
import org.estampille.formula.JsonNull;
import org.estampille.formula.JsonNumber;
import org.estampille.formula.JsonObject;
import org.estampille.formula.JsonText;
import org.estampille.formula.JsonValue;

/** Turns what an assertion says into values for formulas; what JSON has no word for reads as null. */
final class CborFacts {

    private CborFacts() {}

    static JsonValue of(CborValue value) {
        if (value instanceof CborValue.Text text) {
            return new JsonText(text.value());
        }
        if (value instanceof CborValue.Int number) {
            return new JsonNumber(number.value());
        }
        if (value instanceof CborValue.Real real) {
            return Double.isFinite(real.value()) ? new JsonNumber(real.value()) : JsonNull.NULL;
        }
        if (value instanceof CborValue.Simple simple) {
            boolean truth = simple.equals(CborValue.Simple.TRUE);
            return truth || simple.equals(CborValue.Simple.FALSE) ? JsonBoolean.of(truth) : JsonNull.NULL;
        }
        if (value instanceof CborValue.Array array) {
            List<JsonValue> items = new ArrayList<>();
            array.items().forEach(item -> items.add(of(item)));
            return JsonArray.of(items);
        }
        if (value instanceof CborValue.Map map) {
            Map<String, JsonValue> fields = new LinkedHashMap<>();
            map.entries().forEach(entry -> entry.key().asText().ifPresent(name -> fields.put(name, of(entry.value()))));
            return JsonObject.of(fields);
        }
        return value instanceof CborValue.Tag tag ? of(tag.content()) : JsonNull.NULL;
    }
}
