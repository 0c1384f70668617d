package org.estampille.terms;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.estampille.bytes.Digest;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.Octets;
import org.estampille.yaml.YamlNode;

/**
 * Reads the fields of one group by name and type. What is wrong is collected and reads as absent, so that one pass finds
 * everything; {@link #done} reports fields nobody asked for.
 */
final class TermsFields {

    private static final int LONGEST_TEXT = 4_000;

    private final YamlNode.Mapping mapping;
    private final String path;
    private final List<TermsProblem> problems;
    private final List<String> asked = new ArrayList<>();

    TermsFields(YamlNode.Mapping mapping, String path, List<TermsProblem> problems) {
        this.mapping = mapping;
        this.path = path;
        this.problems = problems;
    }

    static TermsFields nothing() {
        return new TermsFields(new YamlNode.Mapping(1, List.of()), "", new ArrayList<>());
    }

    void problem(String name, String message) {
        problems.add(
                new TermsProblem(mapping.get(name).map(YamlNode::line).orElse(mapping.line()), pathOf(name), message));
    }

    boolean has(String name) {
        return mapping.get(name).isPresent();
    }

    private String pathOf(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private Optional<YamlNode> node(String name) {
        if (!asked.contains(name)) {
            asked.add(name);
        }
        return mapping.get(name);
    }

    Optional<String> text(String name) {
        Optional<YamlNode> node = node(name);
        return node.isEmpty() ? Optional.empty() : text(node.get(), name);
    }

    private Optional<String> text(YamlNode node, String name) {
        if (!(node instanceof YamlNode.Scalar scalar)) {
            problem(name, "should be a text, not a list or a group");
            return Optional.empty();
        }
        if (scalar.text().isBlank() || scalar.kind() == YamlNode.Kind.NOTHING) {
            problem(name, "is blank; write something or remove the line");
            return Optional.empty();
        }
        if (scalar.text().length() > LONGEST_TEXT) {
            problem(name, "is longer than " + LONGEST_TEXT + " characters; facts only, not the text of terms");
            return Optional.empty();
        }
        return Optional.of(scalar.text());
    }

    String requiredText(String name) {
        requirePresence(name);
        return text(name).orElse("");
    }

    /** A text that can name a file. */
    String requiredName(String name) {
        String text = requiredText(name);
        if (!text.isEmpty() && !isName(text)) {
            problem(
                    name,
                    "should have only letters, digits, dots, hyphens and underscores, at most 120, not \"" + text
                            + "\"");
            return "";
        }
        return text;
    }

    static boolean isName(String text) {
        return !text.isEmpty()
                && text.length() <= 120
                && text.charAt(0) != '.'
                && text.chars()
                        .allMatch(c -> c >= 'a' && c <= 'z'
                                || c >= 'A' && c <= 'Z'
                                || c >= '0' && c <= '9'
                                || c == '.'
                                || c == '-'
                                || c == '_');
    }

    private void requirePresence(String name) {
        if (mapping.get(name).isEmpty()) {
            problem(name, "is missing");
        }
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (YamlNode item : items(name)) {
            text(item, name).ifPresent(texts::add);
        }
        return texts;
    }

    private List<YamlNode> items(String name) {
        Optional<YamlNode> node = node(name);
        if (node.isEmpty()) {
            return List.of();
        }
        if (node.get() instanceof YamlNode.Sequence sequence) {
            return sequence.items();
        }
        problem(name, "should be a list");
        return List.of();
    }

    <E> Optional<E> choice(String name, E[] values, Function<E, String> word) {
        List<String> words = new ArrayList<>();
        for (E value : values) {
            words.add(word.apply(value));
        }
        return choice(name, words).map(found -> values[words.indexOf(found)]);
    }

    Optional<String> choice(String name, List<String> words) {
        Optional<String> text = text(name);
        if (text.isPresent() && !words.contains(text.get())) {
            problem(name, "\"" + text.get() + "\" is not allowed. Allowed: " + String.join(", ", words));
            return Optional.empty();
        }
        return text;
    }

    Optional<Boolean> truth(String name) {
        return choice(name, List.of("true", "false")).map("true"::equals);
    }

    Optional<LocalDate> day(String name) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text.get()));
        } catch (DateTimeException notADay) {
            problem(name, "\"" + text.get() + "\" is not a day such as 2026-10-02");
            return Optional.empty();
        }
    }

    LocalDate requiredDay(String name) {
        requirePresence(name);
        return day(name).orElse(LocalDate.EPOCH);
    }

    Optional<Digest> sha256(String name) {
        Optional<String> text = text(name);
        if (text.isPresent() && !text.get().matches("[0-9a-f]{64}")) {
            problem(name, "is not a SHA-256 digest: 64 digits and letters a to f");
            return Optional.empty();
        }
        return text.map(hex -> new Digest(HashAlgorithm.SHA256, Octets.ofHex(hex)));
    }

    /** A bare word, or {@code {value, note}}. */
    Provision provision(String name) {
        Optional<YamlNode> node = node(name);
        if (node.isPresent() && node.get() instanceof YamlNode.Mapping) {
            return group(name, group -> new Provision(group.answer("value"), group.text("note")))
                    .orElse(Provision.UNKNOWN);
        }
        return new Provision(answer(name), Optional.empty());
    }

    private Provision.Answer answer(String name) {
        return choice(name, Provision.Answer.values(), Provision.Answer::word).orElse(Provision.Answer.UNKNOWN);
    }

    <T> Optional<T> group(String name, Function<TermsFields, T> reader) {
        Optional<YamlNode> node = node(name);
        return node.isEmpty() ? Optional.empty() : group(node.get(), name, pathOf(name), reader);
    }

    <T> Optional<T> requiredGroup(String name, Function<TermsFields, T> reader) {
        requirePresence(name);
        return group(name, reader);
    }

    <T> List<T> groups(String name, Function<TermsFields, T> reader) {
        List<T> groups = new ArrayList<>();
        int index = 0;
        for (YamlNode item : items(name)) {
            group(item, name, pathOf(name) + "[" + index + "]", reader).ifPresent(groups::add);
            index++;
        }
        return groups;
    }

    private <T> Optional<T> group(YamlNode node, String name, String at, Function<TermsFields, T> reader) {
        if (!(node instanceof YamlNode.Mapping nested)) {
            problem(name, "should be a group of fields, each as \"name: value\"");
            return Optional.empty();
        }
        TermsFields fields = new TermsFields(nested, at, problems);
        T result = reader.apply(fields);
        fields.done();
        return Optional.of(result);
    }

    /** Reports the fields that were never asked for. */
    void done() {
        for (YamlNode.Field field : mapping.fields()) {
            if (!asked.contains(field.name())) {
                problems.add(new TermsProblem(
                        field.line(),
                        pathOf(field.name()),
                        "is not a known field; known here: " + String.join(", ", asked)));
            }
        }
    }
}
