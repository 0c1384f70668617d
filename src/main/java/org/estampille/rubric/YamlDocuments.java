package org.estampille.rubric;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.formula.JsonArray;
import org.estampille.formula.JsonBoolean;
import org.estampille.formula.JsonNull;
import org.estampille.formula.JsonNumber;
import org.estampille.formula.JsonObject;
import org.estampille.formula.JsonText;
import org.estampille.formula.JsonValue;
import org.estampille.yaml.YamlLimits;
import org.estampille.yaml.YamlNode;
import org.estampille.yaml.YamlProblem;
import org.estampille.yaml.YamlReader;
import org.estampille.yaml.YamlStream;

/** The documents of a YAML stream as JSON values. Names of fields are texts, also where YAML would take them for something else. */
final class YamlDocuments {

    static final String FORMAT = "asset rubric";
    static final int DEEPEST = 64;
    static final int MOST_VALUES = 100_000;

    private YamlDocuments() {}

    static List<JsonValue> read(String yaml) throws MalformedContentException {
        YamlStream stream = YamlReader.read(yaml, new YamlLimits(DEEPEST, MOST_VALUES));
        if (!stream.problems().isEmpty()) {
            YamlProblem first = stream.problems().get(0);
            throw malformed(first.line(), (first.path().isEmpty() ? "this" : first.path()) + " " + first.message());
        }
        List<JsonValue> documents = new ArrayList<>();
        long weight = 0;
        for (YamlNode document : stream.documents()) {
            documents.add(json(document));
            weight += documents.get(documents.size() - 1).weight();
            LimitExceededException.check("rubric values", weight, MOST_VALUES);
        }
        return List.copyOf(documents);
    }

    private static MalformedContentException malformed(int line, String cause) {
        return new MalformedContentException(FORMAT, new ByteRange(0, 0), "line " + line + ": " + cause);
    }

    private static JsonValue json(YamlNode node) throws MalformedContentException {
        if (node instanceof YamlNode.Sequence sequence) {
            List<JsonValue> items = new ArrayList<>();
            for (YamlNode item : sequence.items()) {
                items.add(json(item));
            }
            return JsonArray.of(items);
        }
        if (node instanceof YamlNode.Mapping mapping) {
            Map<String, JsonValue> fields = new LinkedHashMap<>();
            for (YamlNode.Field field : mapping.fields()) {
                fields.put(field.name(), json(field.value()));
            }
            return JsonObject.of(fields);
        }
        YamlNode.Scalar scalar = (YamlNode.Scalar) node;
        return switch (scalar.kind()) {
            case TEXT -> new JsonText(scalar.text());
            case NUMBER -> number(scalar);
            case TRUTH -> JsonBoolean.of(Boolean.parseBoolean(scalar.text()));
            case NOTHING -> JsonNull.NULL;
        };
    }

    private static JsonValue number(YamlNode.Scalar scalar) throws MalformedContentException {
        try {
            double value = Double.parseDouble(scalar.text());
            if (Double.isFinite(value)) {
                return new JsonNumber(value);
            }
        } catch (NumberFormatException e) {
            throw malformed(scalar.line(), "a number that JSON does not have");
        }
        throw malformed(scalar.line(), "a number that JSON does not have");
    }
}
