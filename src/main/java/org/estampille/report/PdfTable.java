package org.estampille.report;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.estampille.report.PageBlock.Table;

/** A table on pages: its head stands on each of them, and neither its beginning nor its last row stands there alone. */
final class PdfTable {

    private static final float CAPTION = 9.5f;
    private static final float CELLS = 8.5f;
    private static final float NARROWEST = 0.12f;

    private final PdfPages pages;
    private final Table table;
    private final float[] shares;

    PdfTable(PdfPages pages, Table table) {
        this.pages = pages;
        this.table = table;
        this.shares = shares();
    }

    /** How much of the width each column gets: more for long texts, and enough for short ones. */
    private float[] shares() {
        int columns = table.head().size();
        if (columns == 2) {
            return new float[] {0.25f, 0.75f};
        }
        double[] weights = new double[columns];
        double sum = 0;
        for (int i = 0; i < columns; i++) {
            long letters = table.head().get(i).length();
            for (List<String> row : table.rows()) {
                letters += row.get(i).length();
            }
            weights[i] = Math.sqrt((double) letters);
            sum += weights[i];
        }
        float[] shares = new float[columns];
        for (int i = 0; i < columns; i++) {
            shares[i] = (float) (NARROWEST + (1 - NARROWEST * columns) * weights[i] / sum);
        }
        return shares;
    }

    /** What has to stand on one page: caption, head and the first row, and the second where it is the last. */
    float beginning() throws IOException {
        float least = pages.height(List.of(table.caption()), new float[] {1}, CAPTION) + height(table.head());
        return least + (table.rows().isEmpty() ? 0 : withLast(0));
    }

    private float height(List<String> row) throws IOException {
        return pages.height(row, shares, CELLS);
    }

    /** The height of a row, with that of the last one after the last but one, where a page can hold both. */
    private float withLast(int row) throws IOException {
        float own = height(table.rows().get(row));
        if (row != table.rows().size() - 2) {
            return own;
        }
        float both = own + height(table.rows().get(row + 1));
        return both > PdfPages.TALLEST / 2 ? own : both;
    }

    void draw() throws IOException {
        pages.space(4);
        pages.keep(Math.min(PdfPages.TALLEST, beginning()));
        PDStructureElement element = pages.group("Table");
        pages.textIn(element, "Caption", table.caption(), CAPTION, 0);
        pages.row(element, "TH", table.head(), shares, CELLS);
        for (int i = 0; i < table.rows().size(); i++) {
            if (i > 0 && !pages.hasRoom(withLast(i))) {
                pages.turn();
                pages.row(element, "TH", table.head(), shares, CELLS);
            }
            pages.row(element, "TD", table.rows().get(i), shares, CELLS);
        }
        pages.space(4);
    }
}
