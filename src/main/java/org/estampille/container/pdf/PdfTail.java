package org.estampille.container.pdf;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;

/**
 * The end of a document.
 *
 * @param startXref where its last cross-reference section stands, as stated
 * @param before how long the file was before the update that Estampille appended last; empty when the last one is another's
 */
record PdfTail(long startXref, Optional<Long> before) {

    /** Readers look for the end mark in as many octets. */
    private static final int LENGTH = 1_024;

    /** At most 18 digits: no overflow. */
    private static final Pattern END = Pattern.compile("startxref\\s+(\\d{1,18})\\s+%%EOF");

    private static final Pattern MARK = Pattern.compile("% Without this update the file ends at (\\d{1,18})\\.\n$");

    /** Written before {@code startxref}. */
    static Octets mark(long before) {
        return Octets.ofAscii("% Without this update the file ends at " + before + ".\n");
    }

    static PdfTail read(ByteSource source, ReadLimits limits) throws IOException, MalformedContentException {
        int count = (int) Math.min(LENGTH, source.length());
        ByteRange range = new ByteRange(source.length() - count, count);
        String text = source.octets(range, limits).latin1();
        Matcher end = END.matcher(text);
        int at = -1;
        long startXref = 0;
        while (end.find()) {
            at = end.start();
            startXref = Long.parseLong(end.group(1));
        }
        if (at < 0) {
            throw new MalformedContentException(
                    PdfFormat.NAME, range, "does not end with startxref and %%EOF, as a document that was cut short");
        }
        Matcher mark = MARK.matcher(text.substring(0, at));
        return new PdfTail(startXref, mark.find() ? Optional.of(Long.parseLong(mark.group(1))) : Optional.empty());
    }
}
