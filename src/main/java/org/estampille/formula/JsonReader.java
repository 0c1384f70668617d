package org.estampille.formula;

import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON text (RFC 8259) within limits. */
public final class JsonReader {

    private static final String FORMAT = "JSON";

    private final FormulaLimits limits;
    private final JsonFactory factory;

    public JsonReader(FormulaLimits limits) {
        this.limits = limits;
        this.factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .maxStringLength(Math.multiplyExact(limits.weight(), 8))
                        .build())
                .build();
    }

    /** Reads one value. */
    public JsonValue read(String text) throws MalformedContentException {
        return read(new java.io.StringReader(text));
    }

    /**
     * Reads one value.
     *
     * @throws MalformedContentException when the text is not JSON, or when anything stands behind the value
     * @throws LimitExceededException when the value is over the limits
     */
    public JsonValue read(Reader text) throws MalformedContentException {
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
            JsonValue value = new Reading(parser).value(parser.nextToken());
            if (parser.nextToken() != null) {
                throw new MalformedContentException(FORMAT, at(parser), "something follows the end of the document");
            }
            return value;
        } catch (StreamConstraintsException e) {
            throw new LimitExceededException("JSON nesting or text", limits.depth() + 1L, limits.depth());
        } catch (StreamReadException e) {
            long offset =
                    Math.max(0, e.getLocation() == null ? 0 : e.getLocation().getCharOffset());
            throw new MalformedContentException(FORMAT, new ByteRange(offset, 0), "not JSON from here on");
        } catch (JacksonIOException e) {
            throw new MalformedContentException(FORMAT, new ByteRange(0, 0), "not readable as text");
        }
    }

    private static ByteRange at(JsonParser parser) {
        return new ByteRange(Math.max(0, parser.currentTokenLocation().getCharOffset()), 0);
    }

    /** One document being read. */
    private final class Reading {
        private final JsonParser parser;
        private long weight;

        private Reading(JsonParser parser) {
            this.parser = parser;
        }

        private JsonValue value(@org.jspecify.annotations.Nullable JsonToken token) throws MalformedContentException {
            if (token == null) {
                throw new MalformedContentException(FORMAT, at(parser), "the document ends too early");
            }
            weigh(1);
            return switch (token) {
                case START_OBJECT -> object();
                case START_ARRAY -> array();
                case VALUE_STRING -> text();
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
                case VALUE_TRUE -> JsonBoolean.TRUE;
                case VALUE_FALSE -> JsonBoolean.FALSE;
                case VALUE_NULL -> JsonNull.NULL;
                default -> throw new MalformedContentException(FORMAT, at(parser), "a value is missing");
            };
        }

        private JsonValue text() throws LimitExceededException {
            JsonText text = new JsonText(parser.getString());
            weigh(text.weight());
            return text;
        }

        private JsonValue number() throws MalformedContentException {
            double value = parser.getDoubleValue();
            if (!Double.isFinite(value)) {
                throw new MalformedContentException(FORMAT, at(parser), "a number is too large");
            }
            return new JsonNumber(value);
        }

        private JsonValue array() throws MalformedContentException {
            List<JsonValue> items = new ArrayList<>();
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                items.add(value(token));
            }
            return JsonArray.of(items);
        }

        private JsonValue object() throws MalformedContentException {
            Map<String, JsonValue> fields = new LinkedHashMap<>();
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
                String name = parser.currentName();
                weigh(JsonText.weight(name.length()));
                fields.put(name, value(parser.nextToken()));
            }
            return JsonObject.of(fields);
        }

        private void weigh(long more) throws LimitExceededException {
            weight += more;
            LimitExceededException.check("JSON values", weight, limits.weight());
        }
    }
}
