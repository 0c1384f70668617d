package org.estampille.marks;

import java.io.IOException;
import org.estampille.bytes.ByteCursor;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.ContainerMap;
import org.estampille.container.Part;

/** The metadata chunks of WAV, AVI and WebP: INFO, bext, axml, iXML, XMP, EXIF, ID3, AIGC. */
final class RiffItems {

    private static final int HEADER = 8;
    private static final int LIST_HEADER = 12;
    private static final int DESCRIPTION = 256;
    private static final int ORIGINATOR = 32;
    private static final int FIXED_BEXT = 602;

    private final ByteSource source;
    private final MetadataItems items;
    private final ReadLimits limits;

    RiffItems(ByteSource source, MetadataItems items, ReadLimits limits) {
        this.source = source;
        this.items = items;
        this.limits = limits;
    }

    void read(ContainerMap map) throws IOException {
        AviPictures video = new AviPictures(source, items, limits);
        for (Part part : map.parts()) {
            String where = "RIFF " + part.name().strip() + " at " + part.range().start();
            items.attempt(where, () -> chunk(part, where, video));
        }
    }

    private void chunk(Part part, String where, AviPictures video) throws IOException, MalformedContentException {
        switch (part.name()) {
            case "INFO" -> info(content(part, LIST_HEADER), where);
            case "bext" -> bext(content(part, HEADER), where);
            case "axml", "iXML" ->
                items.add(
                        Location.WAV_XML,
                        where,
                        part.name(),
                        content(part, HEADER).utf8());
            case "_PMX", "XMP " -> XmpItems.read(content(part, HEADER), where, items);
            case "hdrl" -> video.streams(part.range());
            case "movi" -> video.pictures(part.range());
            case "EXIF" -> exif(content(part, HEADER), where);
            case "AIGC" ->
                items.add(
                        Location.APP_SEGMENT,
                        where,
                        "AIGC",
                        untilZero(content(part, HEADER).utf8()));
            case "id3 ", "ID3 " ->
                Id3Items.read(new OctetsSource(content(part, HEADER)), where + ", ", items, limits, false);
            default -> {}
        }
    }

    private Octets content(Part part, int header) throws IOException, MalformedContentException {
        long start = Math.min(part.range().start() + header, part.range().end());
        return source.octets(ByteRange.between(start, part.range().end()), limits);
    }

    private void exif(Octets content, String where) throws IOException, MalformedContentException {
        boolean preamble = content.startsWith(Octets.ofAscii("Exif\0\0"));
        ExifItems.tiff(new OctetsSource(preamble ? content.from(6) : content), where, items);
    }

    private void info(Octets list, String where) throws MalformedContentException {
        ByteCursor cursor = new ByteCursor("RIFF", list, 0);
        while (cursor.remaining() >= HEADER) {
            String id = cursor.fourcc();
            long size = cursor.u32le();
            Octets text = cursor.take(Math.min(size, cursor.remaining()));
            items.add(Location.RIFF_INFO, where, id, untilZero(text.utf8()));
            cursor.skip(Math.min(size & 1, cursor.remaining()));
        }
    }

    private void bext(Octets content, String where) {
        String text = content.latin1();
        items.add(Location.BEXT, where, "Description", untilZero(part(text, 0, DESCRIPTION)));
        items.add(Location.BEXT, where, "Originator", untilZero(part(text, DESCRIPTION, ORIGINATOR)));
        items.add(
                Location.BEXT,
                where,
                "OriginatorReference",
                untilZero(part(text, DESCRIPTION + ORIGINATOR, ORIGINATOR)));
        if (text.length() > FIXED_BEXT) {
            items.add(Location.BEXT, where, "CodingHistory", untilZero(text.substring(FIXED_BEXT)));
        }
    }

    private static String part(String text, int from, int count) {
        int start = Math.min(from, text.length());
        return text.substring(start, Math.min(from + count, text.length()));
    }

    static String untilZero(String text) {
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }
}
