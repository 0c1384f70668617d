package org.estampille.container.bmff;

import java.io.IOException;
import java.util.Optional;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;

/** The top-level {@code uuid} box of an XMP packet (XMP part 3 clause 1.2.7). */
final class XmpBox {

    private static final Octets UUID = Octets.ofHex("be7acfcb97a942e89c71999491e3afac");

    private XmpBox() {}

    static boolean is(ByteSource source, BmffBox box, ReadLimits limits) throws IOException, MalformedContentException {
        return box.type().equals("uuid")
                && box.payload().length() >= UUID.length()
                && source.octets(new ByteRange(box.payload().start(), UUID.length()), limits)
                        .equals(UUID);
    }

    /** The packet of the first such box; empty when the file has none. */
    static Optional<Octets> packet(ByteSource source, BmffFile file, ReadLimits limits)
            throws IOException, MalformedContentException {
        for (BmffBox box : file.boxes()) {
            if (is(source, box, limits)) {
                return Optional.of(source.octets(box.payload(), limits).from(UUID.length()));
            }
        }
        return Optional.empty();
    }

    static Octets of(Octets packet) {
        return Octets.concat(Octets.u32be(8L + UUID.length() + packet.length()), Octets.ofAscii("uuid"), UUID, packet);
    }
}
