package org.estampille.terms;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;

/**
 * A document of terms as somebody saved it: what kind it is, and its visible text where it has one that can be read. The kind
 * is told by content, never by the name alone.
 *
 * @param mediaType of the octets
 * @param extension for a file of that kind
 * @param text empty for kinds that are kept but not read, such as a WARC
 */
public record TermsText(String mediaType, String extension, Optional<NormalisedText> text) {

    private static final int LOOK = 2_048;
    private static final Octets PDF = Octets.ofAscii("%PDF-");
    private static final Octets ZIP = Octets.of('P', 'K', 3, 4);
    private static final Octets GZIP = Octets.of(0x1F, 0x8B);
    private static final Octets WARC = Octets.ofAscii("WARC/");

    /**
     * Reads a document.
     *
     * @throws MalformedContentException when it is not what it looks like
     * @throws LimitExceededException when it is larger than is read at once
     */
    public static TermsText of(Octets document, ReadLimits limits) throws MalformedContentException {
        limits.admit(document.length());
        Octets head = document.slice(0, Math.min(LOOK, document.length()));
        if (head.indexOf(PDF, 0).isPresent()) {
            return new TermsText(
                    "application/pdf", "pdf", Optional.of(new NormalisedText(PdfBlocks.of(document, limits))));
        }
        if (head.startsWith(ZIP)) {
            return new TermsText(
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                    "docx",
                    Optional.of(new NormalisedText(WordBlocks.of(document, limits))));
        }
        if (head.startsWith(WARC) || head.startsWith(GZIP)) {
            return new TermsText("application/warc", head.startsWith(GZIP) ? "warc.gz" : "warc", Optional.empty());
        }
        if (isMarkup(head)) {
            return new TermsText("text/html", "html", Optional.of(new NormalisedText(HtmlBlocks.of(document))));
        }
        if (head.indexOf(Octets.of(0), 0).isPresent()) {
            return new TermsText("application/octet-stream", "bin", Optional.empty());
        }
        List<String> lines = document.utf8().lines().toList();
        return new TermsText("text/plain", "txt", Optional.of(new NormalisedText(lines)));
    }

    private static boolean isMarkup(Octets head) {
        String text = head.latin1().toLowerCase(Locale.ROOT);
        return text.contains("<html")
                || text.contains("<!doctype html")
                || text.contains("<body")
                || text.contains("<head");
    }

    /** What a reader found broken, in the form all readers use. */
    static MalformedContentException broken(String format, IOException cause) {
        String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        MalformedContentException broken =
                new MalformedContentException(format, new org.estampille.bytes.ByteRange(0, 0), why);
        broken.initCause(cause);
        return broken;
    }
}
