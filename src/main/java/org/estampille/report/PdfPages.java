package org.estampille.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.estampille.preview.Preview;
import org.estampille.report.PageBlock.Shape;
import org.estampille.report.PageBlock.Sign;
import org.estampille.report.PageBlock.Timeline;
import org.jspecify.annotations.Nullable;

/** Pages of a tagged PDF, filled from top to bottom. Lengths are points. */
final class PdfPages implements AutoCloseable {

    /** What fits on a page. */
    static final float TALLEST = PDRectangle.A4.getHeight() - 2 * 50;

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final float MARGIN = 50;
    private static final float LEADING = 1.3f;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final float GAP = 8;
    private static final int MOST_LINES = 40;
    private static final float STRIP = 30;
    private static final float BAND = 4;
    private static final float TINY = 7;

    private final PDDocument document = new PDDocument();
    private final PdfTags tags;
    private final PdfLines lines;
    private final PdfMargins margins;
    private final PDFont font;
    private @Nullable PDPageContentStream stream;
    private float y;
    private int later;

    PdfPages(String language, String title) throws IOException {
        try (InputStream file = PDFont.class.getResourceAsStream(FONT)) {
            if (file == null) {
                throw new IOException(FONT + " is not in the program");
            }
            this.font = PDType0Font.load(document, file, true);
        }
        this.lines = new PdfLines(font);
        this.margins = new PdfMargins(document, font, lines);
        this.tags = new PdfTags(document, language, title);
        turn();
    }

    /** Begins a new page. */
    void turn() throws IOException {
        if (stream != null) {
            stream.close();
        }
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        margins.turn(page);
        tags.begin(page);
        stream = new PDPageContentStream(document, page);
        y = PDRectangle.A4.getHeight() - MARGIN;
    }

    /** What comes now is about {@code file}, and begins on this page. Returns how many pages there are. */
    int begin(String file) {
        margins.begin(file);
        return count();
    }

    int count() {
        return document.getNumberOfPages();
    }

    /** Begins pages that come before all others, once they are done. */
    void first() throws IOException {
        later = document.getNumberOfPages();
        turn();
        margins.begin("");
        tags.first();
    }

    /** Puts the pages made since {@link #first} in front. */
    void moveFirst() {
        int made = document.getNumberOfPages() - later;
        for (int i = 0; i < made; i++) {
            PDPage page = document.getPage(later + i);
            document.getPages().remove(page);
            document.getPages().insertBefore(page, document.getPage(i));
        }
    }

    private PDPageContentStream out() {
        return java.util.Objects.requireNonNull(stream);
    }

    void space(float height) {
        y -= height;
    }

    /** Turns the page when less than {@code height} is left of it. */
    void keep(float height) throws IOException {
        if (!hasRoom(height)) {
            turn();
        }
    }

    /** An element that holds others. */
    PDStructureElement group(String type) {
        return tags.group(type);
    }

    void text(String type, String text, float size, float indent) throws IOException {
        textIn(tags.root(), type, text, size, indent);
    }

    void textIn(PDStructureElement parent, String type, String text, float size, float indent) throws IOException {
        List<String> wrapped = lines.wrapped(text, size, WIDTH - indent);
        PDStructureElement element = tags.child(parent, type);
        int start = 0;
        while (start < wrapped.size()) {
            keep(size * LEADING);
            int fit = Math.max(1, (int) ((y - MARGIN) / (size * LEADING)));
            int end = Math.min(wrapped.size(), start + fit);
            tags.open(out(), element, type);
            draw(wrapped.subList(start, end), size, MARGIN + indent, y, isBold(type));
            out().endMarkedContent();
            y -= (end - start) * size * LEADING;
            start = end;
        }
        y -= 2;
    }

    private static boolean isBold(String type) {
        return type.matches("H[1-3]|TH|Caption");
    }

