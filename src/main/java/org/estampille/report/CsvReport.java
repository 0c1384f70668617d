package org.estampille.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.estampille.policy.Outcome;
import org.estampille.policy.RuleResult;
import org.estampille.policy.Verdict;

/** One row for each file and policy, or for each file without a policy (RFC 4180, UTF-8). No cell is a formula to a spreadsheet. */
public final class CsvReport {

    private static final String HEAD = "path,format,bytes,state,signer,ai,derived,profile,version,verdict,duty,failed,"
            + "undecided,to review,waived,judged for\r\n";

    private final StringBuilder out = new StringBuilder(HEAD);

    /** Adds a file. */
    public void add(VerificationReport report) {
        for (Verdict verdict : report.verdicts()) {
            List<String> cells = cells(report);
            cells.add(verdict.profile());
            cells.add(verdict.version().orElse(""));
            cells.add(verdict.decision().name());
            cells.add(verdict.duty().map(duty -> duty.word()).orElse(""));
            for (Outcome outcome : List.of(Outcome.FAIL, Outcome.INDETERMINATE, Outcome.WARN, Outcome.WAIVED)) {
                cells.add(ids(verdict, outcome));
            }
            row(report, cells);
        }
        if (report.verdicts().isEmpty()) {
            List<String> cells = cells(report);
            for (int i = 0; i < 8; i++) {
                cells.add("");
            }
            row(report, cells);
        }
    }

    /** The rows so far, below their names. */
    public String rows() {
        return out.toString();
    }

    private static List<String> cells(VerificationReport report) {
        List<String> cells = new ArrayList<>();
        cells.add(report.path());
        cells.add(report.format().orElse(""));
        cells.add(report.bytes() < 0 ? "" : Long.toString(report.bytes()));
        cells.add(report.state().label());
        cells.add(report.signerName().orElse(""));
        cells.add(report.disclosure().involvement().label());
        cells.add(report.disclosure().derivation().derived().label());
        return cells;
    }

    private static String ids(Verdict verdict, Outcome outcome) {
        return verdict.rules().stream()
                .filter(rule -> rule.outcome() == outcome)
                .map(RuleResult::id)
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private void row(VerificationReport report, List<String> cells) {
        cells.add(report.at().toString());
        out.append(cells.stream().map(CsvReport::cell).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    /** A cell that begins like a formula gets an apostrophe before it, as spreadsheets have it. */
    private static String cell(String text) {
        String safe = SafeText.line(text);
        String inert = !safe.isEmpty()
                        && "=+-@"
                                        .indexOf(
                                                safe.stripLeading().isEmpty()
                                                        ? ' '
                                                        : safe.stripLeading().charAt(0))
                                >= 0
                ? "'" + safe
                : safe;
        return inert.matches("[^\",\r\n]*") ? inert : '"' + inert.replace("\"", "\"\"") + '"';
    }
}
