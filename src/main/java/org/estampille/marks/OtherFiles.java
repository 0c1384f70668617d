package org.estampille.marks;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.estampille.bytes.ByteCursor;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.zip.ZipArchive;
import org.estampille.container.zip.ZipEntry;

/** Files whose containers are not tagged here: GIF, FLV, MP3, PDF, office documents, Markdown, and whatever holds an XMP packet. */
final class OtherFiles {

    private static final int WINDOW = 16 << 20;
    private static final int DOCUMENT = 32 << 20;
    private static final int PROPERTIES = 1 << 20;
    private static final Octets CUSTOM_PROPERTIES = Octets.ofAscii("docProps/custom.xml");

    private static final Octets PACKET_START = Octets.ofAscii("<x:xmpmeta");
    private static final Octets PACKET_END = Octets.ofAscii("</x:xmpmeta>");

    /** Kept here, because a logger that nobody holds forgets its level. What is odd in a document is no concern of who looks. */
    private static final Logger REMARKS = Logger.getLogger("org.apache.pdfbox");

    private final ByteSource source;
    private final MetadataItems items;
    private final ReadLimits limits;

    OtherFiles(ByteSource source, MetadataItems items, ReadLimits limits) {
        this.source = source;
        this.items = items;
        this.limits = limits;
    }

    /** Any XMP packet that stands as it is in the first {@value #WINDOW} octets. */
    void packets() throws IOException, MalformedContentException {
        Octets window = start(WINDOW);
        Optional<Integer> at = window.indexOf(PACKET_START, 0);
        for (int count = 0; at.isPresent() && count < 20; count++) {
            Optional<Integer> end = window.indexOf(PACKET_END, at.get());
            if (end.isEmpty()) {
                return;
            }
            int length = end.get() + PACKET_END.length() - at.get();
            XmpItems.read(window.slice(at.get(), length), "XMP packet at " + at.get(), items);
            at = window.indexOf(PACKET_START, end.get());
        }
    }

    private Octets start(long atMost) throws IOException, MalformedContentException {
        return source.octets(new ByteRange(0, Math.min(atMost, source.length())), limits);
    }

    /** Comment and application extensions (GIF89a clauses 24, 26). */
    void gif() throws IOException, MalformedContentException {
        ByteCursor cursor = new ByteCursor("GIF", start(WINDOW), 0);
        cursor.skip(10);
        int flags = cursor.u8();
        cursor.skip(2);
        cursor.skip((flags & 0x80) == 0 ? 0 : 3L << ((flags & 7) + 1));
        while (cursor.remaining() > 1) {
            int introducer = cursor.u8();
            if (introducer == 0x21) {
                int label = cursor.u8();
                long at = cursor.offset();
                if (label == 0xFE) {
                    items.add(Location.GIF_COMMENT, "GIF comment at " + at, "comment", blocks(cursor));
                } else {
                    blocks(cursor);
                }
            } else if (introducer == 0x2C) {
                cursor.skip(8);
                int local = cursor.u8();
                cursor.skip((local & 0x80) == 0 ? 0 : 3L << ((local & 7) + 1));
                cursor.skip(1);
                blocks(cursor);
            } else {
                return;
            }
        }
    }

