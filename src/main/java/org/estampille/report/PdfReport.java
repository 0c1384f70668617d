package org.estampille.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.estampille.bytes.Octets;
import org.estampille.preview.Preview;
import org.estampille.report.PageBlock.Heading;
import org.estampille.report.PageBlock.Paragraph;
import org.estampille.report.PageBlock.Sign;
import org.estampille.report.PageBlock.Table;
import org.estampille.report.PageBlock.Timeline;
import org.estampille.report.PageBlock.Tree;

/** The same blocks as {@link HtmlReport} on paper: a tagged PDF with its language, its title and its font inside. */
public final class PdfReport implements AutoCloseable {

    private static final List<Float> HEADINGS = List.of(18f, 14f, 12f);
    private static final float BODY = 9.5f;
    private static final float SMALL = 8.5f;

    private final Words words;
    private final PdfPages pages;
    private final List<List<String>> overview = new ArrayList<>();

    public PdfReport(Language language) throws IOException {
        this.words = Words.ofPages(language);
        this.pages = new PdfPages(words.tag(), words.word("title"));
        pages.text("P", words.word("title"), SMALL, 0);
    }

    /**
     * Adds a file, on a page of its own.
     *
     * @param preview of the file, where {@link PicturePermit} has no objection
     */
    public void add(VerificationReport report, Preview preview) throws IOException {
        if (!overview.isEmpty()) {
            pages.turn();
        }
        overview.add(ReportPage.overview(report, words));
        for (PageBlock block : ReportPage.of(report, words.language(), preview)) {
            block(block);
        }
    }

    /** The document with everything added so far; nothing can be added after it. */
    public Octets document() throws IOException {
        pages.text("P", words.word("footer"), SMALL, 0);
        if (overview.size() > 1) {
            pages.first();
            table(ReportPage.overview(overview, words));
            pages.moveFirst();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pages.save(out);
        return Octets.adopt(out.toByteArray());
    }

    @Override
    public void close() throws IOException {
        pages.close();
    }

    private void block(PageBlock block) throws IOException {
        if (block instanceof Heading heading) {
            pages.space(heading.level() == 1 ? 4 : 10);
            pages.keep(60);
            pages.text("H" + heading.level(), heading.text(), HEADINGS.get(heading.level() - 1), 0);
        } else if (block instanceof Paragraph paragraph) {
            pages.text("P", paragraph.text(), BODY, 0);
        } else if (block instanceof Sign sign) {
            pages.sign(sign);
        } else if (block instanceof Table table) {
            table(table);
        } else if (block instanceof Tree tree) {
            for (Tree.Item item : tree.items()) {
                pages.text("P", "\u2022 " + item.text(), BODY, 12 + 14 * item.depth());
            }
        } else if (block instanceof Timeline timeline) {
            timeline(timeline);
        }
    }

    private void table(Table table) throws IOException {
        pages.space(4);
        pages.keep(80);
        PDStructureElement element = pages.group("Table");
        pages.textIn(element, "Caption", table.caption(), BODY, 0);
        pages.row(element, "TH", table.head(), SMALL);
        for (List<String> row : table.rows()) {
            if (!pages.fits(row, SMALL)) {
                pages.turn();
                pages.row(element, "TH", table.head(), SMALL);
            }
            pages.row(element, "TD", row, SMALL);
        }
        pages.space(4);
    }

    private void timeline(Timeline timeline) throws IOException {
        pages.keep(40 + 26f * Math.min(20, timeline.lanes().size()));
        pages.text("P", timeline.caption(), BODY, 0);
        pages.picture(timeline, timeline.caption());
        pages.ruler(timeline);
        for (Timeline.Lane lane : timeline.lanes()) {
            String all = lane.inWords(words);
            pages.text("P", all, SMALL, 0);
            pages.bars(lane, all);
        }
        pages.text("P", timeline.end(), SMALL, 0);
    }
}
