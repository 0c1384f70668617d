package org.estampille.terms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.text.PDFTextStripper;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;

/** Text of a PDF, line by line, in the order of its content. */
final class PdfBlocks {

    /** Kept here, because a logger that nobody holds forgets its level. Remarks on fonts are no concern of who archives terms. */
    private static final Logger REMARKS = Logger.getLogger("org.apache.pdfbox");

    private static final Logger FONT_REMARKS = Logger.getLogger("org.apache.fontbox");

    /** Terms have some dozens of pages. */
    private static final int PAGES = 5_000;

    private PdfBlocks() {}

    static List<String> of(Octets pdf, ReadLimits limits) throws MalformedContentException {
        REMARKS.setLevel(Level.OFF);
        FONT_REMARKS.setLevel(Level.OFF);
        PdfInflation.check(pdf, limits);
        try {
            FontMappers.set(BundledFonts.load());
            try (PDDocument document = Loader.loadPDF(pdf.toByteArray())) {
                LimitExceededException.check("pages", document.getNumberOfPages(), PAGES);
                Text text = new Text(limits.buffer());
                new PDFTextStripper().writeText(document, text);
                return text.lines();
            }
        } catch (IOException e) {
            throw TermsText.broken("PDF", e);
        } catch (IllegalArgumentException
                | IllegalStateException
                | ClassCastException
                | NullPointerException
                | IndexOutOfBoundsException
                | NegativeArraySizeException
                | ArrayStoreException
                | ArithmeticException
                | NoSuchElementException
                | ConcurrentModificationException
                | UnsupportedOperationException
                | UncheckedIOException
                | StackOverflowError e) {
            // PDFBox believes much of what a document says of itself, and fails in these ways when that is not so.
            throw TermsText.broken("PDF", new IOException("it contradicts itself (" + name(e) + ")", e));
        } catch (OutOfMemoryError e) {
            throw TermsText.broken("PDF", new IOException("it unfolds to more than fits into memory", e));
        }
    }

    private static String name(Throwable failure) {
        return failure.getClass().getSimpleName();
    }

    /** Text up to a length. */
    private static final class Text extends Writer {
        private final StringBuilder text = new StringBuilder();
        private final int most;

        private Text(int most) {
            this.most = most;
        }

        @Override
        public void write(char[] part, int from, int count) throws IOException {
            if (count > most - text.length()) {
                throw new IOException("its text is longer than " + most + " letters");
            }
            text.append(part, from, count);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}

        private List<String> lines() {
            return text.toString().lines().toList();
        }
    }
}
