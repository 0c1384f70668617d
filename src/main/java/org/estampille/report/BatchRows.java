package org.estampille.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.estampille.policy.Outcome;
import org.estampille.policy.RuleResult;
import org.estampille.policy.Verdict;

/** One row for each file and policy, or for each file without a policy: what {@link CsvReport} and {@link ParquetReport} write. */
final class BatchRows {

    /** The number of octets is a number, all else is text. */
    static final String BYTES = "bytes";

    static final List<String> COLUMNS = List.of(
            "path",
            "format",
            BYTES,
            "state",
            "signer",
            "ai",
            "derived",
            "profile",
            "version",
            "verdict",
            "duty",
            "failed",
            "undecided",
            "to review",
            "waived",
            "judged for");

    private BatchRows() {}

    /** The rows of one file; a cell is empty where there is nothing to say. */
    static List<List<Optional<String>>> of(VerificationReport report) {
        List<List<Optional<String>>> rows = new ArrayList<>();
        for (Verdict verdict : report.verdicts()) {
            List<Optional<String>> cells = cells(report);
            cells.add(Optional.of(verdict.profile()));
            cells.add(verdict.version());
            cells.add(Optional.of(verdict.decision().name()));
            cells.add(verdict.duty().map(duty -> duty.word()));
            for (Outcome outcome : List.of(Outcome.FAIL, Outcome.INDETERMINATE, Outcome.WARN, Outcome.WAIVED)) {
                cells.add(Optional.of(ids(verdict, outcome)).filter(ids -> !ids.isEmpty()));
            }
            rows.add(cells);
        }
        if (rows.isEmpty()) {
            List<Optional<String>> cells = cells(report);
            while (cells.size() < COLUMNS.size() - 1) {
                cells.add(Optional.empty());
            }
            rows.add(cells);
        }
        rows.forEach(row -> row.add(Optional.of(report.at().toString())));
        return rows;
    }

    private static List<Optional<String>> cells(VerificationReport report) {
        List<Optional<String>> cells = new ArrayList<>();
        cells.add(Optional.of(report.path()));
        cells.add(report.format());
        cells.add(report.bytes() < 0 ? Optional.empty() : Optional.of(Long.toString(report.bytes())));
        cells.add(Optional.of(report.state().label()));
        cells.add(report.signerName());
        cells.add(Optional.of(report.disclosure().involvement().label()));
        cells.add(Optional.of(report.disclosure().derivation().derived().label()));
        return cells;
    }

    private static String ids(Verdict verdict, Outcome outcome) {
        return verdict.rules().stream()
                .filter(rule -> rule.outcome() == outcome)
                .map(RuleResult::id)
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
