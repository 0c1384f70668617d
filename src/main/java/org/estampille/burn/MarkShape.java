package org.estampille.burn;

/**
 * Where a mark stands and how large it is.
 *
 * @param corner of the picture
 * @param heightPercent of its letters, of the picture's shorter side
 * @param crop width over height of the middle part of the picture that must still show it; 0 for the whole picture
 */
public record MarkShape(Corner corner, double heightPercent, double crop) {

    /** No law of the Union gives a number; smaller letters are not drawn. */
    public static final double LOWEST_PERCENT = 5;

    /** Letters lower than this cannot be read, however small the picture. */
    static final int LOWEST_PIXELS = 12;

    /** What stays free at each edge, in percent: the graphics safe area of EBU R 95 and SMPTE ST 2046-1. */
    static final double MARGIN_PERCENT = 5;

    /** Parts of the picture where nothing else is shown most of the time. */
    public enum Corner {
        TOP_RIGHT,
        TOP_LEFT,
        BOTTOM_RIGHT,
        BOTTOM_LEFT;

        /** As written in declarations. */
        public String label() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** The part of a picture of that size in which the mark may stand. */
    Box safeArea(int width, int height) {
        double w = crop > 0 ? Math.min(width, height * crop) : width;
        double h = crop > 0 ? Math.min(height, width / crop) : height;
        double marginX = w * MARGIN_PERCENT / 100;
        double marginY = h * MARGIN_PERCENT / 100;
        return new Box(
                (int) Math.ceil((width - w) / 2 + marginX),
                (int) Math.ceil((height - h) / 2 + marginY),
                (int) Math.floor(w - 2 * marginX),
                (int) Math.floor(h - 2 * marginY));
    }

    /** Height of the letters in a picture of that size. */
    int letterHeight(int width, int height) {
        return Math.max(LOWEST_PIXELS, (int) Math.ceil(Math.min(width, height) * heightPercent / 100));
    }

    /** The place of a mark of that size; even numbers, because colour is often kept for two pixels together. */
    Box place(Box safe, int width, int height) {
        boolean left = corner == Corner.TOP_LEFT || corner == Corner.BOTTOM_LEFT;
        boolean top = corner == Corner.TOP_LEFT || corner == Corner.TOP_RIGHT;
        int x = left ? safe.x() + safe.x() % 2 : (safe.x() + safe.width() - width) / 2 * 2;
        int y = top ? safe.y() + safe.y() % 2 : (safe.y() + safe.height() - height) / 2 * 2;
        return new Box(x, y, width, height);
    }
}
