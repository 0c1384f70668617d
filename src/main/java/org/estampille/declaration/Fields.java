package org.estampille.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.estampille.cbor.CborValue;
import org.estampille.yaml.YamlNode;

/**
 * Reads the fields of one group by name and type. What is wrong goes to {@link Problems} and reads as absent, so that one pass
 * finds everything. {@link #done} reports the fields nobody asked for.
 */
final class Fields {

    static final int LONGEST_TEXT = 10_000;
    private static final String GROUP = "a group of fields, each as \"name: value\"";

    private final YamlNode.Mapping mapping;
    private final String path;
    private final Problems problems;
    private final List<String> asked = new ArrayList<>();
    private boolean incomplete;
    private Optional<TimeBase> timeBase = Optional.empty();

    Fields(YamlNode.Mapping mapping, String path, Problems problems) {
        this.mapping = mapping;
        this.path = path;
        this.problems = problems;
    }

    /** From here on time codes are those of {@code base}, also in groups below. */
    void within(TimeBase base) {
        timeBase = Optional.of(base);
    }

    Optional<TimeBase> timeBase() {
        return timeBase;
    }

    int line() {
        return mapping.line();
    }

    boolean has(String name) {
        return mapping.get(name).isPresent();
    }

    /** How many items a list has as written, whether or not they could be read. */
    int countOf(String name) {
        return mapping.get(name)
                .map(value -> value instanceof YamlNode.Sequence sequence
                        ? sequence.items().size()
                        : value instanceof YamlNode.Scalar ? 1 : 0)
                .orElse(0);
    }

    boolean isEmpty() {
        return mapping.fields().isEmpty();
    }

    /** Whether a required field is missing or wrong. */
    boolean isIncomplete() {
        return incomplete;
    }

    Problems problems() {
        return problems;
    }

    String pathOf(String name) {
        return path.isEmpty() || name.isEmpty() ? path + name : path + "." + name;
    }

    void problem(String name, String message) {
        problems.add(mapping.get(name).map(YamlNode::line).orElse(mapping.line()), pathOf(name), message);
    }

    /** A problem with a field of one group of a list. */
    void problemIn(String list, int index, String name, String message) {
        Optional<YamlNode> at = Optional.empty();
        if (mapping.get(list).orElse(mapping) instanceof YamlNode.Sequence sequence
                && index < sequence.items().size()) {
            YamlNode item = sequence.items().get(index);
            at = item instanceof YamlNode.Mapping group
                    ? group.get(name).or(() -> Optional.of(item))
                    : Optional.of(item);
        }
        problems.add(at.map(YamlNode::line).orElse(line()), pathOf(list) + "[" + index + "]." + name, message);
    }

    /** The value as written. */
    Optional<YamlNode> written(String name) {
        if (!asked.contains(name)) {
            asked.add(name);
        }
        return mapping.get(name);
    }

    Optional<String> text(String name) {
        return written(name).flatMap(value -> text(value, pathOf(name)));
    }

    String requiredText(String name) {
        return required(name, text(name), "");
    }

    /** A required text of one line that people read: nothing in it may hide or turn the rest around. */
    String requiredTitle(String name) {
        String title = requiredText(name);
        if (title.codePoints().anyMatch(Fields::isHidden)) {
            problem(name, "holds characters that cannot be seen or that turn the text around; write it anew");
        }
        return title;
    }

    List<String> texts(String name) {
        return list(name, this::text);
    }

    <E> Optional<E> choice(String name, Vocabulary<E> vocabulary) {
        return written(name).flatMap(value -> choice(value, pathOf(name), vocabulary));
    }

    <E> E requiredChoice(String name, Vocabulary<E> vocabulary, E placeholder) {
        return required(name, choice(name, vocabulary), placeholder);
    }

    <E> List<E> choices(String name, Vocabulary<E> vocabulary) {
        return list(name, (value, at) -> choice(value, at, vocabulary));
    }

