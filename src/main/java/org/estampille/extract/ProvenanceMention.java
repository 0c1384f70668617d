package org.estampille.extract;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.Octets;

/**
 * Looks for {@code dcterms:provenance} in XMP near the start of a file (clause 14.5.3.3). A cheap search for text, not a reading
 * of XMP: what is found is mentioned to people, and followed only where the network is allowed.
 */
final class ProvenanceMention {

    private static final int HEAD = 64 << 10;
    private static final int LONGEST = 2_048;
    private static final String NAME = "dcterms:provenance";

    private ProvenanceMention() {}

    static Optional<String> find(ByteSource source) throws IOException {
        byte[] bytes = new byte[(int) Math.min(HEAD, source.length())];
        source.read(0, ByteBuffer.wrap(bytes));
        String head = Octets.adopt(bytes).latin1();
        int name = head.indexOf(NAME);
        if (name < 0) {
            return Optional.empty();
        }
        int start = name + NAME.length();
        boolean attribute = head.startsWith("=", start) && start + 1 < head.length();
        char end = attribute ? head.charAt(start + 1) : '<';
        int from = attribute ? start + 2 : start + 1;
        int to = head.indexOf(end, from);
        return to < 0 || to - from > LONGEST || to == from
                ? Optional.empty()
                : Optional.of(head.substring(from, to).strip());
    }
}
