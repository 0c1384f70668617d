package org.estampille.cut;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** JSON as a tree, as deep as a timeline needs to be. What is absent reads as nothing. */
sealed interface JsonTree {

    int DEEPEST = 120;
    int MOST_TOKENS = 10_000_000;

    record Group(Map<String, JsonTree> members) implements JsonTree {}

    record Row(List<JsonTree> items) implements JsonTree {}

    record Text(String value) implements JsonTree {}

    record Amount(double value) implements JsonTree {}

    record Nothing() implements JsonTree {}

    default JsonTree get(String name) {
        JsonTree found = this instanceof Group group ? group.members().get(name) : null;
        return found == null ? new Nothing() : found;
    }

    default List<JsonTree> items() {
        return this instanceof Row row ? row.items() : List.of();
    }

    default Optional<String> text() {
        return this instanceof Text text && !text.value().isBlank() ? Optional.of(text.value()) : Optional.empty();
    }

    default Optional<Double> number() {
        return this instanceof Amount number && Double.isFinite(number.value())
                ? Optional.of(number.value())
                : Optional.empty();
    }

    static JsonTree read(String json) throws CutFault {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxTokenCount(MOST_TOKENS)
                        .build())
                .build();
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            return value(parser);
        } catch (JacksonException broken) {
            throw new CutFault(
                    broken.getLocation() == null ? 0 : broken.getLocation().getLineNr(), "is not JSON from here on");
        }
    }

    /** Depth is bounded by the parser. */
    private static JsonTree value(JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, JsonTree> members = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                members.put(name, value(parser));
            }
            return new Group(members);
        }
        if (token == JsonToken.START_ARRAY) {
            List<JsonTree> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(parser));
            }
            return new Row(items);
        }
        if (token == JsonToken.VALUE_STRING) {
            return new Text(parser.getString());
        }
        return token != null && token.isNumeric() ? new Amount(parser.getDoubleValue()) : new Nothing();
    }
}
