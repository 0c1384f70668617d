package org.estampille.burn;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;

/**
 * A mark as drawn, after annex 1 of the Code of Practice: the acronym in dark letters on a light panel, the rest in light letters
 * on a dark one, a light and a dark line around both, so that it stands out from any background.
 *
 * @param image of the mark, opaque, in the pixels of the picture
 * @param box where it goes in the picture
 * @param letterHeight in pixels
 */
record Mark(BufferedImage image, Box box, int letterHeight) {

    /** The qualifier may be lower than the acronym where there is little room, by no more than this. */
    private static final double LOWEST_QUALIFIER = 0.6;

    private static final double PADDING = 0.55;

    /** Accents stand above the capital letters. */
    private static final double ABOVE = 0.75;

    private static final double NEXT_LINE = 1.6;

    /**
     * Draws a mark for a picture of that size, with its proportions as they are displayed.
     *
     * @param light how light its light parts are, from 0 to 255; less for pictures whose white is brighter than paper
     * @throws BurnException when it does not fit
     */
    static Mark draw(MarkWords words, MarkShape shape, PictureSize picture, int light)
            throws IOException, BurnException {
        int width = picture.displayedWidth();
        int height = picture.height();
        Lettering letters = Lettering.load();
        int size = shape.letterHeight(width, height);
        Box safe = shape.safeArea(width, height);
        int line = Math.max(2, (int) Math.round(size * 0.08));
        Panel acronym = Panel.of(words.acronym(), size, letters);
        Panel qualifier = Panel.of(words.qualifier(), size, letters);
        boolean row = acronym.width() + qualifier.width() + 4 * line <= safe.width();
        if (!row) {
            qualifier = qualifier.within(safe.width() - 4 * line, letters);
        }
        int w = even(
                4 * line + (row ? acronym.width() + qualifier.width() : Math.max(acronym.width(), qualifier.width())));
        int h = even(4 * line + (row ? acronym.height() : acronym.height() + qualifier.height()));
        if (w > safe.width() || h > safe.height() || qualifier.size() < size * LOWEST_QUALIFIER) {
            throw noRoom(words, width, height, size);
        }
        Box place = shape.place(safe, w, h);
        Box box = new Box(picture.stored(place.x()), place.y(), picture.stored(w), h);
        BufferedImage image = new BufferedImage(box.width(), h, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = pen(image, (double) box.width() / w);
        Color white = new Color(light, light, light);
        Box inner = frame(pen, w, h, line, white);
        panels(pen, words, row, acronym, qualifier, inner, white, letters);
        pen.dispose();
        return new Mark(image, box, size);
    }

    private static BurnException noRoom(MarkWords words, int width, int height, int size) {
        return new BurnException(
                BurnException.Reason.CONFLICT,
                "a picture of " + width + " by " + height + " pixels has no room for the label \"" + words.acronym()
                        + "\" with \"" + words.qualifier() + "\" in letters of " + size
                        + " pixels; use a larger picture");
    }

    private static Graphics2D pen(BufferedImage image, double stretch) {
        Graphics2D pen = image.createGraphics();
        pen.scale(stretch, 1);
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        return pen;
    }

    /** Draws the dark and the light line, and answers what they go around. */
    private static Box frame(Graphics2D pen, int w, int h, int line, Color white) {
        Box inner = new Box(2 * line, 2 * line, w - 4 * line, h - 4 * line);
        fill(pen, Color.BLACK, new Box(0, 0, w, h));
        fill(pen, white, new Box(line, line, w - 2 * line, h - 2 * line));
        fill(pen, Color.BLACK, inner);
        return inner;
    }

    private static void panels(
            Graphics2D pen,
            MarkWords words,
            boolean row,
            Panel acronym,
            Panel qualifier,
            Box inner,
            Color white,
            Lettering letters)
            throws IOException {
        boolean first = words.acronymFirst();
        int whole = row ? inner.width() : inner.height();
        int own = row ? acronym.width() : acronym.height();
        int cut = first ? own : whole - own;
        Box before = row
                ? new Box(inner.x(), inner.y(), cut, inner.height())
                : new Box(inner.x(), inner.y(), inner.width(), cut);
        Box after = row
                ? new Box(inner.x() + cut, inner.y(), whole - cut, inner.height())
                : new Box(inner.x(), inner.y() + cut, inner.width(), whole - cut);
        Box light = first ? before : after;
        Box dark = first ? after : before;
        fill(pen, white, light);
        pen.setColor(Color.BLACK);
        acronym.write(pen, light, letters);
        pen.setColor(white);
        qualifier.write(pen, dark, letters);
    }

    private static void fill(Graphics2D pen, Color colour, Box box) {
        pen.setColor(colour);
        pen.fillRect(box.x(), box.y(), box.width(), box.height());
    }

    private static int even(int size) {
        return size + size % 2;
    }

    /** Part of the mark with room around it, in one line or two. */
    private record Panel(List<String> lines, int size, double textWidth) {

        Panel {
            lines = List.copyOf(lines);
        }

        static Panel of(String text, int size, Lettering letters) throws IOException {
            return of(List.of(text), size, letters);
        }

        private static Panel of(List<String> lines, int size, Lettering letters) throws IOException {
            double widest = 0;
            for (String line : lines) {
                widest = Math.max(widest, letters.width(line, size));
            }
            return new Panel(lines, size, widest);
        }

        int width() {
            return (int) Math.ceil(textWidth + 2 * PADDING * size);
        }

        int height() {
            return (int) Math.ceil(size * (1 + ABOVE + PADDING + (lines.size() - 1) * NEXT_LINE));
        }

        /** Lower letters, or, where they would be too low, two lines. */
        Panel within(int width, Lettering letters) throws IOException {
            Panel lower = lower(width, letters);
            int space = lines.get(0).lastIndexOf(' ');
            if (lower.size >= size * LOWEST_QUALIFIER || space < 0) {
                return lower;
            }
            String text = lines.get(0);
            int middle = text.lastIndexOf(' ', text.length() / 2);
            int cut = middle < 0 ? space : middle;
            return of(List.of(text.substring(0, cut), text.substring(cut + 1)), size, letters)
                    .lower(width, letters);
        }

        private Panel lower(int width, Lettering letters) throws IOException {
            Panel lower = this;
            while (lower.width() > width && lower.size > 1) {
                lower = of(lines, lower.size - 1, letters);
            }
            return lower;
        }

        void write(Graphics2D pen, Box panel, Lettering letters) throws IOException {
            double y = panel.y() + (panel.height() - height()) / 2.0 + size * (1 + (ABOVE + PADDING) / 2);
            for (String line : lines) {
                letters.draw(pen, line, panel.x() + (panel.width() - letters.width(line, size)) / 2, y, size);
                y += size * NEXT_LINE;
            }
        }
    }
}