    private static String blocks(ByteCursor cursor) throws MalformedContentException {
        StringBuilder text = new StringBuilder();
        int size = cursor.u8();
        while (size != 0) {
            Octets block = cursor.take(size);
            if (text.length() < MetadataItems.LONGEST) {
                text.append(block.latin1());
            }
            size = cursor.u8();
        }
        return new String(text.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** The texts of {@code onMetaData}: a name of two octets' length, the type 2, a text of two octets' length (AMF0). */
    void flv() throws IOException, MalformedContentException {
        Octets window = start(1 << 20);
        Optional<Integer> at = window.indexOf(Octets.ofAscii("onMetaData"), 0);
        if (at.isEmpty()) {
            return;
        }
        ByteCursor cursor = new ByteCursor("FLV", window.from(at.get() + 10), at.get() + 10);
        cursor.skip(cursor.u8() == 8 ? 4 : 0);
        while (cursor.remaining() > 3) {
            String name = cursor.take(cursor.u16be()).utf8();
            int type = cursor.u8();
            if (type == 2 || type == 12) {
                Octets text = cursor.take(type == 2 ? cursor.u16be() : cursor.u32be());
                items.add(Location.FLV_SCRIPT, "FLV onMetaData", name, text.utf8());
            } else if (type == 0) {
                cursor.skip(8);
            } else if (type == 1) {
                cursor.skip(1);
            } else {
                return;
            }
        }
    }

    /** The information dictionary and the XMP of the document. */
    void pdf() throws IOException, MalformedContentException {
        Octets whole = whole();
        REMARKS.setLevel(Level.OFF);
        try (PDDocument document = Loader.loadPDF(whole.toByteArray())) {
            var information = document.getDocumentInformation();
            for (String key : information.getMetadataKeys()) {
                String value = information.getCustomMetadataValue(key);
                if (value != null) {
                    items.add(Location.PDF_INFO, "PDF information dictionary", key, value);
                }
            }
            PDMetadata metadata = document.getDocumentCatalog().getMetadata();
            if (metadata != null) {
                byte[] packet;
                try (var stream = metadata.exportXMPMetadata()) {
                    packet = stream.readNBytes(WINDOW);
                }
                XmpItems.read(Octets.adopt(packet), "PDF XMP", items);
            }
        } catch (IOException e) {
            throw new MalformedContentException("PDF", new ByteRange(0, 0), "the document cannot be read");
        }
    }

    /** Titles, descriptions, comments and RDF outside of packets. */
    void svg() throws IOException, MalformedContentException {
        SvgItems.read(whole(), items);
    }

    private Octets whole() throws IOException, MalformedContentException {
        if (source.length() > DOCUMENT) {
            throw new LimitExceededException("document", source.length(), DOCUMENT);
        }
        return source.octets(source.range(), limits);
    }

    /** Custom properties (ISO/IEC 29500-1 clause 22.3). No other entry is inflated: a small archive can hold terabytes. */
    void office() throws IOException, MalformedContentException {
        ZipArchive archive = ZipArchive.read(source, limits);
        for (ZipEntry entry : archive.entries()) {
            if (entry.spelling().equals(CUSTOM_PROPERTIES)) {
                properties(inflated(entry, archive.local(entry, source, limits).content()));
                return;
            }
        }
    }

    private byte[] inflated(ZipEntry entry, ByteRange content) throws IOException, MalformedContentException {
        LimitExceededException.check("office properties", content.length(), PROPERTIES);
        byte[] stored = source.octets(content, limits).toByteArray();
        if (entry.method() == 0) {
            return stored;
        }
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(stored), new Inflater(true))) {
            return in.readNBytes(PROPERTIES);
        } catch (ZipException | EOFException e) {
            throw new MalformedContentException("ZIP", content, "the custom properties cannot be inflated");
        }
    }

    private void properties(byte[] xml) throws MalformedContentException {
        XmlTexts.read(Octets.copyOf(xml), "office properties", (element, attributes, text) -> {
            String name = attributes.get("name");
            if (element.equals("property") && name != null) {
                items.add(Location.OFFICE_PROPERTY, "docProps/custom.xml", name, text);
            }
        });
    }

    /** The {@code AIGC} key in the front matter of a Markdown document, with the lines that are indented under it. */
    void text() throws IOException, MalformedContentException {
        String text = start(1 << 20).utf8();
        if (!text.startsWith("---")) {
            return;
        }
        StringBuilder label = new StringBuilder();
        for (String line : text.substring(3).lines().skip(1).limit(200).toList()) {
            if (line.startsWith("---") || !label.isEmpty() && !line.startsWith(" ")) {
                break;
            }
            if (line.startsWith("AIGC:") || !label.isEmpty()) {
                label.append(line.startsWith("AIGC:") ? line.substring(5) : line)
                        .append('\n');
            }
        }
        if (!label.isEmpty()) {
            items.add(Location.FRONT_MATTER, "front matter", "AIGC", label.toString());
        }
    }
}
