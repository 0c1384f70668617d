package org.estampille.cut;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Comma-separated values (RFC 4180), also with semicolons or tabs; the first line decides. */
public final class CsvRows {

    private CsvRows() {}

    /**
     * One row.
     *
     * @param line where it starts, from 1
     */
    public record Row(long line, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** All rows that are not empty, each cell without the blanks around it. */
    public static List<Row> read(String text) {
        String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char separator = first.indexOf('\t') >= 0 ? '\t' : first.indexOf(',') >= 0 ? ',' : ';';
        List<Row> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(text, format(separator))) {
            long line = 1;
            for (CSVRecord record : parser) {
                List<String> cells = record.stream().map(String::strip).toList();
                if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                    rows.add(new Row(line, cells));
                }
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", e);
        }
        return rows;
    }

    /** As spreadsheets write it, and lenient where people edited it: text after a closing quote, a quote never closed. */
    private static CSVFormat format(char separator) {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setIgnoreSurroundingSpaces(true)
                .setIgnoreEmptyLines(false)
                .setTrailingData(true)
                .setLenientEof(true)
                .get();
    }
}
