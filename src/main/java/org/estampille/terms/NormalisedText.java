package org.estampille.terms;

import java.text.Normalizer;
import java.util.List;
import org.estampille.bytes.Digest;
import org.estampille.bytes.Octets;

/**
 * The visible text of a document, made comparable: {@code nfc-ws-collapse/1}, defined in specs/terms.md. Raw pages differ at
 * every load; this does not.
 *
 * @param blocks paragraphs, headings, list items in reading order, each normalised; none is empty
 */
public record NormalisedText(List<String> blocks) {

    /** The name of the normalisation, as recorded beside its digest. */
    public static final String METHOD = "nfc-ws-collapse/1";

    public NormalisedText {
        blocks = blocks.stream()
                .map(NormalisedText::normalised)
                .filter(block -> !block.isEmpty())
                .toList();
    }

    /** The whole text: blocks joined by one space. */
    public String text() {
        return String.join(" ", blocks);
    }

    /** SHA-256 of {@link #text} in UTF-8. */
    public Digest sha256() {
        return TermsDigest.of(Octets.ofUtf8(text()));
    }

    /** Whether the document shows no text, such as a scan. */
    public boolean isEmpty() {
        return blocks.isEmpty();
    }

    /** Unicode form C; each run of white space becomes one space; none at either end. */
    static String normalised(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder out = new StringBuilder(composed.length());
        boolean space = false;
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            if (isWhiteSpace(c)) {
                space = out.length() > 0;
                continue;
            }
            if (space) {
                out.append(' ');
                space = false;
            }
            out.append(c);
        }
        return out.toString();
    }

    /** The Unicode property White_Space. All its characters are in the basic plane. */
    private static boolean isWhiteSpace(char c) {
        return c >= 0x09 && c <= 0x0D || c == 0x85 || Character.isSpaceChar(c);
    }
}
