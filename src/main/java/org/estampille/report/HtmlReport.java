package org.estampille.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.estampille.preview.Preview;
import org.estampille.report.PageBlock.Heading;
import org.estampille.report.PageBlock.Paragraph;
import org.estampille.report.PageBlock.Shape;
import org.estampille.report.PageBlock.Sign;
import org.estampille.report.PageBlock.Table;
import org.estampille.report.PageBlock.Timeline;
import org.estampille.report.PageBlock.Tree;

/** One page of the web for any number of files: no scripts, nothing fetched, made to be read, heard and printed. */
public final class HtmlReport {

    private final Words words;
    private final StringBuilder out = new StringBuilder(16_384);
    private final List<List<String>> overview = new ArrayList<>();
    private final int start;
    private int files;
    private int tables;
    private int drawings;

    /** Longer than any word of ours. */
    private static final Pattern LONG = Pattern.compile("\\S{24,}");

    public HtmlReport(Language language) {
        this.words = Words.ofPages(language);
        String title = Markup.text(words.word("title"));
        out.append("<!DOCTYPE html>\n<html lang=\"")
                .append(words.tag())
                .append("\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src"
                        + " data:; style-src 'unsafe-inline'\">\n<title>")
                .append(title)
                .append("</title>\n<style>\n")
                .append(style())
                .append("</style>\n</head>\n<body>\n<header><p>")
                .append(title)
                .append("</p></header>\n<main>\n");
        this.start = out.length();
    }

