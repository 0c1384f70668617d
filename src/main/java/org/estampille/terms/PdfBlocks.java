package org.estampille.terms;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;

/** Text of a PDF, line by line, in reading order. */
final class PdfBlocks {

    private PdfBlocks() {}

    static List<String> of(Octets pdf) throws MalformedContentException {
        try (PDDocument document = Loader.loadPDF(pdf.toByteArray())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document).lines().toList();
        } catch (IOException e) {
            throw TermsText.broken("PDF", e);
        }
    }
}
