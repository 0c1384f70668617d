package org.estampille.terms;

import java.io.IOException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.text.PDFTextStripper;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;

/** Text of a PDF, line by line, in the order of its content. */
final class PdfBlocks {

    /** Kept here, because a logger that nobody holds forgets its level. Remarks on fonts are no concern of who archives terms. */
    private static final Logger REMARKS = Logger.getLogger("org.apache.pdfbox");

    private static final Logger FONT_REMARKS = Logger.getLogger("org.apache.fontbox");

    private PdfBlocks() {}

    static List<String> of(Octets pdf) throws MalformedContentException {
        REMARKS.setLevel(Level.OFF);
        FONT_REMARKS.setLevel(Level.OFF);
        try {
            FontMappers.set(BundledFonts.load());
            try (PDDocument document = Loader.loadPDF(pdf.toByteArray())) {
                return new PDFTextStripper().getText(document).lines().toList();
            }
        } catch (IOException e) {
            throw TermsText.broken("PDF", e);
        }
    }
}