    private static String style() {
        try (InputStream stream = HtmlReport.class.getResourceAsStream("report.css")) {
            return new String(Objects.requireNonNull(stream, "report.css").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadableJar) {
            throw new UncheckedIOException(unreadableJar);
        }
    }

    /**
     * Adds a file.
     *
     * @param preview of the file, where {@link PicturePermit} has no objection
     */
    public void add(VerificationReport report, Preview preview) {
        files++;
        overview.add(ReportPage.overview(report, words));
        out.append("<article>\n");
        ReportPage.of(report, words.language(), preview).forEach(this::block);
        out.append("</article>\n");
    }

    /** The page with everything added so far; that of several files begins with a row for each. */
    public String page() {
        String all = overview.size() < 2 ? out.toString() : out.substring(0, start) + overview() + out.substring(start);
        return all + "</main>\n<footer><p>" + Markup.text(words.word("footer")) + "</p></footer>\n</body>\n</html>\n";
    }

    private String overview() {
        Table table = ReportPage.overview(overview, words);
        StringBuilder rows = new StringBuilder();
        int number = 0;
        for (List<String> row : table.rows()) {
            rows.append("<tr><th scope=\"row\"><a href=\"#f")
                    .append(++number)
                    .append("\">")
                    .append(cellText(row.get(0)))
                    .append("</a></th>");
            row.subList(1, row.size())
                    .forEach(cell -> rows.append("<td>").append(cellText(cell)).append("</td>"));
            rows.append("</tr>\n");
        }
        StringBuilder head = new StringBuilder();
        table.head()
                .forEach(cell ->
                        head.append("<th scope=\"col\">").append(cellText(cell)).append("</th>"));
        return "<nav aria-labelledby=\"overview\">\n<div class=\"wide\" role=\"region\" tabindex=\"0\""
                + " aria-labelledby=\"overview\">\n<table>\n<caption id=\"overview\">" + Markup.text(table.caption())
                + "</caption>\n<thead><tr>" + head + "</tr></thead>\n<tbody>\n" + rows
                + "</tbody>\n</table>\n</div>\n</nav>\n";
    }

    private void block(PageBlock block) {
        if (block instanceof Heading heading) {
            String tag = "h" + heading.level();
            out.append('<').append(tag).append(heading.level() == 1 ? " id=\"f" + files + "\">" : ">");
            out.append(Markup.text(heading.text()));
            out.append("</").append(tag).append(">\n");
        } else if (block instanceof Paragraph paragraph) {
            out.append("<p>").append(Markup.text(paragraph.text())).append("</p>\n");
        } else if (block instanceof Sign sign) {
            sign(sign);
        } else if (block instanceof Table table) {
            table(table);
        } else if (block instanceof Tree tree) {
            tree(tree.items());
        } else if (block instanceof Timeline timeline) {
            timeline(timeline);
        }
    }

    private void sign(Sign sign) {
        out.append("<p class=\"sign\"><svg aria-hidden=\"true\" viewBox=\"0 0 32 32\" width=\"32\" height=\"32\">")
                .append(drawing(sign.shape()))
                .append("</svg> <strong>")
                .append(Markup.text(sign.word()))
                .append("</strong> <span>")
                .append(Markup.text(sign.text()))
                .append("</span></p>\n");
    }

    private static String drawing(Shape shape) {
        return switch (shape) {
            case SQUARE -> "<path d=\"M3 3h26v26H3zM9 16l5 6 9-12\"/>";
            case TRIANGLE -> "<path d=\"M16 3l14 26H2zM16 12v8M16 24v2\"/>";
            case OCTAGON -> "<path d=\"M10 3h12l7 7v12l-7 7H10l-7-7V10zM11 11l10 10M21 11L11 21\"/>";
            case CIRCLE ->
                "<path d=\"M16 3a13 13 0 1 0 .01 0zM12 13a4 4 0 1 1 6 3c-1.500 1-2 1.800-2 3.500M16 23v2\"/>";
        };
    }

    /** A table that is wider than the window is scrolled, with the keyboard too. */
    private void table(Table table) {
        String id = "t" + ++tables;
        out.append("<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-labelledby=\"")
                .append(id)
                .append(" f")
                .append(files)
                .append("\">\n<table>\n<caption id=\"")
                .append(id)
                .append("\">")
                .append(Markup.text(table.caption()))
                .append("</caption>\n<thead><tr>");
        table.head()
                .forEach(cell ->
                        out.append("<th scope=\"col\">").append(cellText(cell)).append("</th>"));
        out.append("</tr></thead>\n<tbody>\n");
        for (List<String> row : table.rows()) {
            out.append("<tr><th scope=\"row\">").append(cellText(row.get(0))).append("</th>");
            row.subList(1, row.size())
                    .forEach(cell -> out.append("<td>").append(cellText(cell)).append("</td>"));
            out.append("</tr>\n");
        }
        out.append("</tbody>\n</table>\n</div>\n");
    }

    /** Words stay whole, and a table of them is scrolled; digests, addresses and the like break where they must. */
    private static String cellText(String text) {
        StringBuilder cell = new StringBuilder();
        Matcher token = LONG.matcher(text);
        int at = 0;
        while (token.find()) {
            cell.append(Markup.text(text.substring(at, token.start())))
                    .append("<span class=\"long\">")
                    .append(Markup.text(token.group()))
                    .append("</span>");
            at = token.end();
        }
        return cell.append(Markup.text(text.substring(at))).toString();
    }

    private void tree(List<Tree.Item> items) {
        int depth = -1;
        for (Tree.Item item : items) {
            if (item.depth() > depth) {
                out.append("<ul>".repeat(item.depth() - depth));
            } else {
                out.append("</li>");
                out.append("</ul></li>".repeat(depth - item.depth()));
            }
            out.append("<li>").append(Markup.text(item.text()));
            depth = item.depth();
        }
        out.append("</li></ul>".repeat(depth + 1)).append('\n');
    }

    /** The drawing, which is scrolled where it would be too small to read, and the same in words. */
    private void timeline(Timeline timeline) {
        String id = "d" + ++drawings;
        out.append("<figure>\n<figcaption id=\"")
                .append(id)
                .append("\">")
                .append(Markup.text(timeline.caption()))
                .append("</figcaption>\n<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-labelledby=\"")
                .append(id)
                .append(" f")
                .append(files)
                .append("\">\n")
                .append(new TimelineDrawing(timeline, drawings).svg())
                .append("<p class=\"end\">")
                .append(Markup.text(timeline.end()))
                .append("</p>\n</div>\n<p class=\"hint\">")
                .append(Markup.text(words.word("timeline.scroll")))
                .append("</p>\n<ul>\n");
        for (Timeline.Lane lane : timeline.lanes()) {
            out.append("<li>").append(Markup.text(lane.inWords(words))).append("</li>\n");
        }
        out.append("</ul>\n</figure>\n");
    }
}
