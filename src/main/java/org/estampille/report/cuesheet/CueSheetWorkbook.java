package org.estampille.report.cuesheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.estampille.cuesheet.Cue;
import org.estampille.cuesheet.CueSheet;

/** A cue sheet as an Office Open XML workbook. Every cell but numbers is a text, never a formula. */
public final class CueSheetWorkbook {

    private static final int WIDEST = 60;
    private static final int FRAMES = CueColumns.NAMES.indexOf("Frames");

    private CueSheetWorkbook() {}

    /** Writes the workbook. */
    public static void write(CueSheet sheet, OutputStream target) throws IOException {
        Workbook workbook = new Workbook(target, "Estampille", "01.0000");
        Worksheet page = workbook.newWorksheet("AI cue sheet");
        int[] widths = new int[CueColumns.NAMES.size()];
        row(page, 0, CueColumns.NAMES, widths);
        page.range(0, 0, 0, CueColumns.NAMES.size() - 1)
                .style()
                .bold()
                .fillColor("E8EDF3")
                .set();
        int row = 0;
        for (Cue cue : sheet.cues()) {
            row++;
            row(page, row, CueColumns.of(row, cue), widths);
        }
        for (int i = 0; i < widths.length; i++) {
            page.width(i, Math.min(WIDEST, widths[i] + 2));
        }
        page.freezePane(2, 1);
        page.setAutoFilter(0, 0, row, widths.length - 1);
        page.pageOrientation("landscape");
        page.fitToWidth((short) 1);
        page.fitToHeight((short) 0);
        Worksheet notes = workbook.newWorksheet("About");
        List<String> about = CueSheetSummary.lines(sheet);
        for (int i = 0; i < about.size(); i++) {
            notes.value(i, 0, about.get(i));
        }
        notes.width(0, WIDEST);
        workbook.finish();
    }

    private static void row(Worksheet page, int row, List<String> cells, int[] widths) {
        for (int i = 0; i < cells.size(); i++) {
            widths[i] = Math.max(widths[i], cells.get(i).length());
            if (row > 0 && (i == 0 || i == FRAMES)) {
                page.value(row, i, Long.parseLong(cells.get(i)));
            } else {
                page.value(row, i, cells.get(i));
            }
        }
    }
}
