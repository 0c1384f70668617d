package org.estampille.burn;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.PDFont;

/**
 * Bold letters as outlines of the font that comes with the program. The fonts of a machine would make a label depend on where it
 * is made, and many servers have none.
 */
final class Lettering {

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    /** Height of a capital letter in that font, in its units, of which an em has 2048. */
    private static final double CAPITAL = 1409;

    /** The outline is widened by this part of the letters' height. */
    private static final double BOLDER = 0.10;

    private final TrueTypeFont font;

    private Lettering(TrueTypeFont font) {
        this.font = font;
    }

    static Lettering load() throws IOException {
        try (InputStream stream = PDFont.class.getResourceAsStream(FONT)) {
            if (stream == null) {
                throw new IOException(FONT + " is not in the program");
            }
            return new Lettering(new TTFParser().parse(new RandomAccessReadBuffer(stream)));
        }
    }

    /** How wide a line is whose capital letters are that high. */
    double width(String text, double letterHeight) throws IOException {
        double units = 0;
        for (int i = 0; i < text.length(); i++) {
            units += font.getAdvanceWidth(glyph(text.charAt(i))) + tracking();
        }
        return Math.max(0, units - tracking()) * letterHeight / CAPITAL;
    }

    /** Bold letters need a little more room between them. */
    private static double tracking() {
        return CAPITAL * BOLDER;
    }

    /** Draws a line in the current colour; {@code y} is the foot of the capital letters. */
    void draw(Graphics2D pen, String text, double x, double y, double letterHeight) throws IOException {
        double scale = letterHeight / CAPITAL;
        double at = x;
        pen.setStroke(new BasicStroke((float) (letterHeight * BOLDER), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (int i = 0; i < text.length(); i++) {
            int glyph = glyph(text.charAt(i));
            Shape outline = outline(glyph, scale, at, y);
            pen.fill(outline);
            pen.draw(outline);
            at += (font.getAdvanceWidth(glyph) + tracking()) * scale;
        }
    }

    private int glyph(char letter) throws IOException {
        return font.getUnicodeCmapLookup().getGlyphId(letter);
    }

    private Shape outline(int glyph, double scale, double x, double y) throws IOException {
        GlyphData data = font.getGlyph().getGlyph(glyph);
        if (data == null || data.getBoundingBox() == null) {
            return new Path2D.Double();
        }
        AffineTransform place = new AffineTransform(scale, 0, 0, -scale, x, y);
        return place.createTransformedShape(data.getPath());
    }
}
