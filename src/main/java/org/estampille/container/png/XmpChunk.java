package org.estampille.container.png;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.Part;

/** The {@code iTXt} chunk of an XMP packet (XMP part 3 clause 1.1.5): a keyword and an uncompressed text without language. */
final class XmpChunk {

    private static final Octets TYPE = Octets.ofAscii("iTXt");
    private static final Octets KEYWORD = Octets.ofAscii("XML:com.adobe.xmp\0");
    private static final Octets PLAIN = Octets.zeros(4);
    private static final int HEADER = 8;
    private static final int CRC = 4;

    private XmpChunk() {}

    /** Where it stands; empty when the file has none. */
    static Optional<Part> find(ByteSource source, List<Part> parts, ReadLimits limits)
            throws IOException, MalformedContentException {
        for (Part part : parts) {
            ByteRange range = part.range();
            if (part.name().equals("iTXt") && range.length() >= HEADER + KEYWORD.length() + PLAIN.length() + CRC) {
                ByteRange head = new ByteRange(range.start() + HEADER, KEYWORD.length());
                if (source.octets(head, limits).equals(KEYWORD)) {
                    return Optional.of(part);
                }
            }
        }
        return Optional.empty();
    }

    /** The packet; a compressed one is against the rules of XMP and refused. */
    static Octets packet(ByteSource source, Part part, ReadLimits limits)
            throws IOException, MalformedContentException {
        Octets chunk = source.octets(part.range(), limits);
        Octets text = chunk.slice(HEADER, chunk.length() - HEADER - CRC).from(KEYWORD.length());
        if (!text.slice(0, PLAIN.length()).isZero()) {
            throw new MalformedContentException(
                    PngFormat.NAME, part.range(), "its XMP is compressed or has a language");
        }
        return text.from(PLAIN.length());
    }

    static Octets of(Octets packet) {
        Octets data = Octets.concat(KEYWORD, PLAIN, packet);
        CRC32 crc = new CRC32();
        crc.update(TYPE.asBuffer());
        crc.update(data.asBuffer());
        return Octets.concat(Octets.u32be(data.length()), TYPE, data, Octets.u32be(crc.getValue()));
    }
}
