package org.estampille.burn;

/**
 * How large a picture is, upright as it is displayed.
 *
 * @param width in stored pixels
 * @param height in stored pixels
 * @param pixelShape width of a pixel over its height; 1 where pixels are square
 */
public record PictureSize(int width, int height, double pixelShape) {

    private static final int LARGEST_SIDE = 16_384;
    private static final double LONGEST_PIXEL = 4;

    static PictureSize square(int width, int height) {
        return new PictureSize(width, height, 1);
    }

    /** Width on a screen, in pixels as wide as they are high. */
    public int displayedWidth() {
        return (int) Math.round(width * pixelShape);
    }

    /** A length across the screen in stored pixels; even, because colour is often kept for two pixels together. */
    int stored(int displayed) {
        return (int) (Math.round(displayed / pixelShape / 2) * 2);
    }

    void requireShown() throws BurnException {
        if (Math.min(width, height) < 1 || Math.max(width, height) > LARGEST_SIDE) {
            throw new BurnException(BurnException.Reason.UNSUPPORTED, "its picture has a size nobody shows");
        }
        if (!(pixelShape >= 1 / LONGEST_PIXEL && pixelShape <= LONGEST_PIXEL)) {
            throw new BurnException(
                    BurnException.Reason.UNSUPPORTED,
                    "its pixels are said to be " + pixelShape
                            + " times as wide as high, which nobody shows; correct its sample aspect ratio first");
        }
    }
}