    /** Bold letters are those of the one font with a thicker outline. */
    private void draw(List<String> wrapped, float size, float x, float top, boolean bold) throws IOException {
        out().saveGraphicsState();
        out().beginText();
        out().setFont(font, size);
        out().setLineWidth(size * 0.035f);
        out().setRenderingMode(bold ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        out().setLeading(size * LEADING);
        out().newLineAtOffset(x, top - size);
        for (String line : wrapped) {
            out().showText(line);
            out().newLine();
        }
        out().endText();
        out().restoreGraphicsState();
    }

    /** The height of a row of a table; of one that no page can hold, that of its first line. */
    float height(List<String> cells, float[] shares, float size) throws IOException {
        int tallest = 1;
        for (int i = 0; i < cells.size(); i++) {
            tallest = Math.max(
                    tallest,
                    lines.wrapped(cells.get(i), size, shares[i] * WIDTH - GAP).size());
        }
        return (tallest > MOST_LINES ? 1 : tallest) * size * LEADING + 5;
    }

    /** Whether something of that height has room on this page. */
    boolean hasRoom(float height) {
        return y - height >= MARGIN;
    }

    /** A row of a table. A row taller than a page loses what is below the edge of the page to the next one. */
    void row(PDStructureElement table, String cellType, List<String> cells, float[] shares, float size)
            throws IOException {
        List<List<String>> wrapped = new ArrayList<>();
        int tallest = 1;
        for (int i = 0; i < cells.size(); i++) {
            wrapped.add(lines.wrapped(cells.get(i), size, shares[i] * WIDTH - GAP));
            tallest = Math.max(tallest, wrapped.get(i).size());
        }
        PDStructureElement row = tags.child(table, "TR");
        List<PDStructureElement> elements = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            elements.add(tags.child(row, i == 0 ? "TH" : cellType));
        }
        int start = 0;
        while (start < tallest) {
            keep(tallest <= MOST_LINES ? tallest * size * LEADING + 4 : size * LEADING + 4);
            int fit = Math.max(1, (int) ((y - MARGIN) / (size * LEADING)));
            int end = Math.min(tallest, start + fit);
            float x = MARGIN;
            for (int i = 0; i < cells.size(); i++) {
                List<String> own = wrapped.get(i);
                if (start < own.size()) {
                    tags.open(out(), elements.get(i), cellType);
                    draw(own.subList(start, Math.min(end, own.size())), size, x, y, isBold(cellType));
                    out().endMarkedContent();
                }
                x += shares[i] * WIDTH;
            }
            y -= (end - start) * size * LEADING;
            start = end;
        }
        rule(cellType.equals("TH") ? 1f : 0.4f);
    }

    private void rule(float thickness) throws IOException {
        tags.openArtifact(out());
        out().setLineWidth(thickness);
        out().moveTo(MARGIN, y - 2);
        out().lineTo(MARGIN + WIDTH, y - 2);
        out().stroke();
        out().endMarkedContent();
        y -= 5;
    }

    /** The shape of a verdict with its words beside it, in a frame. */
    void sign(Sign sign) throws IOException {
        float size = 12;
        String verdict = sign.word().toUpperCase(java.util.Locale.ROOT) + ", " + sign.text();
        List<String> word = lines.wrapped(verdict, size, WIDTH - 52);
        float height = Math.max(36, word.size() * size * LEADING + 14);
        keep(height + 6);
        space(4);
        tags.openArtifact(out());
        out().setLineWidth(1.6f);
        out().addRect(MARGIN, y - height, WIDTH, height);
        out().stroke();
        outline(sign.shape(), MARGIN + 9, y - height / 2 - 10);
        out().endMarkedContent();
        tags.open(out(), tags.child(tags.root(), "P"), "P");
        draw(word, size, MARGIN + 42, y - (height - word.size() * size * LEADING) / 2, true);
        out().endMarkedContent();
        y -= height + 4;
    }

    private void outline(Shape shape, float x, float base) throws IOException {
        for (float[] path : PdfShapes.outline(shape)) {
            out().moveTo(x + path[0], base + path[1]);
            for (int i = 2; i < path.length; i += 2) {
                out().lineTo(x + path[i], base + path[i + 1]);
            }
            out().stroke();
        }
    }

    /** The parts of one use on a line of time. */
    void bars(Timeline.Lane lane, String words) throws IOException {
        keep(16);
        PDStructureElement figure = tags.child(tags.root(), "Figure");
        figure.setAlternateDescription(SafeText.line(words));
        tags.open(out(), figure, "Figure");
        out().setLineWidth(0.5f);
        out().moveTo(MARGIN, y - 6);
        out().lineTo(MARGIN + WIDTH, y - 6);
        out().stroke();
        for (Timeline.Bar bar : lane.bars()) {
            float width = (float) Math.max(1.5, (bar.to() - bar.from()) * WIDTH);
            float x = MARGIN + (float) Math.min(WIDTH - 1.5, bar.from() * WIDTH);
            PdfShapes.textured(out(), lane.texture(), x, y - 11, width, 9);
        }
        out().endMarkedContent();
        y -= 16;
    }

