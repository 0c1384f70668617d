package org.estampille.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

/** The door of the package: a text in, its documents and what is wrong with them out. */
public final class YamlReader {

    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();

    private final YamlLimits limits;
    private final List<YamlProblem> problems = new ArrayList<>();
    private final Map<String, Anchored> anchors = new HashMap<>();
    private int values;

    private YamlReader(YamlLimits limits) {
        this.limits = limits;
    }

    /** Reads a text whose length the caller has bounded. */
    public static YamlStream read(String yaml, YamlLimits limits) {
        YamlReader reader = new YamlReader(limits);
        List<YamlNode> documents = new ArrayList<>();
        try {
            reader.documents(new Parse(SETTINGS).parseString(yaml).iterator(), documents);
        } catch (TooMuch tooMuch) {
            documents.clear();
            reader.problems.add(tooMuch.problem);
        } catch (MarkedYamlEngineException broken) {
            documents.clear();
            int line = broken.getProblemMark()
                    .or(broken::getContextMark)
                    .map(mark -> mark.getLine() + 1)
                    .orElse(1);
            reader.problem(line, "is not YAML from here on: " + YamlProblem.bare(broken.getProblem()));
        } catch (YamlEngineException broken) {
            documents.clear();
            reader.problem(1, "is not YAML: " + YamlProblem.bare(String.valueOf(broken.getMessage())));
        }
        return new YamlStream(documents, reader.problems);
    }

    private void problem(int line, String message) {
        problems.add(new YamlProblem(line, "", message));
    }

    private void documents(Iterator<Event> events, List<YamlNode> documents) throws TooMuch {
        while (events.hasNext()) {
            Event event = events.next();
            if (event.getEventId() == Event.ID.DocumentStart) {
                anchors.clear();
            } else if (event instanceof NodeEvent) {
                documents.add(value(event, events, new Place("", 0)));
            }
        }
    }

    private YamlNode value(Event event, Iterator<Event> events, Place place) throws TooMuch {
        int line = line(event);
        if (place.depth() > limits.depth()) {
            throw new TooMuch(line, "is nested more than " + limits.depth() + " levels deep");
        }
        if (event instanceof AliasEvent alias) {
            return alias(alias, line, place);
        }
        int before = values;
        count(1, line);
        YamlNode value;
        if (event instanceof ScalarEvent scalar) {
            value = scalar(scalar, line, place);
        } else {
            refuseTag(((CollectionStartEvent) event).getTag(), line, place);
            value = event.getEventId() == Event.ID.SequenceStart
                    ? sequence(line, events, place)
                    : mapping(line, events, place);
        }
        Anchored anchored = new Anchored(value, values - before);
        ((NodeEvent) event).getAnchor().ifPresent(anchor -> anchors.put(anchor.getValue(), anchored));
        return value;
    }

    private YamlNode alias(AliasEvent alias, int line, Place place) throws TooMuch {
        String name = alias.getAlias().getValue();
        Anchored target = anchors.get(name);
        if (target == null) {
            problems.add(
                    new YamlProblem(line, place.path(), "*" + YamlProblem.bare(name) + " refers to nothing above it"));
            return new YamlNode.Scalar(line, YamlNode.Kind.NOTHING, "");
        }
        count(target.weight(), line);
        return target.value();
    }

    private void count(int more, int line) throws TooMuch {
        values += more;
        if (values > limits.values()) {
            throw new TooMuch(line, "holds more than " + limits.values() + " values");
        }
    }

    private YamlNode scalar(ScalarEvent event, int line, Place place) {
        refuseTag(event.getTag(), line, place);
        boolean plain = event.isPlain() && event.getTag().isEmpty();
        Tag tag = SETTINGS.getSchema().getScalarResolver().resolve(event.getValue(), plain);
        return new YamlNode.Scalar(line, plain ? kind(tag) : YamlNode.Kind.TEXT, event.getValue());
    }

    private static YamlNode.Kind kind(Tag tag) {
        if (tag.equals(Tag.NULL)) {
            return YamlNode.Kind.NOTHING;
        }
        if (tag.equals(Tag.BOOL)) {
            return YamlNode.Kind.TRUTH;
        }
        return tag.equals(Tag.INT) || tag.equals(Tag.FLOAT) ? YamlNode.Kind.NUMBER : YamlNode.Kind.TEXT;
    }

    /** A tag asks the reader to build something; here are only texts, numbers, lists and groups. */
    private void refuseTag(Optional<String> tag, int line, Place place) {
        if (tag.isPresent() && !tag.get().equals(Tag.STR.getValue())) {
            problems.add(
                    new YamlProblem(line, place.path(), "the tag " + YamlProblem.bare(tag.get()) + " is not allowed"));
        }
    }

    private YamlNode sequence(int line, Iterator<Event> events, Place place) throws TooMuch {
        List<YamlNode> items = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(value(event, events, place.item(items.size())));
        }
        return new YamlNode.Sequence(line, items);
    }

    private YamlNode mapping(int line, Iterator<Event> events, Place place) throws TooMuch {
        List<YamlNode.Field> fields = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            YamlNode key = value(event, events, place.field("?"));
            String path = key instanceof YamlNode.Scalar name ? name.text() : "?";
            YamlNode value = value(events.next(), events, place.field(path));
            if (!(key instanceof YamlNode.Scalar name)) {
                problems.add(new YamlProblem(
                        line(event), place.path(), "the name of a field must be one word, not a list or a group"));
            } else if (!names.add(name.text())) {
                problems.add(new YamlProblem(
                        line(event), place.field(name.text()).path(), "stands twice in the same group"));
            } else {
                fields.add(new YamlNode.Field(line(event), name.text(), value));
            }
        }
        return new YamlNode.Mapping(line, fields);
    }

    private static int line(Event event) {
        return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    /**
     * A value that can be referred to.
     *
     * @param weight how many values it holds, itself included
     */
    private record Anchored(YamlNode value, int weight) {}

    /** Where in a document. */
    private record Place(String path, int depth) {
        Place item(int index) {
            return new Place(path + "[" + index + "]", depth + 1);
        }

        Place field(String name) {
            String step = YamlProblem.bare(name);
            return new Place(path.isEmpty() ? step : path + "." + step, depth + 1);
        }
    }

    /** The text goes beyond a limit. */
    private static final class TooMuch extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient YamlProblem problem;

        TooMuch(int line, String why) {
            super(why);
            this.problem = new YamlProblem(line, "", why);
        }
    }
}
