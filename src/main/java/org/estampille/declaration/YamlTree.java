package org.estampille.declaration;

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

/**
 * Turns YAML 1.2 (of which JSON is a part) into written values with their lines. Built from events, not from the library's node
 * graph, so that depth and size are bounded before anything is built and an alias counts as often as it is used.
 */
final class YamlTree {

    static final int DEEPEST = 32;
    static final int MOST_VALUES = 20_000;

    private final LoadSettings settings;
    private final Problems problems;
    private final Map<String, Written> anchors = new HashMap<>();
    private final Map<String, Integer> weights = new HashMap<>();
    private int values;

    private YamlTree(LoadSettings settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
    }

    /** The document, or empty when it cannot be built; then a problem says why. */
    static Optional<Written> read(String yaml, String fileName, Problems problems) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(fileName)
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
        YamlTree tree = new YamlTree(settings, problems);
        try {
            return tree.document(new Parse(settings).parseString(yaml).iterator());
        } catch (TooMuch tooMuch) {
            problems.add(tooMuch.line, "", tooMuch.why);
        } catch (MarkedYamlEngineException broken) {
            int line = broken.getProblemMark()
                    .or(broken::getContextMark)
                    .map(mark -> mark.getLine() + 1)
                    .orElse(1);
            problems.add(line, "", "is not YAML from here on: " + Problems.bare(broken.getProblem()));
        } catch (YamlEngineException broken) {
            problems.add(1, "", "is not YAML: " + Problems.bare(String.valueOf(broken.getMessage())));
        }
        return Optional.empty();
    }

    private Optional<Written> document(Iterator<Event> events) throws TooMuch {
        Optional<Written> root = Optional.empty();
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof NodeEvent) {
                if (root.isPresent()) {
                    throw new TooMuch(line(event), "holds a second document; one file is one declaration");
                }
                root = Optional.of(value(event, events, new Place("", 0)));
            }
        }
        return root;
    }

    private Written value(Event event, Iterator<Event> events, Place place) throws TooMuch {
        int line = line(event);
        if (place.depth() > DEEPEST) {
            throw new TooMuch(line, "is nested more than " + DEEPEST + " levels deep");
        }
        if (event instanceof AliasEvent alias) {
            return alias(alias, line, place);
        }
        int before = values;
        count(1, line);
        Written value;
        if (event instanceof ScalarEvent scalar) {
            value = scalar(scalar, line, place);
        } else {
            refuseTag(((CollectionStartEvent) event).getTag(), line, place);
            value = event.getEventId() == Event.ID.SequenceStart
                    ? sequence(line, events, place)
                    : mapping(line, events, place);
        }
        ((NodeEvent) event).getAnchor().ifPresent(anchor -> {
            anchors.put(anchor.getValue(), value);
            weights.put(anchor.getValue(), values - before);
        });
        return value;
    }

    private Written alias(AliasEvent alias, int line, Place place) throws TooMuch {
        String name = alias.getAlias().getValue();
        Written target = anchors.get(name);
        if (target == null) {
            problems.add(line, place.path(), "*" + Problems.bare(name) + " refers to nothing above it");
            return new Written.Scalar(line, Written.Kind.NOTHING, "");
        }
        count(weights.getOrDefault(name, 1), line);
        return target;
    }

    private void count(int more, int line) throws TooMuch {
        values += more;
        if (values > MOST_VALUES) {
            throw new TooMuch(line, "holds more than " + MOST_VALUES + " values");
        }
    }

    private Written scalar(ScalarEvent event, int line, Place place) {
        refuseTag(event.getTag(), line, place);
        boolean plain = event.isPlain() && event.getTag().isEmpty();
        Tag tag = settings.getSchema().getScalarResolver().resolve(event.getValue(), plain);
        return new Written.Scalar(line, plain ? kind(tag) : Written.Kind.TEXT, event.getValue());
    }

    private static Written.Kind kind(Tag tag) {
        if (tag.equals(Tag.NULL)) {
            return Written.Kind.NOTHING;
        }
        if (tag.equals(Tag.BOOL)) {
            return Written.Kind.TRUTH;
        }
        return tag.equals(Tag.INT) || tag.equals(Tag.FLOAT) ? Written.Kind.NUMBER : Written.Kind.TEXT;
    }

    /** A tag asks the reader to build something; a declaration has only texts, numbers, lists and groups. */
    private void refuseTag(Optional<String> tag, int line, Place place) {
        if (tag.isPresent() && !tag.get().equals(Tag.STR.getValue())) {
            problems.add(line, place.path(), "the tag " + Problems.bare(tag.get()) + " is not allowed");
        }
    }

    private Written sequence(int line, Iterator<Event> events, Place place) throws TooMuch {
        List<Written> items = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(value(event, events, place.item(items.size())));
        }
        return new Written.Sequence(line, items);
    }

    private Written mapping(int line, Iterator<Event> events, Place place) throws TooMuch {
        List<Written.Field> fields = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            Written key = value(event, events, place.field("?"));
            String path = key instanceof Written.Scalar name ? name.text() : "?";
            Written value = value(events.next(), events, place.field(path));
            if (!(key instanceof Written.Scalar name)) {
                problems.add(line(event), place.path(), "the name of a field must be one word, not " + key.noun());
            } else if (!names.add(name.text())) {
                problems.add(line(event), place.field(name.text()).path(), "stands twice in the same group");
            } else {
                fields.add(new Written.Field(line(event), name.text(), value));
            }
        }
        return new Written.Mapping(line, fields);
    }

    private static int line(Event event) {
        return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    /** Where in the document. */
    private record Place(String path, int depth) {
        Place item(int index) {
            return new Place(path + "[" + index + "]", depth + 1);
        }

        Place field(String name) {
            String step = Problems.bare(name);
            return new Place(path.isEmpty() ? step : path + "." + step, depth + 1);
        }
    }

    /** The document goes beyond a limit. */
    private static final class TooMuch extends Exception {
        private static final long serialVersionUID = 1L;

        private final int line;
        private final String why;

        TooMuch(int line, String why) {
            super(why);
            this.line = line;
            this.why = why;
        }
    }
}
