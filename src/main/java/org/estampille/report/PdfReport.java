package org.estampille.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
    private final List<Integer> starts = new ArrayList<>();

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
        starts.add(pages.begin(report.path()));
        overview.add(ReportPage.overview(report, words));
        List<PageBlock> blocks = ReportPage.of(report, words.language(), preview);
        for (int i = 0; i < blocks.size(); i++) {
            block(blocks.get(i), i + 1 < blocks.size() ? beginning(blocks.get(i + 1)) : 0);
        }
    }

    /** The document with everything added so far; nothing can be added after it. */
    public Octets document() throws IOException {
        pages.text("P", words.word("footer"), SMALL, 0);
        if (overview.size() > 1) {
            Table contents = contents();
            pages.first();
            new PdfTable(pages, contents).draw();
            pages.moveFirst();
        }
        pages.number(words);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pages.save(out);
        return Octets.adopt(out.toByteArray());
    }

    /** The overview with the page on which each file begins, behind as many pages as the overview itself takes. */
    private Table contents() throws IOException {
        int front = 0;
        int found = 1;
        Table contents = contents(found);
        while (found > front) {
            front = found;
            contents = contents(front);
            try (PdfPages trial = new PdfPages(words.tag(), words.word("title"))) {
                new PdfTable(trial, contents).draw();
                found = trial.count();
            }
        }
        return contents;
    }

    private Table contents(int front) {
        Table plain = ReportPage.overview(overview, words);
        List<String> head = new ArrayList<>(plain.head());
        head.add(words.word("page"));
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < plain.rows().size(); i++) {
            List<String> row = new ArrayList<>(plain.rows().get(i));
            row.add(Integer.toString(front + starts.get(i)));
            rows.add(row);
        }
        return new Table(plain.caption(), head, rows);
    }

    @Override
    public void close() throws IOException {
        pages.close();
    }

    /** What of a block has to stand below its heading. */
    private float beginning(PageBlock block) throws IOException {
        if (block instanceof Table table) {
            return Math.min(PdfPages.TALLEST - 60, new PdfTable(pages, table).beginning());
        }
        return block instanceof Timeline timeline ? beginning(timeline) : 30;
    }

    private static float beginning(Timeline timeline) {
        return 40 + 26f * Math.min(20, timeline.lanes().size());
    }

    /** @param next height of what has to stand below a heading */
    private void block(PageBlock block, float next) throws IOException {
        if (block instanceof Heading heading) {
            pages.space(heading.level() == 1 ? 4 : 10);
            pages.keep(30 + next);
            pages.text("H" + heading.level(), heading.text(), HEADINGS.get(heading.level() - 1), 0);
        } else if (block instanceof Paragraph paragraph) {
            pages.text("P", paragraph.text(), BODY, 0);
        } else if (block instanceof Sign sign) {
            pages.sign(sign);
        } else if (block instanceof Table table) {
            new PdfTable(pages, table).draw();
        } else if (block instanceof Tree tree) {
            for (Tree.Item item : tree.items()) {
                pages.text("P", "\u2022 " + item.text(), BODY, 12 + 14 * item.depth());
            }
        } else if (block instanceof Timeline timeline) {
            timeline(timeline);
        }
    }

    private void timeline(Timeline timeline) throws IOException {
        pages.keep(beginning(timeline));
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
