package org.estampille.container.riff;

import java.util.Optional;
import org.estampille.bytes.Octets;

/** The chunk of an XMP packet: {@code XMP } in WebP, {@code _PMX} in WAV and AVI (XMP part 3 clauses 1.1.6 and 1.2). */
final class XmpChunk {

    private static final String WEBP = "WEBP";

    private XmpChunk() {}

    static String name(RiffForm form) {
        return form.type().equals(WEBP) ? "XMP " : "_PMX";
    }

    static Optional<RiffChunk> find(RiffForm form) {
        return form.chunks().stream()
                .filter(chunk -> chunk.name().equals(name(form)))
                .findFirst();
    }

    /** The header of an extended WebP file, which says that there is XMP; empty for other formats, and simple WebP files. */
    static Optional<RiffChunk> flags(RiffForm form) {
        return form.type().equals(WEBP)
                ? form.chunks().stream()
                        .filter(chunk ->
                                chunk.name().equals("VP8X") && !chunk.data().isEmpty())
                        .findFirst()
                : Optional.empty();
    }

    /** A simple WebP file has no header that could say so. */
    static boolean hasPlace(RiffForm form) {
        return !form.type().equals(WEBP) || flags(form).isPresent();
    }

    static Octets of(RiffForm form, Octets packet) {
        return Octets.concat(
                Octets.ofAscii(name(form)), Octets.u32le(packet.length()), packet, Octets.zeros(packet.length() & 1));
    }
}
