package org.estampille.container.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;

/** Opens documents with PDFBox and sorts out what it throws: content that is broken, or a disk that is. */
final class PdfReader {

    /** Kept here, because a logger that nobody holds forgets its level. What PDFBox mends in silence is no concern of people. */
    private static final Logger REMARKS = Logger.getLogger("org.apache.pdfbox");

    private PdfReader() {}

    /** Something done with an open document. */
    interface Work<T> {
        T with(PDDocument document) throws IOException, MalformedContentException;
    }

    /**
     * Opens a document, works with it, closes it.
     *
     * @param lenient whether a broken cross-reference table may be rebuilt from what is found
     * @return empty for a document that opens with a password only
     */
    static <T> Optional<T> read(WatchedSource source, boolean lenient, Work<T> work)
            throws IOException, MalformedContentException {
        REMARKS.setLevel(Level.OFF);
        try {
            PDFParser parser = new PDFParser(new SourceReading(source));
            try (PDDocument document = parser.parse(lenient)) {
                return Optional.of(work.with(document));
            }
        } catch (InvalidPasswordException e) {
            return Optional.empty();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (StackOverflowError e) {
            throw new LimitExceededException("PDF nesting", Integer.MAX_VALUE, 0);
        } catch (IOException
                | ClassCastException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | NegativeArraySizeException
                | ArithmeticException
                | NullPointerException e) {
            if (source.failure().isPresent()) {
                throw source.failure().get();
            }
            throw new MalformedContentException(
                    PdfFormat.NAME, new ByteRange(0, 0), "the document cannot be read: " + e.getMessage());
        }
    }
}
