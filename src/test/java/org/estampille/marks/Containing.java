package org.estampille.marks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.estampille.bytes.Octets;

/** Tiny files of many containers, each with metadata in one place. */
final class Containing {

    private Containing() {}

    static Octets ascii(String text) {
        return Octets.ofUtf8(text);
    }

    static Octets join(Octets... parts) {
        return Octets.concat(parts);
    }

    static Octets fixture(String path) {
        try {
            return Octets.adopt(Files.readAllBytes(Path.of("fixtures").resolve(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // PNG

    static Octets chunk(String type, Octets content) {
        CRC32 crc = new CRC32();
        Octets body = join(ascii(type), content);
        crc.update(body.toByteArray());
        return join(Octets.u32be(content.length()), body, Octets.u32be(crc.getValue()));
    }

    static Octets png(Octets... chunks) {
        Octets file = fixture("png/rgb8/asset.png");
        int afterHeader = 8 + 25;
        return join(file.slice(0, afterHeader), join(chunks), file.from(afterHeader));
    }

    static Octets text(String keyword, String value) {
        return chunk("tEXt", join(ascii(keyword + "\0"), ascii(value)));
    }

    static Octets compressedText(String keyword, String value) {
        return chunk("zTXt", join(ascii(keyword + "\0\0"), deflated(ascii(value))));
    }

    static Octets internationalText(String keyword, String value, boolean compressed) {
        return chunk(
                "iTXt",
                join(
                        ascii(keyword + "\0"),
                        Octets.of(compressed ? 1 : 0, 0, 0, 0),
                        compressed ? deflated(ascii(value)) : ascii(value)));
    }

    static Octets deflated(Octets octets) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(octets.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Octets.adopt(out.toByteArray());
    }

    // JPEG

    static Octets segment(int marker, Octets content) {
        return join(Octets.of(0xFF, marker), Octets.u16be(content.length() + 2), content);
    }

    static Octets jpeg(Octets... segments) {
        Octets file = fixture("jpeg/baseline/asset.jpg");
        return join(file.slice(0, 2), join(segments), file.from(2));
    }

    static Octets xmpSegment(String xmp) {
        return segment(0xE1, join(ascii("http://ns.adobe.com/xap/1.0/\0"), ascii(xmp)));
    }

    static Octets exifSegment(Octets tiff) {
        return segment(0xE1, join(ascii("Exif\0\0"), tiff));
    }

    /** Image resources with one IIM block of one data set of record 2. */
    static Octets iimSegment(int dataSet, String value) {
        Octets record = join(Octets.of(0x1C, 2, dataSet), Octets.u16be(value.length()), ascii(value));
        Octets padded = record.length() % 2 == 0 ? record : join(record, Octets.of(0));
        return segment(
                0xED,
                join(
                        ascii("Photoshop 3.0\0"),
                        ascii("8BIM"),
                        Octets.u16be(0x0404),
                        Octets.of(0, 0),
                        Octets.u32be(record.length()),
                        padded));
    }

    static String xmp(String attributes, String elements) {
        return "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
                + "<rdf:Description rdf:about=\"\" xmlns:Iptc4xmpExt=\"http://iptc.org/std/Iptc4xmpExt/2008-02-29/\""
                + " xmlns:photoshop=\"http://ns.adobe.com/photoshop/1.0/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:TC260=\"http://www.tc260.org.cn/ns/AIGC/1.0/\" "
                + attributes + ">" + elements + "</rdf:Description></rdf:RDF></x:xmpmeta>";
    }

    static String sourceType(String code) {
        return xmp("Iptc4xmpExt:DigitalSourceType=\"http://cv.iptc.org/newscodes/digitalsourcetype/" + code + "\"", "");
    }

    // TIFF and EXIF

    /** A field of the main directory, as text. */
    record Field(int tag, Octets value, int type) {
        static Field text(int tag, String value) {
            return new Field(tag, ascii(value + "\0"), 2);
        }

        static Field comment(String value) {
            return new Field(
                    0x9286, join(ascii("UNICODE\0"), Octets.adopt(value.getBytes(StandardCharsets.UTF_16BE))), 7);
        }
    }

    static Octets tiff(Field... fields) {
        List<Octets> entries = new ArrayList<>();
        List<Octets> values = new ArrayList<>();
        int at = 8 + 2 + 12 * fields.length + 4;
        for (Field field : fields) {
            Octets value = field.value();
            while (value.length() < 5) {
                value = join(value, Octets.of(0));
            }
            entries.add(join(
                    Octets.u16be(field.tag()),
                    Octets.u16be(field.type()),
                    Octets.u32be(value.length()),
                    Octets.u32be(at)));
            values.add(value);
            at += value.length();
        }
        return join(
                ascii("MM"),
                Octets.u16be(42),
                Octets.u32be(8),
                Octets.u16be(fields.length),
                Octets.concat(entries),
                Octets.u32be(0),
                Octets.concat(values));
    }

    // RIFF

    static Octets riffChunk(String id, Octets content) {
        Octets padded = content.length() % 2 == 0 ? content : join(content, Octets.of(0));
        return join(ascii(id), Octets.u32le(content.length()), padded);
    }

    static Octets info(String id, String value) {
        return riffChunk("LIST", join(ascii("INFO"), riffChunk(id, ascii(value + "\0"))));
    }

    static Octets riff(String fixture, Octets... chunks) {
        Octets file = fixture(fixture);
        Octets more = join(chunks);
        return join(file.slice(0, 4), Octets.u32le(file.length() + more.length() - 8L), file.from(8), more);
    }

    // ISO base media

    static Octets box(String type, Octets... content) {
        Octets body = join(content);
        return join(Octets.u32be(body.length() + 8L), Octets.adopt(type.getBytes(StandardCharsets.ISO_8859_1)), body);
    }

    static Octets mp4(String brand, Octets... boxes) {
        return join(box("ftyp", ascii(brand), Octets.u32be(0), ascii(brand)), join(boxes));
    }

    static Octets itemList(String type, String value) {
        Octets data = box("data", Octets.u32be(1), Octets.u32be(0), ascii(value));
        return box("moov", box("udta", box("meta", Octets.u32be(0), handler("mdir"), box("ilst", box(type, data)))));
    }

    static Octets keyed(String key, String value, boolean quickTime) {
        Octets keys = box(
                "keys", Octets.u32be(0), Octets.u32be(1), Octets.u32be(key.length() + 8L), ascii("mdta"), ascii(key));
        Octets data = box("data", Octets.u32be(1), Octets.u32be(0), ascii(value));
        Octets list = box("ilst", join(Octets.u32be(data.length() + 8L), Octets.u32be(1), data));
        Octets meta = quickTime
                ? box("meta", handler("mdta"), keys, list)
                : box("meta", Octets.u32be(0), handler("mdta"), keys, list);
        return box("moov", quickTime ? meta : box("udta", meta));
    }

    static Octets handler(String type) {
        return box("hdlr", Octets.u32be(0), Octets.u32be(0), ascii(type), Octets.zeros(13));
    }

    static Octets quickTimeText(String type, String value) {
        return box("moov", box("udta", box(type, Octets.u16be(value.length()), Octets.u16be(0x55C4), ascii(value))));
    }

    /** A video of one sample, which holds user data. */
    static Octets video(boolean h265, String userData) {
        Octets message = join(Octets.zeros(0), Octets.ofHex("0123456789abcdef0123456789abcdef"), ascii(userData));
        Octets unit = join(
                h265 ? Octets.of(39 << 1, 1) : Octets.of(6), Octets.of(5, message.length()), message, Octets.of(0x80));
        Octets sample = join(Octets.u32be(unit.length()), unit);
        Octets configuration = h265
                ? box("hvcC", Octets.zeros(21), Octets.of(0xFF, 0))
                : box("avcC", Octets.of(1, 66, 0, 30, 0xFF, 0xE0, 0));
        Octets entry = box(h265 ? "hvc1" : "avc1", Octets.zeros(78), configuration);
        Octets start = mp4("isom", box("mdat", sample));
        long at = start.length() - sample.length();
        Octets table = box(
                "stbl",
                box("stsd", Octets.u32be(0), Octets.u32be(1), entry),
                box("stco", Octets.u32be(0), Octets.u32be(1), Octets.u32be(at)));
        return join(start, box("moov", box("trak", box("mdia", box("minf", table)))));
    }

    static Octets heif(String type, Octets content) {
        Octets entry = box(
                "infe",
                Octets.u32be(2L << 24),
                Octets.u16be(1),
                Octets.u16be(0),
                ascii(type),
                type.equals("mime") ? ascii("\0application/rdf+xml\0") : ascii("\0"));
        Octets locations = box(
                "iloc",
                Octets.u32be(1L << 24),
                Octets.u16be(0x4400),
                Octets.u16be(1),
                Octets.u16be(1),
                Octets.u16be(1),
                Octets.u16be(0),
                Octets.u16be(1),
                Octets.u32be(0),
                Octets.u32be(content.length()));
        Octets infos = box("iinf", Octets.u32be(0), Octets.u16be(1), entry);
        return mp4("heic", box("meta", Octets.u32be(0), handler("pict"), infos, locations, box("idat", content)));
    }

    // ID3, Vorbis, Matroska and others

    static Octets frame(String id, Octets content) {
        return join(ascii(id), Octets.u32be(content.length()), Octets.u16be(0), content);
    }

    static Octets mp3(Octets... frames) {
        Octets body = join(join(frames), Octets.zeros(20));
        int size = body.length();
        return join(
                ascii("ID3"),
                Octets.of(3, 0, 0, size >> 21 & 0x7F, size >> 14 & 0x7F, size >> 7 & 0x7F, size & 0x7F),
                body,
                Octets.ofHex("fffb9064"),
                Octets.zeros(417));
    }

    static Octets comments(String... comments) {
        List<Octets> parts = new ArrayList<>();
        parts.add(join(Octets.u32le(4), ascii("test"), Octets.u32le(comments.length)));
        for (String comment : comments) {
            parts.add(join(Octets.u32le(ascii(comment).length()), ascii(comment)));
        }
        return Octets.concat(parts);
    }

    static Octets flac(String... comments) {
        Octets block = comments(comments);
        return join(
                ascii("fLaC"),
                Octets.of(0, 0, 0, 34),
                Octets.zeros(34),
                Octets.u32be(0x84000000L | block.length()),
                block);
    }

    static Octets opus(String... comments) {
        Octets tags = join(ascii("OpusTags"), comments(comments));
        Octets head = join(ascii("OpusHead"), Octets.of(1, 1, 0, 0), Octets.u32le(48_000), Octets.of(0, 0, 0));
        return join(page(2, head), page(0, tags));
    }

    static Octets page(int flags, Octets packet) {
        List<Integer> lacing = new ArrayList<>();
        for (int left = packet.length(); left >= 0; left -= 255) {
            lacing.add(Math.min(left, 255));
        }
        Octets table = Octets.of(lacing.stream().mapToInt(Integer::intValue).toArray());
        return join(ascii("OggS"), Octets.of(0, flags), Octets.zeros(20), Octets.of(lacing.size()), table, packet);
    }

    static Octets element(String id, Octets... content) {
        Octets body = join(content);
        return join(Octets.ofHex(id), Octets.u32be(0x10000000L | body.length()), body);
    }

    static Octets matroska(String type, String name, String value) {
        Octets tags = element(
                "1254c367",
                element("7373", element("67c8", element("45a3", ascii(name)), element("4487", ascii(value)))));
        return join(element("1a45dfa3", element("4282", ascii(type))), element("18538067", tags));
    }

    static Octets gif(String comment) {
        return join(
                ascii("GIF89a"),
                Octets.of(1, 0, 1, 0, 0, 0, 0),
                Octets.of(0x21, 0xFE, comment.length()),
                ascii(comment),
                Octets.of(0, 0x3B));
    }

    static Octets flv(String name, String value) {
        Octets script = join(
                Octets.of(2, 0, 10),
                ascii("onMetaData"),
                Octets.of(8),
                Octets.u32be(1),
                Octets.u16be(name.length()),
                ascii(name),
                Octets.of(2),
                Octets.u16be(value.length()),
                ascii(value),
                Octets.of(0, 0, 9));
        return join(
                ascii("FLV"),
                Octets.of(1, 5, 0, 0, 0, 9, 0, 0, 0, 0, 18, 0, 0, script.length()),
                Octets.zeros(7),
                script);
    }

    static Octets mxf(String product) {
        Octets name = Octets.adopt(product.getBytes(StandardCharsets.UTF_16BE));
        Octets set = join(Octets.u16be(0x3C02), Octets.u16be(name.length()), name);
        Octets partition =
                join(Octets.ofHex("060e2b34020501010d01020101020400"), Octets.of(0x83, 0, 0, 8), Octets.zeros(8));
        return join(
                partition, Octets.ofHex("060e2b34025301010d01010101013000"), Octets.of(0x83, 0, 0, set.length()), set);
    }

    static Octets document(String name, String value) {
        return document(name, value, 1);
    }

    /** An office document with that many parts before its properties. */
    static Octets document(String name, String value, int parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("<Types/>".getBytes(StandardCharsets.UTF_8));
            for (int i = 1; i < parts; i++) {
                zip.putNextEntry(new ZipEntry("word/" + i + ".xml"));
            }
            zip.putNextEntry(new ZipEntry("docProps/custom.xml"));
            String escaped = value.replace("\"", "&quot;");
            zip.write(("<Properties xmlns:vt=\"urn:vt\"><property name=\"" + name + "\"><vt:lpwstr>" + escaped
                            + "</vt:lpwstr></property></Properties>")
                    .getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Octets.adopt(out.toByteArray());
    }
}