    /** The frames of a film or the outline of a sound, with the parts of AI below; nothing where there is no picture. */
    void picture(Timeline timeline, String words) throws IOException {
        if (timeline.backdrop() instanceof Preview.Nothing) {
            return;
        }
        keep(STRIP + 3 * (BAND + 12) + 24);
        PDStructureElement figure = tags.child(tags.root(), "Figure");
        figure.setAlternateDescription(SafeText.line(words));
        tags.open(out(), figure, "Figure");
        float base = y - STRIP;
        if (timeline.backdrop() instanceof Preview.Filmstrip strip) {
            frames(strip, (float) timeline.covered() * WIDTH, base);
        } else if (timeline.backdrop() instanceof Preview.Waveform wave) {
            wave(wave, (float) timeline.covered() * WIDTH, base);
        }
        float below = base - 2;
        for (Timeline.Texture texture : Timeline.Texture.values()) {
            List<Timeline.Bar> bars = timeline.anywhere(texture);
            below -= bars.isEmpty() ? 0 : BAND + 2;
            for (Timeline.Bar bar : bars) {
                marked(texture, bar, below);
            }
            if (!bars.isEmpty()) {
                written(timeline.word(texture), bars.get(0).from() * WIDTH, below);
                below -= TINY * LEADING;
            }
        }
        out().endMarkedContent();
        y = below - 6;
    }

    /** Small words that begin at {@code x} and stay within the width. */
    private void written(String words, double x, float top) throws IOException {
        String line = lines.wrapped(words, TINY, WIDTH).get(0);
        float wide = font.getStringWidth(line) / 1000 * TINY;
        draw(List.of(line), TINY, MARGIN + (float) Math.max(0, Math.min(WIDTH - wide, x)), top, false);
    }

    /** The hours below the picture and above the uses. */
    void ruler(Timeline timeline) throws IOException {
        keep(16);
        tags.openArtifact(out());
        for (int i = 0; i <= TimelineDrawing.TICKS; i++) {
            float x = WIDTH * i / TimelineDrawing.TICKS;
            out().moveTo(MARGIN + x, y);
            out().lineTo(MARGIN + x, y - 3);
            out().stroke();
            written(DeclaredTimeline.clock(timeline.seconds() * i / TimelineDrawing.TICKS), x - TINY * 2, y - 3);
        }
        out().endMarkedContent();
        y -= 16;
    }

    /** A part with AI: a band below the picture, so that all of it is seen. */
    private void marked(Timeline.Texture texture, Timeline.Bar bar, float base) throws IOException {
        float x = MARGIN + (float) Math.min(WIDTH - 1.5, bar.from() * WIDTH);
        float width = (float) Math.max(1.5, (bar.to() - bar.from()) * WIDTH);
        out().setLineWidth(0.5f);
        PdfShapes.textured(out(), texture, x, base, width, BAND);
    }

    private void frames(Preview.Filmstrip strip, float width, float base) throws IOException {
        float each = width / strip.frames().size();
        for (int i = 0; i < strip.frames().size(); i++) {
            float x = MARGIN + i * each;
            if (strip.frames().get(i).isPresent()) {
                byte[] jpeg = strip.frames().get(i).get().toByteArray();
                float tall = Math.min(STRIP, each * strip.height() / strip.width());
                out().drawImage(
                                JPEGFactory.createFromByteArray(document, jpeg),
                                x,
                                base + (STRIP - tall) / 2,
                                each,
                                tall);
            }
            out().setLineWidth(0.4f);
            out().addRect(x, base, each, STRIP);
            out().stroke();
        }
    }

    private void wave(Preview.Waveform wave, float width, float base) throws IOException {
        float each = width / wave.peaks().size();
        out().setLineWidth(Math.max(0.3f, each * 0.8f));
        for (int i = 0; i < wave.peaks().size(); i++) {
            float reach = Math.max(0.3f, wave.peaks().get(i).floatValue() * (STRIP / 2 - 1));
            out().moveTo(MARGIN + (i + 0.5f) * each, base + STRIP / 2 - reach);
            out().lineTo(MARGIN + (i + 0.5f) * each, base + STRIP / 2 + reach);
        }
        out().stroke();
    }

    /** Puts the numbers of pages and the names of files around the text; nothing can be added after it. */
    void number(Words words) throws IOException {
        out().close();
        margins.draw(words);
    }

    void save(OutputStream target) throws IOException {
        out().close();
        stream = null;
        tags.finish();
        document.save(target);
    }

    @Override
    public void close() throws IOException {
        if (stream != null) {
            stream.close();
        }
        document.close();
    }
}
