package org.estampille.terms;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.estampille.bytes.Octets;

/**
 * Everything that is known of AI tools' terms: the bundled rows and those of a house. A row that another one replaces is kept
 * for its history but no longer answers. House rows come after the bundled ones, so that they can replace them.
 */
public final class TermsCatalogue {

    private static final String BUNDLED = "catalogue.yaml";

    private final List<TermsRow> all;
    private final Map<String, String> replacedBy;

    private TermsCatalogue(List<TermsRow> all) {
        this.all = List.copyOf(all);
        Map<String, String> replacements = new LinkedHashMap<>();
        for (TermsRow row : all) {
            row.replaces().forEach(id -> replacements.put(id, row.id()));
        }
        this.replacedBy = Map.copyOf(replacements);
    }

    /** The catalogue that comes with the program. Reads a resource; keep the result. */
    public static TermsCatalogue bundled() {
        try (InputStream stream = TermsCatalogue.class.getResourceAsStream(BUNDLED)) {
            if (stream == null) {
                throw new IllegalStateException(BUNDLED + " is not in the program");
            }
            TermsDocument<List<TermsRow>> document = TermsDocument.rows(Octets.adopt(stream.readAllBytes()));
            return new TermsCatalogue(document.content()
                    .orElseThrow(() -> new IllegalStateException(
                            BUNDLED + ": " + document.problems().get(0))));
        } catch (IOException e) {
            throw new IllegalStateException(BUNDLED + " cannot be read", e);
        }
    }

    /** This catalogue with the rows of a house; a house row with the id of another takes its place. */
    public TermsCatalogue with(List<TermsRow> house) {
        Set<String> own = new HashSet<>();
        house.forEach(row -> own.add(row.id()));
        List<TermsRow> together = new ArrayList<>();
        all.stream().filter(row -> !own.contains(row.id())).forEach(together::add);
        together.addAll(house);
        return new TermsCatalogue(together);
    }

    /** Rows that answer: those no other row replaces. In the order of the catalogue. */
    public List<TermsRow> rows() {
        return all.stream().filter(row -> !replacedBy.containsKey(row.id())).toList();
    }

    /** Every row, the replaced ones too. */
    public List<TermsRow> allRows() {
        return all;
    }

    /** The row with this id, replaced or not. */
    public Optional<TermsRow> row(String id) {
        return all.stream().filter(row -> row.id().equals(id)).findFirst();
    }

    /** The id of the row that replaces {@code id}. */
    public Optional<String> replacedBy(String id) {
        return Optional.ofNullable(replacedBy.get(id));
    }

    /** Rows that {@code row} made obsolete, older readings of the same terms. */
    public List<TermsRow> replacedBy(TermsRow row) {
        return all.stream().filter(old -> row.replaces().contains(old.id())).toList();
    }

    /**
     * Rows for a tool: those whose tool, vendor, a model or id equals {@code name}; if there is none, those where one of them
     * begins with it or has a word that does. Letter case does not count.
     */
    public List<TermsRow> find(String name) {
        String wanted = TermsRow.folded(name);
        List<TermsRow> exact =
                rows().stream().filter(row -> names(row).contains(wanted)).toList();
        if (!exact.isEmpty() || wanted.isEmpty()) {
            return exact;
        }
        return rows().stream().filter(row -> startsSomewhere(row, wanted)).toList();
    }

    /** Whether {@code name} may be the tool of a row: either of the names begins with the other, or has a word that does. */
    public static boolean isAbout(TermsRow row, String name) {
        String wanted = TermsRow.folded(name);
        return !wanted.isEmpty()
                && (startsSomewhere(row, wanted) || names(row).stream().anyMatch(known -> starts(wanted, known)));
    }

    /**
     * Rows for a tool and, where given, a plan, as they stand on a day. Of several rows with the same key only the last that is
     * in force by {@code day} answers.
     */
    public List<TermsRow> find(String name, Optional<String> plan, LocalDate day) {
        Map<TermsRow.Key, TermsRow> latest = new LinkedHashMap<>();
        for (TermsRow row : find(name)) {
            boolean fits = plan.map(TermsRow::folded)
                    .map(wanted -> TermsRow.folded(row.plan()).contains(wanted))
                    .orElse(true);
            if (fits) {
                latest.merge(row.key(), row, (first, second) -> later(first, second, day));
            }
        }
        return List.copyOf(latest.values());
    }

    private static TermsRow later(TermsRow first, TermsRow second, LocalDate day) {
        LocalDate from = first.window().from().orElse(LocalDate.MIN);
        LocalDate other = second.window().from().orElse(LocalDate.MIN);
        if (other.isAfter(day)) {
            return first;
        }
        return from.isAfter(day) || !other.isBefore(from) ? second : first;
    }

    /** Names of tools that begin with {@code prefix}, or have a word that does, in the order of the alphabet. For completion. */
    public List<String> tools(String prefix) {
        return completed(prefix, row -> List.of(row.tool()));
    }

    /** Names of vendors that begin with {@code prefix}, or have a word that does. For completion. */
    public List<String> vendors(String prefix) {
        return completed(prefix, row -> List.of(row.vendor()));
    }

    /** Models of a tool as {@link #find(String)} understands its name. For completion. */
    public List<String> models(String tool) {
        Set<String> models = new LinkedHashSet<>();
        find(tool).forEach(row -> models.addAll(row.models()));
        return List.copyOf(models);
    }

    /** Plans of a tool as {@link #find(String)} understands its name. For completion. */
    public List<String> plans(String tool) {
        Set<String> plans = new LinkedHashSet<>();
        find(tool).forEach(row -> plans.add(row.plan()));
        return List.copyOf(plans);
    }

    private List<String> completed(String prefix, java.util.function.Function<TermsRow, List<String>> naming) {
        String wanted = TermsRow.folded(prefix);
        Map<String, String> found = new TreeMap<>();
        for (TermsRow row : rows()) {
            for (String name : naming.apply(row)) {
                if (starts(name, wanted)) {
                    found.put(TermsRow.folded(name), name);
                }
            }
        }
        return List.copyOf(found.values());
    }

    private static List<String> names(TermsRow row) {
        List<String> names = new ArrayList<>(List.of(row.id(), row.tool(), row.vendor()));
        names.addAll(row.models());
        return names.stream().map(TermsRow::folded).toList();
    }

    private static boolean startsSomewhere(TermsRow row, String wanted) {
        return names(row).stream().anyMatch(name -> starts(name, wanted));
    }

    private static boolean starts(String name, String wanted) {
        String folded = TermsRow.folded(name);
        for (int at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
            if (at == 0 || !Character.isLetterOrDigit(folded.charAt(at - 1))) {
                return true;
            }
            if (wanted.isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
