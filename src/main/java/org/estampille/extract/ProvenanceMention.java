package org.estampille.extract;

import java.io.IOException;
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
    private static final Octets NAME = Octets.ofAscii("dcterms:provenance");

    private ProvenanceMention() {}

    static Optional<String> find(ByteSource source) throws IOException {
        Octets head = source.glance(0, (int) Math.min(HEAD, source.length()));
        Optional<Integer> name = head.indexOf(NAME, 0);
        return name.isPresent() ? after(head.from(name.get() + NAME.length()).latin1()) : Optional.empty();
    }

    /** What an attribute or an element of that name says. */
    private static Optional<String> after(String head) {
        boolean attribute = head.startsWith("=") && head.length() > 1;
        char end = attribute ? head.charAt(1) : '<';
        int from = attribute ? 2 : 1;
        int to = head.indexOf(end, from);
        return to < 0 || to - from > LONGEST || to == from
                ? Optional.empty()
                : Optional.of(head.substring(from, to).strip());
    }
}
