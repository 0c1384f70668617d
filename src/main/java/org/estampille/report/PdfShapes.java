package org.estampille.report;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.estampille.report.PageBlock.Shape;
import org.estampille.report.PageBlock.Timeline;

/** The outlines of the shapes of verdicts, in a square of 20 points, and the boxes of a timeline. */
final class PdfShapes {
    private PdfShapes() {}

    /** Lines, each as x and y of its corners in turn. */
    static float[][] outline(Shape shape) {
        return switch (shape) {
            case SQUARE -> new float[][] {{0, 0, 20, 0, 20, 20, 0, 20, 0, 0}, {5, 10, 9, 5, 16, 15}};
            case TRIANGLE -> new float[][] {{0, 0, 22, 0, 11, 20, 0, 0}, {11, 13, 11, 7}, {11, 4, 11, 3}};
            case OCTAGON ->
                new float[][] {
                    {6, 0, 14, 0, 20, 6, 20, 14, 14, 20, 6, 20, 0, 14, 0, 6, 6, 0}, {6, 6, 14, 14}, {14, 6, 6, 14}
                };
            case CIRCLE ->
                new float[][] {
                    {
                        10, 0, 15, 1.4f, 18.600f, 5, 20, 10, 18.600f, 15, 15, 18.600f, 10, 20, 5, 18.600f, 1.400f, 15,
                        0, 10, 1.400f, 5, 5, 1.400f, 10, 0
                    },
                    {7, 13, 8, 15.500f, 12, 15.500f, 13, 13, 10, 10, 10, 7.500f},
                    {10, 5, 10, 4}
                };
        };
    }

    /** A box filled with ink, with lines or with dots, whatever colours the printer has. */
    static void textured(
            PDPageContentStream out, Timeline.Texture texture, float x, float base, float width, float height)
            throws IOException {
        out.saveGraphicsState();
        out.addRect(x, base, width, height);
        if (texture == Timeline.Texture.FULL) {
            out.fill();
        } else {
            out.clip();
            for (float at = x - height; at < x + width; at += 4) {
                out.moveTo(at, base);
                out.lineTo(at + height, base + height);
            }
            out.setLineDashPattern(texture == Timeline.Texture.DOTTED ? new float[] {1.5f, 2} : new float[0], 0);
            out.setLineWidth(1.2f);
            out.stroke();
        }
        out.restoreGraphicsState();
        out.addRect(x, base, width, height);
        out.stroke();
    }
}