    /** True or false. */
    Optional<Boolean> truth(String name) {
        return written(name).flatMap(value -> {
            if (value instanceof YamlNode.Scalar scalar && scalar.kind() == YamlNode.Kind.TRUTH) {
                return Optional.of(Boolean.parseBoolean(scalar.text()));
            }
            return wrong(value, pathOf(name), "true or false, without quotation marks");
        });
    }

    /**
     * A text in a notation of its own.
     *
     * @param expected what to write, for the message
     */
    <T> Optional<T> notation(String name, Function<String, Optional<T>> notation, String expected) {
        return written(name).flatMap(value -> notation(value, pathOf(name), notation, expected));
    }

    <T> T requiredNotation(String name, Function<String, Optional<T>> notation, String expected, T placeholder) {
        return required(name, notation(name, notation, expected), placeholder);
    }

    <T> Optional<T> notation(YamlNode value, String at, Function<String, Optional<T>> notation, String expected) {
        if (!(value instanceof YamlNode.Scalar scalar)
                || scalar.kind() == YamlNode.Kind.NOTHING
                || scalar.kind() == YamlNode.Kind.TRUTH) {
            return wrong(value, at, expected);
        }
        Optional<T> result = notation.apply(scalar.text());
        if (result.isEmpty()) {
            problems.add(value.line(), at, Problems.quoted(scalar.text()) + " is not " + expected);
        }
        return result;
    }

    /**
     * Where a work is shown. A region is a problem, since no law can be told from it; its code is kept, for files that were signed
     * with one.
     */
    Optional<String> territory(YamlNode value, String at) {
        Optional<String> place = notation(value, at, Notations::place, Notations.TERRITORY);
        place.filter(Notations::isRegion)
                .ifPresent(code ->
                        problems.add(value.line(), at, Problems.quoted(code) + " is not " + Notations.TERRITORY));
        return place;
    }

    /** A group of fields that must be there. */
    <T> T requiredGroup(String name, Function<Fields, T> reader) {
        Optional<T> value = group(name, reader);
        if (value.isEmpty()) {
            incomplete = true;
            if (!has(name)) {
                problem(name, "is missing");
            }
        }
        return value.orElseGet(() -> reader.apply(nothing(name)));
    }

    /** A group of fields whose names are not ours. */
    Optional<CborValue.Map> tree(String name) {
        return written(name).flatMap(value -> {
            if (value instanceof YamlNode.Mapping nested) {
                return Optional.of(CborTree.of(nested));
            }
            return wrong(value, pathOf(name), GROUP);
        });
    }

    /** A group of fields of its own. */
    <T> Optional<T> group(String name, Function<Fields, T> reader) {
        return written(name).flatMap(value -> group(value, pathOf(name), reader));
    }

    /** A group of fields; when it is absent, what the reader makes of an empty one. */
    <T> T groupOrEmpty(String name, Function<Fields, T> reader) {
        return group(name, reader).orElseGet(() -> reader.apply(nothing(name)));
    }

    private Fields nothing(String name) {
        return new Fields(new YamlNode.Mapping(line(), List.of()), pathOf(name), new Problems());
    }

    <T> List<T> groups(String name, Function<Fields, T> reader) {
        return list(name, (value, at) -> group(value, at, reader));
    }

    /** A list that says something by being empty; absent when an item cannot be read. */
    <T> Optional<List<T>> groupsIfSaid(String name, Function<Fields, T> reader) {
        return ifSaid(name, groups(name, reader));
    }

    /** The same of texts. */
    Optional<List<String>> textsIfSaid(String name) {
        return ifSaid(name, texts(name));
    }

    private <T> Optional<List<T>> ifSaid(String name, List<T> items) {
        boolean said = mapping.get(name).isPresent() && mapping.get(name).get() instanceof YamlNode.Sequence;
        return said && items.size() == countOf(name) ? Optional.of(items) : Optional.empty();
    }

