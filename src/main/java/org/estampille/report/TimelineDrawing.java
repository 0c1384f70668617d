package org.estampille.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.estampille.bytes.Octets;
import org.estampille.preview.Preview;
import org.estampille.report.PageBlock.Timeline;

/** A timeline as SVG: the picture, below it its parts of AI, the hours, and a lane for each use. Units: 1000 wide. */
final class TimelineDrawing {

    private static final int WIDE = 1000;
    private static final int STRIP = 58;
    private static final int BAND = 9;
    private static final int MARKED = 26;
    private static final int RULER = 28;
    private static final int LANE = 34;
    static final int TICKS = 5;

    private final StringBuilder out = new StringBuilder(16_384);
    private final Timeline timeline;
    private final int number;
    private int y;

    /** @param number tells the patterns of several drawings on a page apart */
    TimelineDrawing(Timeline timeline, int number) {
        this.timeline = timeline;
        this.number = number;
    }

    String svg() {
        boolean pictured = !(timeline.backdrop() instanceof Preview.Nothing);
        int bands = (int) List.of(Timeline.Texture.values()).stream()
                .filter(texture -> !timeline.anywhere(texture).isEmpty())
                .count();
        int height = (pictured ? STRIP + bands * MARKED : 0)
                + RULER
                + timeline.lanes().size() * LANE
                + 4;
        put(
                "<svg class=\"time\" role=\"img\" aria-label=\"%s\" viewBox=\"0 0 %d %d\">%n",
                text(caption()), WIDE, height);
        patterns();
        if (timeline.backdrop() instanceof Preview.Filmstrip strip) {
            frames(strip);
        } else if (timeline.backdrop() instanceof Preview.Waveform wave) {
            peaks(wave.peaks());
        }
        if (pictured) {
            y += STRIP;
            for (Timeline.Texture texture : Timeline.Texture.values()) {
                marked(texture);
            }
        }
        ruler();
        timeline.lanes().forEach(this::lane);
        return out.append("</svg>\n").toString();
    }

    private String caption() {
        return timeline.caption();
    }

    private void put(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values));
    }

    private static String text(String words) {
        return Markup.text(words);
    }

    private void patterns() {
        put("<defs>");
        pattern("full", "<path class=\"ink\" d=\"M0 0h8v8H0z\"/>");
        pattern("hatched", "<path class=\"line\" d=\"M-2 2l4-4M0 8l8-8M6 10l4-4\"/>");
        pattern("dotted", "<path class=\"ink\" d=\"M1 1h3v3H1zM5 5h3v3H5z\"/>");
        put("</defs>%n");
    }

    private void pattern(String name, String drawing) {
        put(
                "<pattern id=\"%s%d\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">"
                        + "<path class=\"paper\" d=\"M0 0h8v8H0z\"/>%s</pattern>",
                name, number, drawing);
    }

    private void frames(Preview.Filmstrip strip) {
        double width = timeline.covered() * WIDE / strip.frames().size();
        double x = 0;
        for (Optional<Octets> frame : strip.frames()) {
            if (frame.isPresent()) {
                put(
                        "<image x=\"%.1f\" y=\"0\" width=\"%.1f\" height=\"%d\" preserveAspectRatio=\"xMidYMid slice\""
                                + " href=\"data:image/jpeg;base64,",
                        x, width, STRIP - 2);
                out.append(frame.get().base64()).append("\"/>\n");
            }
            put("<path class=\"cell\" d=\"M%.1f 0h%.1fv%dh%.1fz\"/>%n", x, width, STRIP - 2, -width);
            x += width;
        }
    }

    private void peaks(List<Double> peaks) {
        double width = timeline.covered() * WIDE / peaks.size();
        double middle = (STRIP - 2) / 2.0;
        out.append("<path class=\"wave\" d=\"");
        for (int i = 0; i < peaks.size(); i++) {
            double reach = Math.max(0.5, peaks.get(i) * (middle - 2));
            put("M%.1f %.1fv%.1f", (i + 0.5) * width, middle - reach, 2 * reach);
        }
        put("\"/>%n<path class=\"axis\" d=\"M0 %.1fh%d\"/>%n", middle, WIDE);
    }

    /** The parts with AI of one kind: a band below the picture, so that all of the picture is seen, and its name. */
    private void marked(Timeline.Texture texture) {
        List<Timeline.Bar> bars = timeline.anywhere(texture);
        for (Timeline.Bar bar : bars) {
            put(
                    "<rect class=\"band\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"url(#%s%d)\"/>%n",
                    Math.min(bar.from() * WIDE, WIDE - 3.0),
                    y + 1,
                    Math.max(3, (bar.to() - bar.from()) * WIDE),
                    BAND,
                    fill(texture),
                    number);
        }
        if (bars.isEmpty()) {
            return;
        }
        String word = timeline.word(texture);
        boolean fits = bars.get(0).from() * WIDE + 9.0 * word.length() < WIDE;
        double x = fits ? bars.get(0).from() * WIDE + 2 : WIDE - 2;
        String anchor = fits ? "start" : "end";
        put(
                "<text class=\"ai\" x=\"%.1f\" y=\"%d\" text-anchor=\"%s\">%s</text>%n",
                x, y + BAND + 13, anchor, text(word));
        y += MARKED;
    }

    private static String fill(Timeline.Texture texture) {
        return texture.name().toLowerCase(Locale.ROOT);
    }

    private void ruler() {
        for (int i = 0; i <= TICKS; i++) {
            int x = i * WIDE / TICKS;
            String anchor = i == 0 ? "start" : i == TICKS ? "end" : "middle";
            put("<path class=\"axis\" d=\"M%d %dv5\"/>", Math.min(WIDE - 1, Math.max(1, x)), y);
            put(
                    "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>%n",
                    x, y + 17, anchor, text(DeclaredTimeline.clock(timeline.seconds() * i / TICKS)));
        }
        y += RULER;
    }

    private void lane(Timeline.Lane lane) {
        put("<text x=\"2\" y=\"%d\">%s</text>%n", y + 12, text(lane.name()));
        put("<path class=\"axis\" d=\"M0 %dh%d\"/>%n", y + 24, WIDE);
        for (Timeline.Bar bar : lane.bars()) {
            double width = Math.max(3, (bar.to() - bar.from()) * WIDE);
            put(
                    "<rect class=\"bar\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"14\" fill=\"url(#%s%d)\">"
                            + "<title>%s</title></rect>%n",
                    Math.min(WIDE - 3, bar.from() * WIDE),
                    y + 17,
                    width,
                    fill(lane.texture()),
                    number,
                    text(bar.words()));
        }
        y += LANE;
    }
}
