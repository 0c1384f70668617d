package org.estampille.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One row for each file and policy, or for each file without a policy (RFC 4180, UTF-8). No cell is a formula to a spreadsheet. */
public final class CsvReport {

    private static final String LINE = "\r\n";

    private final StringBuilder out = new StringBuilder(String.join(",", BatchRows.COLUMNS)).append(LINE);

    /** Adds a file. */
    public void add(VerificationReport report) {
        for (List<Optional<String>> row : BatchRows.of(report)) {
            out.append(row.stream().map(cell -> cell(cell.orElse(""))).collect(Collectors.joining(",")))
                    .append(LINE);
        }
    }

    /** The rows so far, below their names. */
    public String rows() {
        return out.toString();
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
