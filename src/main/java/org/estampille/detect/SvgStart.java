package org.estampille.detect;

import java.util.Optional;
import java.util.regex.Pattern;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.Octets;
import org.estampille.xml.DocumentType;

/** Finds out whether the first element of a file of markup is {@code svg}, without a parser. */
final class SvgStart {

    /** A byte order mark, blanks and the first angle bracket. */
    private static final Pattern MARKUP = Pattern.compile("\\A(?:\\u00EF\\u00BB\\u00BF)?\\s*+<[!?a-zA-Z_]");

    /** The name of an element: {@code svg} with or without a prefix. */
    private static final Pattern SVG = Pattern.compile("(?:[A-Za-z_][\\w.-]{0,64}:)?svg[\\s/>]");

    private SvgStart() {}

    /** Whether the file is markup at all; a cheap look before more of it is read. */
    static boolean isMarkup(Octets head) {
        return MARKUP.matcher(head.latin1()).lookingAt();
    }

    /** Passes over the XML declaration, comments, processing instructions and a document type. */
    static Optional<AssetFormat> formatOf(Octets head) {
        String text = head.latin1();
        int at = text.indexOf('<');
        while (at >= 0) {
            if (text.startsWith("<?", at)) {
                at = next(text, text.indexOf("?>", at + 2));
            } else if (text.startsWith("<!--", at)) {
                at = next(text, text.indexOf("-->", at + 4));
            } else if (text.startsWith("<!DOCTYPE", at)) {
                at = next(text, DocumentType.end(text, at).orElse(-1));
            } else {
                boolean svg = SVG.matcher(text).region(at + 1, text.length()).lookingAt();
                return svg ? Optional.of(AssetFormat.SVG) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static int next(String text, int from) {
        return from < 0 ? -1 : text.indexOf('<', from);
    }
}
