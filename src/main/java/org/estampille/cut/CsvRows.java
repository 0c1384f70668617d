package org.estampille.cut;

import java.util.ArrayList;
import java.util.List;

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

    /** All rows that are not empty. */
    public static List<Row> read(String text) {
        String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char separator = first.indexOf('\t') >= 0 ? '\t' : first.indexOf(',') >= 0 ? ',' : ';';
        List<Row> rows = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        long line = 1;
        long start = 1;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '\n';
            if (c == '\n') {
                line++;
            }
            if (quoted && i < text.length()) {
                boolean twice = c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
                quoted = c != '"' || twice;
                if (twice || c != '"') {
                    cell.append(c);
                }
                i += twice ? 1 : 0;
            } else if (c == '"' && cell.toString().isBlank()) {
                cell.setLength(0);
                quoted = true;
            } else if (c == separator || c == '\n') {
                cells.add(cell.toString().strip());
                cell.setLength(0);
                if (c == '\n') {
                    if (cells.stream().anyMatch(value -> !value.isEmpty())) {
                        rows.add(new Row(start, cells));
                    }
                    cells.clear();
                    start = line;
                }
            } else {
                cell.append(c);
            }
        }
        return rows;
    }
}
