package org.estampille.rubric;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.yaml.YamlLimits;
import org.estampille.yaml.YamlNode;
import org.estampille.yaml.YamlReader;

/** Where the parts of a rubric stand in its text: read again, and only when there is something to say of one of them. */
public final class RubricLines {

    private final List<YamlNode> documents;

    private RubricLines(List<YamlNode> documents) {
        this.documents = List.copyOf(documents);
    }

    /** The lines of a text that {@link RubricReader} reads. */
    public static RubricLines of(String text) {
        YamlLimits limits = new YamlLimits(YamlDocuments.DEEPEST, YamlDocuments.MOST_VALUES);
        return new RubricLines(split(YamlReader.read(text, limits).documents()));
    }

    /** As {@link RubricReader} takes the parts of a rubric that is one JSON object. */
    private static List<YamlNode> split(List<YamlNode> documents) {
        if (documents.size() == 1
                && documents.get(0) instanceof YamlNode.Mapping whole
                && whole.get("information_block").isPresent()) {
            List<YamlNode> parts =
                    new ArrayList<>(whole.get("information_block").stream().toList());
            parts.addAll(whole.get("sections").map(RubricLines::items).orElse(List.of()));
            return parts;
        }
        return documents;
    }

    private static List<YamlNode> items(YamlNode node) {
        return node instanceof YamlNode.Sequence list ? list.items() : List.of(node);
    }

    /**
     * The line, from 1, of a part of the first document.
     *
     * @param path names of fields, and numbers from 0 in lists; of what is not there, what it would stand in
     */
    public int information(List<String> path) {
        return documents.isEmpty() ? 1 : line(documents.get(0), path);
    }

    /**
     * The line, from 1, of a part of a statement.
     *
     * @param number of the statement, from 1, as {@link Rubric#statements} counts them
     */
    public int statement(int number, List<String> path) {
        List<YamlNode> statements = documents.stream()
                .skip(1)
                .flatMap(document -> items(document).stream())
                .filter(item -> item instanceof YamlNode.Mapping fields
                        && fields.get("block").isEmpty())
                .toList();
        return number > statements.size() ? 1 : line(statements.get(number - 1), path);
    }

    private static int line(YamlNode node, List<String> path) {
        int line = node.line();
        YamlNode here = node;
        for (String step : path) {
            Optional<YamlNode> next = Optional.empty();
            if (here instanceof YamlNode.Mapping fields) {
                for (YamlNode.Field field : fields.fields()) {
                    if (field.name().equals(step)) {
                        line = field.line();
                        next = Optional.of(field.value());
                    }
                }
            } else if (here instanceof YamlNode.Sequence list && step.matches("\\d{1,6}")) {
                next = list.items().stream().skip(Integer.parseInt(step)).findFirst();
                line = next.map(YamlNode::line).orElse(line);
            }
            if (next.isEmpty()) {
                return line;
            }
            here = next.get();
        }
        return line;
    }
}
