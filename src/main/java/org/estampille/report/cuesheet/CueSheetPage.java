package org.estampille.report.cuesheet;

import java.util.List;
import org.estampille.cuesheet.Cue;
import org.estampille.cuesheet.CueSheet;

/** A cue sheet as one page of HTML that needs nothing else and runs nothing. */
public final class CueSheetPage {

    private static final String STYLE = """
            body{font:14px/1.4 system-ui,sans-serif;margin:2rem;color:#16202c;background:#fff}
            h1{font-size:1.4rem;margin:0 0 .3rem}
            p{margin:.15rem 0}
            div{overflow-x:auto;margin-top:1rem}
            table{border-collapse:collapse;font-size:12px}
            th,td{border:1px solid #b9c4d0;padding:.35rem .5rem;text-align:left;vertical-align:top}
            th{background:#e8edf3;white-space:nowrap}
            td.t{font-family:ui-monospace,monospace;white-space:nowrap}
            td.due{font-weight:700;white-space:nowrap}
            tbody tr:nth-child(even){background:#f6f8fa}
            @media print{@page{size:A4 landscape;margin:8mm}body{margin:0}table{font-size:7px}thead{display:table-header-group}}
            """;

    private static final List<String> FIXED_WIDTH =
            List.of("Record in", "Record out", "Frames", "Source in", "Source out");

    private CueSheetPage() {}

    /** The page. */
    public static String of(CueSheet sheet) {
        List<String> about = CueSheetSummary.lines(sheet);
        StringBuilder page = new StringBuilder(4_096)
                .append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
                .append("<title>")
                .append(escaped(about.get(0)))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<h1>")
                .append(escaped(about.get(0)))
                .append("</h1>\n");
        about.subList(1, about.size())
                .forEach(line -> page.append("<p>").append(escaped(line)).append("</p>\n"));
        page.append("<div><table>\n<thead><tr>");
        CueColumns.NAMES.forEach(
                name -> page.append("<th scope=\"col\">").append(escaped(name)).append("</th>"));
        page.append("</tr></thead>\n<tbody>\n");
        int number = 0;
        for (Cue cue : sheet.cues()) {
            row(page, CueColumns.of(++number, cue));
        }
        return page.append("</tbody>\n</table></div>\n</body>\n</html>\n").toString();
    }

    private static void row(StringBuilder page, List<String> cells) {
        page.append("<tr>");
        for (int i = 0; i < cells.size(); i++) {
            String name = CueColumns.NAMES.get(i);
            String look = FIXED_WIDTH.contains(name)
                    ? " class=\"t\""
                    : name.equals("Label due") && !cells.get(i).equals("none") ? " class=\"due\"" : "";
            page.append("<td")
                    .append(look)
                    .append('>')
                    .append(escaped(cells.get(i)))
                    .append("</td>");
        }
        page.append("</tr>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
