package org.estampille.burn;

import java.awt.image.BufferedImage;

/** Whether a mark can be read in a picture: the contrast ratio of its light and its dark parts there (WCAG 2.1, 1.4.3). */
final class Contrast {

    /** What the guideline asks of text. */
    static final double LEAST = 4.5;

    private Contrast() {}

    /** Colours of a picture by place, as {@code 0xRRGGBB}. */
    interface Pixels {
        int at(int x, int y);
    }

    /** The ratio, from 1 to 21, of the parts that are light in the mark to those that are dark in it. */
    static double of(BufferedImage mark, Pixels found) {
        double[] sum = new double[2];
        long[] count = new long[2];
        int lightest = lightest(mark);
        for (int y = 0; y < mark.getHeight(); y++) {
            for (int x = 0; x < mark.getWidth(); x++) {
                int drawn = mark.getRGB(x, y) & 0xFF;
                boolean light = drawn > lightest * 9 / 10;
                if (light || drawn < lightest / 10) {
                    sum[light ? 0 : 1] += luminance(found.at(x, y));
                    count[light ? 0 : 1]++;
                }
            }
        }
        return (sum[0] / Math.max(1, count[0]) + 0.05) / (sum[1] / Math.max(1, count[1]) + 0.05);
    }

    private static int lightest(BufferedImage mark) {
        int lightest = 0;
        for (int y = 0; y < mark.getHeight(); y++) {
            for (int x = 0; x < mark.getWidth(); x++) {
                lightest = Math.max(lightest, mark.getRGB(x, y) & 0xFF);
            }
        }
        return lightest;
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 0xFF) + 0.7152 * linear(rgb >> 8 & 0xFF) + 0.0722 * linear(rgb & 0xFF);
    }

    private static double linear(int value) {
        double share = value / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    /** Refuses a mark that cannot be read. */
    static void require(BufferedImage mark, Pixels found, String where) throws BurnException {
        double ratio = of(mark, found);
        if (ratio < LEAST) {
            throw new BurnException(
                    BurnException.Reason.FAILED,
                    String.format(
                            java.util.Locale.ROOT,
                            "the label cannot be read in %s of the result (contrast %.1f to 1, at least %.1f is needed)",
                            where,
                            ratio,
                            LEAST));
        }
    }
}
