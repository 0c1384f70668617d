package org.estampille.report.cuesheet;

import java.util.List;
import org.estampille.cuesheet.Cue;
import org.estampille.cuesheet.CueSheet;

/** A cue sheet as comma-separated values (RFC 4180). No cell can be taken for a formula by a spreadsheet. */
public final class CueSheetCsv {

    private static final String END = "\r\n";

    private CueSheetCsv() {}

    /** The text, column names first. */
    public static String of(CueSheet sheet) {
        StringBuilder text = new StringBuilder(1_024);
        row(text, CueColumns.NAMES);
        int number = 0;
        for (Cue cue : sheet.cues()) {
            row(text, CueColumns.of(++number, cue));
        }
        return text.toString();
    }

    private static void row(StringBuilder text, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            text.append(i == 0 ? "" : ",").append(cell(cells.get(i)));
        }
        text.append(END);
    }

    /** A leading apostrophe makes spreadsheets show a text instead of computing it. */
    static String cell(String value) {
        String first = value.strip();
        boolean formula = !first.isEmpty() && "=+-@\t\r|%".indexOf(first.charAt(0)) >= 0;
        String safe = formula ? "'" + value : value;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
