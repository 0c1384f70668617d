package org.estampille.rubric;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
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
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * The documents of a YAML 1.2 stream (of which JSON is a part) as JSON values. Built from events, so that depth and size are
 * bounded before anything is built and an alias counts as often as it is used. Names of fields are texts, also where YAML would
 * take them for something else.
 */
final class YamlDocuments {

    static final String FORMAT = "asset rubric";
    static final int DEEPEST = 64;
    static final int MOST_VALUES = 100_000;

    private final LoadSettings settings = LoadSettings.builder()
            .setLabel(FORMAT)
            .setCodePointLimit(Integer.MAX_VALUE)
            .build();
    private final Map<String, JsonValue> anchors = new HashMap<>();
    private long values;

    private YamlDocuments() {}

    static List<JsonValue> read(String yaml) throws MalformedContentException {
        YamlDocuments documents = new YamlDocuments();
        try {
            return documents.all(new Parse(documents.settings).parseString(yaml).iterator());
        } catch (MarkedYamlEngineException broken) {
            int line = broken.getProblemMark()
                    .or(broken::getContextMark)
                    .map(mark -> mark.getLine() + 1)
                    .orElse(1);
            throw malformed(line, "this is not YAML from here on");
        } catch (YamlEngineException broken) {
            throw malformed(1, "this is not YAML");
        }
    }

    static MalformedContentException malformed(int line, String cause) {
        return new MalformedContentException(FORMAT, new ByteRange(0, 0), "line " + line + ": " + cause);
    }

    private List<JsonValue> all(Iterator<Event> events) throws MalformedContentException {
        List<JsonValue> documents = new ArrayList<>();
        while (events.hasNext()) {
            Event event = events.next();
            if (event.getEventId() == Event.ID.DocumentStart) {
                anchors.clear();
            } else if (event instanceof NodeEvent) {
                documents.add(value(event, events, 1));
            }
        }
        return List.copyOf(documents);
    }

    private JsonValue value(Event event, Iterator<Event> events, int depth) throws MalformedContentException {
        LimitExceededException.check("rubric nesting", depth, DEEPEST);
        if (event instanceof AliasEvent alias) {
            JsonValue target = anchors.get(alias.getAlias().getValue());
            if (target == null) {
                throw malformed(line(event), "an alias refers to nothing above it");
            }
            count(target.weight());
            return target;
        }
        count(1);
        JsonValue value;
        if (event instanceof ScalarEvent scalar) {
            value = scalar(scalar);
        } else {
            refuseTag(((CollectionStartEvent) event).getTag().orElse(""), event);
            value = event.getEventId() == Event.ID.SequenceStart
                    ? sequence(events, depth)
                    : mapping(event, events, depth);
        }
        ((NodeEvent) event).getAnchor().ifPresent(anchor -> anchors.put(anchor.getValue(), value));
        return value;
    }

    private void count(long more) throws LimitExceededException {
        values += more;
        LimitExceededException.check("rubric values", values, MOST_VALUES);
    }

    private JsonValue scalar(ScalarEvent event) throws MalformedContentException {
        refuseTag(event.getTag().orElse(""), event);
        count(event.getValue().length() / 8);
        boolean plain = event.isPlain() && event.getTag().isEmpty();
        if (!plain) {
            return new JsonText(event.getValue());
        }
        Tag tag = settings.getSchema().getScalarResolver().resolve(event.getValue(), true);
        if (tag.equals(Tag.NULL)) {
            return JsonNull.NULL;
        }
        if (tag.equals(Tag.BOOL)) {
            return JsonBoolean.of(Boolean.parseBoolean(event.getValue()));
        }
        return tag.equals(Tag.INT) || tag.equals(Tag.FLOAT) ? number(event) : new JsonText(event.getValue());
    }

    private static JsonValue number(ScalarEvent event) throws MalformedContentException {
        try {
            double value = Double.parseDouble(event.getValue());
            if (Double.isFinite(value)) {
                return new JsonNumber(value);
            }
        } catch (NumberFormatException e) {
            throw malformed(line(event), "a number that JSON does not have");
        }
        throw malformed(line(event), "a number that JSON does not have");
    }

    /** A tag asks the reader to build something; a rubric has only what JSON has. */
    private static void refuseTag(String tag, Event event) throws MalformedContentException {
        if (!tag.isEmpty() && !tag.equals(Tag.STR.getValue())) {
            throw malformed(line(event), "tags are not allowed");
        }
    }

    private JsonValue sequence(Iterator<Event> events, int depth) throws MalformedContentException {
        List<JsonValue> items = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(value(event, events, depth + 1));
        }
        return JsonArray.of(items);
    }

    private JsonValue mapping(Event start, Iterator<Event> events, int depth) throws MalformedContentException {
        Map<String, JsonValue> fields = new LinkedHashMap<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            if (!(event instanceof ScalarEvent name)) {
                throw malformed(line(start), "the name of a field must be one word");
            }
            count(1);
            JsonValue value = value(events.next(), events, depth + 1);
            if (fields.put(name.getValue(), value) != null) {
                throw malformed(line(event), "a field stands twice in the same group");
            }
        }
        return JsonObject.of(fields);
    }

    private static int line(Event event) {
        return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
