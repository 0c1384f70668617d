package org.estampille.terms;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** A value of a YAML or JSON document with its line. Built from events, so that depth and size are bounded; no aliases, no tags. */
sealed interface YamlNode {

    int DEEPEST = 16;
    int MOST_VALUES = 50_000;

    int line();

    /**
     * A single value.
     *
     * @param plain written without quotation marks
     */
    record Scalar(int line, String text, boolean plain) implements YamlNode {}

    /** A list. */
    record Sequence(int line, List<YamlNode> items) implements YamlNode {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** Fields with names, each name once. */
    record Mapping(int line, List<Field> fields) implements YamlNode {
        public Mapping {
            fields = List.copyOf(fields);
        }

        Optional<YamlNode> get(String name) {
            for (Field field : fields) {
                if (field.name().equals(name)) {
                    return Optional.of(field.value());
                }
            }
            return Optional.empty();
        }
    }

    /** A field of a mapping. */
    record Field(int line, String name, YamlNode value) {}

    /** The document, or empty when it cannot be built; then a problem says why. */
    static Optional<YamlNode> read(String yaml, List<TermsProblem> problems) {
        LoadSettings settings =
                LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
        Builder builder = new Builder();
        try {
            return builder.document(new Parse(settings).parseString(yaml).iterator());
        } catch (TooMuch tooMuch) {
            problems.add(new TermsProblem(tooMuch.line, "", tooMuch.why));
        } catch (MarkedYamlEngineException broken) {
            int line = broken.getProblemMark()
                    .or(broken::getContextMark)
                    .map(mark -> mark.getLine() + 1)
                    .orElse(1);
            problems.add(new TermsProblem(line, "", "is not YAML from here on: " + broken.getProblem()));
        } catch (YamlEngineException broken) {
            problems.add(new TermsProblem(1, "", "is not YAML: " + broken.getMessage()));
        }
        return Optional.empty();
    }

    /** Builds nodes out of events. */
    final class Builder {
        private int values;

        private Optional<YamlNode> document(Iterator<Event> events) throws TooMuch {
            Optional<YamlNode> root = Optional.empty();
            while (events.hasNext()) {
                Event event = events.next();
                if (event instanceof NodeEvent) {
                    if (root.isPresent()) {
                        throw new TooMuch(lineOf(event), "holds a second document; one file holds one");
                    }
                    root = Optional.of(node(event, events, 0));
                }
            }
            return root;
        }

        private YamlNode node(Event event, Iterator<Event> events, int depth) throws TooMuch {
            int line = lineOf(event);
            values++;
            if (depth > DEEPEST || values > MOST_VALUES) {
                throw new TooMuch(line, "is nested too deeply or holds too many values");
            }
            if (event instanceof AliasEvent) {
                throw new TooMuch(line, "refers to another place with '*'; write the value out");
            }
            if (event instanceof ScalarEvent scalar) {
                return new Scalar(line, scalar.getValue(), scalar.isPlain());
            }
            return event.getEventId() == Event.ID.SequenceStart
                    ? sequence(line, events, depth)
                    : mapping(line, events, depth);
        }

        private YamlNode sequence(int line, Iterator<Event> events, int depth) throws TooMuch {
            List<YamlNode> items = new ArrayList<>();
            for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
                items.add(node(event, events, depth + 1));
            }
            return new Sequence(line, items);
        }

        private YamlNode mapping(int line, Iterator<Event> events, int depth) throws TooMuch {
            List<Field> fields = new ArrayList<>();
            Set<String> names = new HashSet<>();
            for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
                YamlNode key = node(event, events, depth + 1);
                if (!(key instanceof Scalar name)) {
                    throw new TooMuch(lineOf(event), "has a field whose name is not one word");
                }
                if (!names.add(name.text())) {
                    throw new TooMuch(lineOf(event), "has the field '" + name.text() + "' twice in one group");
                }
                fields.add(new Field(lineOf(event), name.text(), node(events.next(), events, depth + 1)));
            }
            return new Mapping(line, fields);
        }

        private static int lineOf(Event event) {
            return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
        }
    }

    /** The document goes beyond what is read. */
    final class TooMuch extends Exception {
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
