package org.estampille.burn;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.image.BufferedImage;

/**
 * How a stored picture is turned when it is displayed (Exif 2.32, tag 274).
 *
 * @param orientation 1 to 8
 */
record Turn(int orientation) {

    Turn {
        if (orientation < 1 || orientation > 8) {
            orientation = 1;
        }
    }

    /** Whether width and height change places. */
    boolean swaps() {
        return orientation > 4;
    }

    /** From the displayed picture to the stored one of that size. */
    AffineTransform toStored(int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, -1, 1, 0, 0, height);
            case 7 -> new AffineTransform(0, -1, -1, 0, width, height);
            case 8 -> new AffineTransform(0, 1, -1, 0, width, 0);
            default -> new AffineTransform();
        };
    }

    /** The picture as it is displayed. */
    BufferedImage upright(BufferedImage stored) {
        if (orientation == 1) {
            return stored;
        }
        int width = swaps() ? stored.getHeight() : stored.getWidth();
        int height = swaps() ? stored.getWidth() : stored.getHeight();
        BufferedImage shown = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = shown.createGraphics();
        try {
            pen.drawImage(
                    stored, toStored(stored.getWidth(), stored.getHeight()).createInverse(), null);
        } catch (NoninvertibleTransformException e) {
            throw new IllegalStateException("turning can be undone", e);
        } finally {
            pen.dispose();
        }
        return shown;
    }
}
