package org.estampille.burn;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A black picture with a line of the credits in its middle. */
final class CreditsCard {

    private static final double LINE = 2.1;

    private CreditsCard() {}

    /**
     * Draws a card that fills a picture of that size.
     *
     * @throws BurnException when the text does not fit
     */
    static Mark draw(String text, MarkShape shape, PictureSize picture, int light) throws IOException, BurnException {
        int width = picture.displayedWidth();
        int height = picture.height();
        Lettering letters = Lettering.load();
        int size = shape.letterHeight(width, height);
        Box safe = shape.safeArea(width, height);
        List<String> lines = wrap(text, size, safe.width(), letters);
        if (lines.size() * LINE * size > safe.height()) {
            throw new BurnException(
                    BurnException.Reason.CONFLICT,
                    "a picture of " + width + " by " + height + " pixels has no room for the line of the credits");
        }
        BufferedImage image = new BufferedImage(picture.width(), height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.scale((double) picture.width() / width, 1);
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(light, light, light));
        double y = (height - lines.size() * LINE * size) / 2 + size * (LINE + 1) / 2;
        for (String line : lines) {
            letters.draw(pen, line, (width - letters.width(line, size)) / 2, y, size);
            y += LINE * size;
        }
        pen.dispose();
        return new Mark(image, new Box(0, 0, picture.width(), height), size);
    }

    private static List<String> wrap(String text, int size, int width, Lettering letters)
            throws IOException, BurnException {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (letters.width(longer, size) <= width) {
                line = longer;
            } else {
                lines.add(line);
                line = word;
            }
            if (letters.width(line, size) > width) {
                throw new BurnException(
                        BurnException.Reason.CONFLICT, "the picture has no room for the word \"" + line + "\"");
            }
        }
        lines.add(line);
        return lines.stream().filter(one -> !one.isEmpty()).toList();
    }
}
