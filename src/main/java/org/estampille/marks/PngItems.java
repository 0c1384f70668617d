package org.estampille.marks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.estampille.bytes.ByteCursor;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.ContainerMap;
import org.estampille.container.Part;

/** The text chunks of PNG (third edition, clause 11.3.3), its EXIF, and text hidden in its samples. */
final class PngItems {

    private static final int CHUNK_HEADER = 8;
    private static final int CHUNK_OVERHEAD = 12;
    private static final int INFLATED = 4 << 20;
    private static final String XMP = "XML:com.adobe.xmp";
    private static final String PROFILE = "Raw profile type ";

    private final ByteSource source;
    private final MetadataItems items;
    private final ReadLimits limits;

    PngItems(ByteSource source, MetadataItems items, ReadLimits limits) {
        this.source = source;
        this.items = items;
        this.limits = limits;
    }

    void read(ContainerMap map) throws IOException {
        for (Part part : map.parts()) {
            String where = "PNG " + part.name() + " at " + part.range().start();
            switch (part.name()) {
                case "tEXt", "zTXt", "iTXt" -> items.attempt(where, () -> text(part, where));
                case "eXIf" ->
                    items.attempt(where, () -> ExifItems.tiff(new OctetsSource(content(part)), where, items));
                default -> {}
            }
        }
        items.attempt("PNG samples", () -> HiddenText.read(source, items));
    }

    private Octets content(Part part) throws IOException, MalformedContentException {
        long length = part.range().length() - CHUNK_OVERHEAD;
        return source.octets(new ByteRange(part.range().start() + CHUNK_HEADER, length), limits);
    }

    private void text(Part part, String where) throws IOException, MalformedContentException {
        ByteCursor chunk = new ByteCursor("PNG", content(part), part.range().start() + CHUNK_HEADER);
        String keyword = chunk.cString();
        switch (part.name()) {
            case "tEXt" -> plain(keyword, chunk.rest(), where);
            case "zTXt" -> {
                chunk.skip(1);
                plain(keyword, inflate(chunk.rest(), where), where);
            }
            default -> international(keyword, chunk, where);
        }
    }

    /** The standard says Latin-1 for two of the three; generators write UTF-8 into all of them. */
    private void plain(String keyword, Octets text, String where) throws IOException {
        if (keyword.startsWith(PROFILE)) {
            items.attempt(where, () -> profile(keyword.substring(PROFILE.length()), text.latin1(), where));
        } else {
            items.add(Location.PNG_TEXT, where, keyword, text.utf8());
        }
    }

    private void international(String keyword, ByteCursor chunk, String where)
            throws IOException, MalformedContentException {
        boolean compressed = chunk.u8() != 0;
        chunk.skip(1);
        chunk.cString();
        chunk.cString();
        Octets text = compressed ? inflate(chunk.rest(), where) : chunk.rest();
        if (keyword.equals(XMP)) {
            XmpItems.read(text, where, items);
        } else {
            plain(keyword, text, where);
        }
    }

    /** A block of another format in hexadecimal, as ImageMagick writes it: an empty line, the name, the length, the digits. */
    private void profile(String kind, String text, String where) throws IOException, MalformedContentException {
        String[] lines = text.strip().split("\\s+", 3);
        if (lines.length < 3) {
            return;
        }
        Octets block = Octets.adopt(HexFormat.of().parseHex(lines[2].replaceAll("\\s", "")));
        if (kind.equals("xmp")) {
            XmpItems.read(block, where, items);
        } else if (kind.equals("exif") || kind.equals("APP1")) {
            boolean preamble = block.startsWith(Octets.ofAscii("Exif\0\0"));
            ExifItems.tiff(new OctetsSource(preamble ? block.from(6) : block), where, items);
        } else if (kind.equals("iptc") || kind.equals("8bim")) {
            ExifItems.photoshop(block, where, items);
        }
    }

    private Octets inflate(Octets compressed, String where) throws MalformedContentException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(compressed.toByteArray());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[16 << 10];
            while (!inflater.finished() && out.size() < INFLATED) {
                int count = inflater.inflate(buffer);
                if (count == 0) {
                    break;
                }
                out.write(buffer, 0, count);
            }
            if (!inflater.finished()) {
                items.unread(where, Gap.CUT_SHORT);
            }
            return Octets.adopt(out.toByteArray());
        } catch (DataFormatException e) {
            throw new MalformedContentException("PNG", new ByteRange(0, 0), "compressed text that does not unpack");
        } finally {
            inflater.end();
        }
    }
}