    <T> List<T> list(String name, Item<T> item) {
        Optional<YamlNode> value = written(name);
        if (value.isEmpty()) {
            return List.of();
        }
        if (!(value.get() instanceof YamlNode.Sequence sequence)) {
            wrong(value.get(), pathOf(name), "a list");
            return List.of();
        }
        List<T> items = new ArrayList<>();
        for (int i = 0; i < sequence.items().size(); i++) {
            item.read(sequence.items().get(i), pathOf(name) + "[" + i + "]").ifPresent(items::add);
        }
        return List.copyOf(items);
    }

    /** Reads one item of a list. */
    interface Item<T> {
        Optional<T> read(YamlNode value, String at);
    }

    Optional<String> text(YamlNode value, String at) {
        if (!(value instanceof YamlNode.Scalar scalar)
                || scalar.kind() == YamlNode.Kind.NOTHING
                || scalar.kind() == YamlNode.Kind.TRUTH) {
            return wrong(value, at, "text");
        }
        String text = scalar.text();
        if (text.isBlank()) {
            problems.add(value.line(), at, "is blank; write something or remove the line");
            return Optional.empty();
        }
        if (text.length() > LONGEST_TEXT) {
            problems.add(value.line(), at, "is longer than " + LONGEST_TEXT + " characters");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    /** Control characters but line ends and tabs, and those that change the direction of what follows. */
    private static boolean isHidden(int c) {
        boolean control = Character.getType(c) == Character.CONTROL && c != '\n' && c != '\r' && c != '\t';
        return control || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }

    <E> Optional<E> choice(YamlNode value, String at, Vocabulary<E> vocabulary) {
        String allowed = "Allowed: " + String.join(", ", vocabulary.words());
        if (!(value instanceof YamlNode.Scalar scalar)
                || scalar.kind() == YamlNode.Kind.NOTHING
                || scalar.kind() == YamlNode.Kind.TRUTH) {
            return wrong(value, at, "one word. " + allowed);
        }
        Optional<E> found = vocabulary.find(scalar.text());
        if (found.isEmpty()) {
            String hint = Suggestion.nearest(scalar.text(), vocabulary.words())
                    .map(word -> "; did you mean \"" + word + "\"?")
                    .orElse(".");
            problems.add(value.line(), at, Problems.quoted(scalar.text()) + " is not allowed" + hint + " " + allowed);
        }
        return found;
    }

    private <T> Optional<T> group(YamlNode value, String at, Function<Fields, T> reader) {
        if (!(value instanceof YamlNode.Mapping nested)) {
            return wrong(value, at, GROUP);
        }
        Fields fields = new Fields(nested, at, problems);
        timeBase.ifPresent(fields::within);
        T result = reader.apply(fields);
        fields.done();
        return fields.incomplete ? Optional.empty() : Optional.of(result);
    }

    private <T> T required(String name, Optional<T> value, T placeholder) {
        if (value.isEmpty()) {
            incomplete = true;
            if (!has(name)) {
                problem(name, "is missing");
            }
        }
        return value.orElse(placeholder);
    }

    private <T> Optional<T> wrong(YamlNode value, String at, String expected) {
        boolean nothing = value instanceof YamlNode.Scalar scalar && scalar.kind() == YamlNode.Kind.NOTHING;
        String message = nothing
                ? "has no value; write " + expected + ", or remove the line"
                : "is " + YamlDocument.noun(value) + ", but should be " + expected;
        problems.add(value.line(), at, message);
        return Optional.empty();
    }

    /** Reports the fields that were never asked for. */
    void done() {
        for (YamlNode.Field field : mapping.fields()) {
            if (!asked.contains(field.name())) {
                String hint = Suggestion.nearest(field.name(), asked)
                        .map(name -> "; did you mean \"" + name + "\"?")
                        .orElse("; known here: " + String.join(", ", asked));
                problems.add(field.line(), pathOf(Problems.bare(field.name())), "is not a known field" + hint);
            }
        }
    }
}
