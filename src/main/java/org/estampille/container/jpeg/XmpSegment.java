package org.estampille.container.jpeg;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.Part;

/** The APP1 segment of an XMP packet (XMP part 3 clause 1.1.3); what a packet has beyond one segment is left alone. */
final class XmpSegment {

    private static final Octets SIGNATURE = Octets.ofAscii("http://ns.adobe.com/xap/1.0/\0");
    private static final int MARKER_AND_LENGTH = 4;
    private static final int LONGEST = 0xFFFF - 2 - SIGNATURE.length();

    private XmpSegment() {}

    /** Where it stands; empty when the file has none. */
    static Optional<Part> find(ByteSource source, List<Part> parts, ReadLimits limits)
            throws IOException, MalformedContentException {
        for (Part part : parts) {
            ByteRange range = part.range();
            if (part.name().equals("APP1") && range.length() > MARKER_AND_LENGTH + SIGNATURE.length()) {
                ByteRange head = new ByteRange(range.start() + MARKER_AND_LENGTH, SIGNATURE.length());
                if (source.octets(head, limits).equals(SIGNATURE)) {
                    return Optional.of(part);
                }
            }
        }
        return Optional.empty();
    }

    static Octets packet(ByteSource source, Part part, ReadLimits limits)
            throws IOException, MalformedContentException {
        return source.octets(part.range(), limits).from(MARKER_AND_LENGTH + SIGNATURE.length());
    }

    static Octets of(Octets packet) throws MalformedContentException {
        if (packet.length() > LONGEST) {
            throw new MalformedContentException(
                    JpegFormat.NAME, new ByteRange(0, 0), "the XMP would not fit in one segment of 64 KiB");
        }
        return Octets.concat(
                Octets.of(0xFF, 0xE1), Octets.u16be(2 + SIGNATURE.length() + packet.length()), SIGNATURE, packet);
    }

    /** The first part that is neither the file's start, an APP0, an APP1 nor a manifest store. */
    static int place(List<Part> parts) {
        int at = 1;
        while (at < parts.size()
                && List.of("APP0", "APP1", JpegWalk.STORE, JpegWalk.FILL)
                        .contains(parts.get(at).name())) {
            at++;
        }
        return at;
    }
}
