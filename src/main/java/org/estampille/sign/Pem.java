package org.estampille.sign;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.Octets;

/**
 * The blocks of a PEM text (RFC 7468), in order.
 *
 * @param blocks everything between BEGIN and END lines
 */
record Pem(List<Block> blocks) {

    private static final String BEGIN = "-----BEGIN ";
    private static final String DASHES = "-----";

    /**
     * One block.
     *
     * @param label such as {@code EC PRIVATE KEY}
     * @param encrypted whether old-style headers say that the content is encrypted
     * @param content decoded
     */
    record Block(String label, boolean encrypted, Octets content) {}

    Pem {
        blocks = List.copyOf(blocks);
    }

    static Pem read(String text) throws SigningException {
        List<Block> blocks = new ArrayList<>();
        for (int begin = text.indexOf(BEGIN); begin >= 0; begin = text.indexOf(BEGIN, begin + 1)) {
            int labelEnd = text.indexOf(DASHES, begin + BEGIN.length());
            String label = labelEnd < 0 ? "" : text.substring(begin + BEGIN.length(), labelEnd);
            int end = text.indexOf(DASHES + "END " + label + DASHES, begin);
            if (labelEnd < 0 || end < 0) {
                throw new SigningException("a PEM block has no end line");
            }
            blocks.add(block(label, text.substring(labelEnd + DASHES.length(), end)));
        }
        return new Pem(blocks);
    }

    private static Block block(String label, String body) throws SigningException {
        // Old-style headers end with an empty line and are the only place where a colon may stand.
        if (body.indexOf(':') >= 0) {
            return new Block(label, body.contains("ENCRYPTED"), Octets.empty());
        }
        try {
            return new Block(label, false, Octets.adopt(Base64.getMimeDecoder().decode(body)));
        } catch (IllegalArgumentException e) {
            throw new SigningException("the PEM block '" + label + "' is not base64", e);
        }
    }

    /** The first block of that label. */
    Optional<Block> first(String label) {
        for (Block block : blocks) {
            if (block.label.equals(label)) {
                return Optional.of(block);
            }
        }
        return Optional.empty();
    }
}
