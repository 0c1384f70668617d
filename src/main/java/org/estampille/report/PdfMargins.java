package org.estampille.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/**
 * What stands around the text of each page: its number, and the file that goes on there. Artifacts of pagination (ISO 32000-1
 * clause 14.8.2.2), so that nobody has them read aloud. The outline says where each file begins.
 */
final class PdfMargins {

    private static final float SIZE = 7.5f;
    private static final float EDGE = 50;
    private static final float TOP = PDRectangle.A4.getHeight() - 32;
    private static final float BOTTOM = 26;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * EDGE;

    /** A page, and the file that goes on there from the one before; empty where one begins. */
    private record Going(PDPage page, String file) {}

    private final PDDocument document;
    private final PDFont font;
    private final PdfLines lines;
    private final PDDocumentOutline outline = new PDDocumentOutline();
    private final List<Going> pages = new ArrayList<>();
    private String file = "";

    PdfMargins(PDDocument document, PDFont font, PdfLines lines) {
        this.document = document;
        this.font = font;
        this.lines = lines;
    }

    void turn(PDPage page) {
        pages.add(new Going(page, file));
    }

    /** The page that was turned to last is the first of a file, or of what belongs to no file. */
    void begin(String next) {
        file = next;
        Going last = pages.remove(pages.size() - 1);
        pages.add(new Going(last.page(), ""));
        if (!next.isEmpty()) {
            PDOutlineItem item = new PDOutlineItem();
            item.setTitle(SafeText.line(next));
            item.setDestination(last.page());
            outline.addLast(item);
            document.getDocumentCatalog().setDocumentOutline(outline);
        }
    }

    /** Once all pages are there and in their order. */
    void draw(Words words) throws IOException {
        int all = document.getNumberOfPages();
        for (Going going : pages) {
            int number = document.getPages().indexOf(going.page()) + 1;
            try (PDPageContentStream out =
                    new PDPageContentStream(document, going.page(), AppendMode.APPEND, true, true)) {
                String place = lines.fitted(words.word("page.of", number, all), SIZE, WIDTH);
                float wide = font.getStringWidth(place) / 1000 * SIZE;
                artifact(out, "Footer", "Bottom", place, EDGE + WIDTH - wide, BOTTOM);
                if (!going.file().isEmpty()) {
                    String name = lines.fitted(words.word("page.continued", going.file()), SIZE, WIDTH);
                    artifact(out, "Header", "Top", name, EDGE, TOP);
                }
            }
        }
    }

    private void artifact(PDPageContentStream out, String subtype, String edge, String text, float x, float y)
            throws IOException {
        COSDictionary about = new COSDictionary();
        about.setName(COSName.TYPE, "Pagination");
        about.setName(COSName.SUBTYPE, subtype);
        COSArray attached = new COSArray();
        attached.add(COSName.getPDFName(edge));
        about.setItem("Attached", attached);
        out.beginMarkedContent(COSName.ARTIFACT, PDPropertyList.create(about));
        out.beginText();
        out.setFont(font, SIZE);
        out.newLineAtOffset(x, y);
        out.showText(text);
        out.endText();
        out.endMarkedContent();
    }
}
