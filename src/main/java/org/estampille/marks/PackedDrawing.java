package org.estampille.marks;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.bytes.ReadLimits;

/** SVG packed with gzip, as files named {@code .svgz} are (SVG 1.1 clause 1.2). */
final class PackedDrawing {

    private static final int LONGEST = 16 << 20;

    /** In which the first element of a drawing stands, behind comments and a document type. */
    private static final int HEAD = 64 << 10;

    private PackedDrawing() {}

    static void read(ByteSource source, MetadataItems items, ReadLimits limits)
            throws IOException, MalformedContentException {
        Octets packed = source.octets(new ByteRange(0, Math.min(source.length(), LONGEST)), limits);
        Octets plain;
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.toByteArray()))) {
            plain = Octets.adopt(in.readNBytes(LONGEST + 1));
        } catch (ZipException | EOFException e) {
            throw new MalformedContentException("gzip", source.range(), "the file does not unpack");
        }
        boolean drawing = plain.slice(0, Math.min(plain.length(), HEAD))
                .indexOf(Octets.ofAscii("<svg"), 0)
                .isPresent();
        if (!drawing) {
            items.unread("gzip", Gap.PACKED_FILE);
        } else if (plain.length() > LONGEST) {
            items.unread("SVG", Gap.TOO_MUCH);
        } else {
            OtherFiles files = new OtherFiles(new OctetsSource(plain), items, limits);
            items.attempt("SVG", files::svg);
            items.attempt("XMP packets", files::packets);
        }
    }
}
