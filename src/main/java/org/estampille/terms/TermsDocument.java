package org.estampille.terms;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.estampille.bytes.Octets;
import org.estampille.yaml.YamlLimits;
import org.estampille.yaml.YamlNode;
import org.estampille.yaml.YamlReader;
import org.estampille.yaml.YamlStream;

/**
 * What a file of the catalogue holds, or everything that is wrong with it.
 *
 * @param content empty where there are problems
 * @param problems in the order of lines
 */
public record TermsDocument<T>(Optional<T> content, List<TermsProblem> problems) {

    /** Octets of the largest file that is read. */
    public static final int LONGEST = 4 << 20;

    private static final YamlLimits LIMITS = new YamlLimits(16, 50_000);

    private static final String SCHEMA = "terms-catalogue/1.0";

    public TermsDocument {
        problems = List.copyOf(problems);
    }

    /** Reads rows: a file with {@code rows}, or one row alone. */
    public static TermsDocument<List<TermsRow>> rows(Octets file) {
        return read(file, TermsDocument::rows);
    }

    private static List<TermsRow> rows(TermsFields fields) {
        fields.choice("schema", List.of(SCHEMA));
        fields.day("compiledOn");
        List<TermsRow> rows =
                fields.has("rows") ? fields.groups("rows", TermsRow::read) : List.of(TermsRow.read(fields));
        Set<String> names = new HashSet<>();
        for (TermsRow row : rows) {
            if (!row.id().isEmpty() && !names.add(row.id())) {
                fields.problem("rows", "has two rows named \"" + row.id() + "\"");
            }
        }
        return rows;
    }

    /** Reads one record that {@code reader} makes of the document's fields. */
    static <T> TermsDocument<T> read(Octets file, Function<TermsFields, T> reader) {
        List<TermsProblem> problems = new ArrayList<>();
        if (file.length() > LONGEST) {
            problems.add(new TermsProblem(1, "", "is larger than " + LONGEST + " octets"));
            return new TermsDocument<>(Optional.empty(), problems);
        }
        YamlStream stream = YamlReader.read(file.utf8(), LIMITS);
        stream.problems()
                .forEach(problem -> problems.add(new TermsProblem(problem.line(), problem.path(), problem.message())));
        if (stream.documents().size() > 1) {
            problems.add(new TermsProblem(
                    stream.documents().get(1).line(), "", "holds a second document; one file holds one"));
        } else if (stream.documents().size() == 1 && stream.documents().get(0) instanceof YamlNode.Mapping mapping) {
            TermsFields fields = new TermsFields(mapping, "", problems);
            T content = reader.apply(fields);
            fields.done();
            problems.sort(Comparator.comparingInt(TermsProblem::line));
            return new TermsDocument<>(problems.isEmpty() ? Optional.of(content) : Optional.empty(), problems);
        }
        if (problems.isEmpty()) {
            problems.add(new TermsProblem(1, "", "should be a group of fields, each as \"name: value\""));
        }
        return new TermsDocument<>(Optional.empty(), problems);
    }
}
