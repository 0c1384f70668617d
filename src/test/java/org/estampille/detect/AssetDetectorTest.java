package org.estampille.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.FileSource;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.container.MediaCorpus;
import org.estampille.container.SampleMedia;
import org.estampille.detect.Detection.Detected;
import org.estampille.detect.Detection.Empty;
import org.estampille.detect.Detection.Unsupported;
import org.estampille.fixtures.FixtureIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssetDetectorTest {

    private static Detection detect(Octets octets) throws IOException {
        return AssetDetector.detect(new OctetsSource(octets));
    }

    private static Octets fileType(String major, String... compatible) {
        Octets brands = Octets.ofAscii(String.join("", compatible));
        return Octets.concat(
                Octets.u32be(16 + brands.length()),
                Octets.ofAscii("ftyp"),
                Octets.ofAscii(major),
                Octets.zeros(4),
                brands,
                Octets.zeros(100));
    }

    @Test
    void knows_what_is_read_here_by_its_octets() throws Exception {
        Map<AssetFormat, Octets> files = Map.of(
                AssetFormat.JPEG, SampleMedia.jpeg(),
                AssetFormat.PNG, SampleMedia.png(),
                AssetFormat.WAV, SampleMedia.wav(),
                AssetFormat.AVI, SampleMedia.avi(),
                AssetFormat.WEBP, SampleMedia.webp());
        for (Map.Entry<AssetFormat, Octets> file : files.entrySet()) {
            assertThat(detect(file.getValue())).isEqualTo(new Detected(file.getKey()));
        }
        assertThat(detect(SampleMedia.longWav("RF64"))).isEqualTo(new Detected(AssetFormat.RF64));
        assertThat(detect(SampleMedia.longWav("BW64"))).isEqualTo(new Detected(AssetFormat.RF64));
    }

    @ParameterizedTest
    @CsvSource({
        "isom, avc1, MP4",
        "mp42, isom, MP4",
        "dash, iso6, MP4",
        "M4V , M4A , MP4",
        "3gp5, isom, MP4",
        "'qt  ', 'qt  ', MOV",
        "'M4A ', mp42, M4A",
        "'M4B ', mp42, M4A",
        "heic, mif1, HEIC",
        "mif1, heic, HEIC",
        "avif, mif1, AVIF",
        "mif1, avif, AVIF",
        "mif1, miaf, HEIF",
        "msf1, iso8, HEIF"
    })
    void tells_iso_base_media_apart_by_their_brands(String major, String compatible, AssetFormat expected)
            throws Exception {
        assertThat(detect(fileType((major + "    ").substring(0, 4), (compatible + "    ").substring(0, 4))))
                .isEqualTo(new Detected(expected));
    }

    @Test
    void takes_atoms_without_a_file_type_box_for_quicktime() throws Exception {
        Octets atom = Octets.concat(Octets.u32be(8), Octets.ofAscii("wide"), Octets.u32be(8), Octets.ofAscii("mdat"));
        Octets tooShort = Octets.concat(Octets.u32be(7), Octets.ofAscii("wide"), Octets.zeros(20));

        assertThat(detect(atom)).isEqualTo(new Detected(AssetFormat.MOV));
        assertThat(detect(tooShort)).isInstanceOf(Unsupported.class);
    }

    @Test
    void says_that_a_file_is_empty() throws Exception {
        assertThat(detect(Octets.empty())).isEqualTo(new Empty());
    }

    @Test
    void names_what_is_not_read_here() throws Exception {
        assertThat(detect(Octets.ofAscii("%!PS-Adobe-3.0\n"))).isEqualTo(new Unsupported("application/postscript"));
        assertThat(detect(Octets.ofAscii("<html><body/></html>"))).isEqualTo(new Unsupported("text/html"));
        assertThat(detect(Octets.ofAscii("<!-- <svg> --><a/>"))).isInstanceOf(Unsupported.class);
        assertThat(detect(Octets.ofAscii("<!DOCTYPE svg ["))).isInstanceOf(Unsupported.class);
        assertThat(detect(Octets.ofAscii("just words"))).isEqualTo(new Unsupported("text/plain"));
        assertThat(detect(Octets.of(0x13, 0x37, 0))).isEqualTo(new Unsupported("application/octet-stream"));
        assertThat(detect(Octets.concat(Octets.ofHex("060e2b34020501010d010201"), Octets.zeros(40))))
                .isEqualTo(new Unsupported("application/mxf"));
        assertThat(detect(Octets.concat(Octets.ofHex("762f3101"), Octets.zeros(40))))
                .isEqualTo(new Unsupported("image/x-exr"));
        assertThat(detect(SampleMedia.store(100))).isEqualTo(new Unsupported("application/c2pa"));
        assertThat(detect(fileType("crx "))).isEqualTo(new Unsupported("image/x-canon-cr3"));
        assertThat(detect(SampleMedia.riff("RIFF", "RMID"))).isInstanceOf(Unsupported.class);
    }

    @Test
    void tells_pictures_by_their_first_octets() throws Exception {
        assertThat(detect(Octets.ofAscii("GIF87a\1\0\1\0"))).isEqualTo(new Detected(AssetFormat.GIF));
        assertThat(detect(Octets.ofHex("49492a0008000000"))).isEqualTo(new Detected(AssetFormat.TIFF));
        assertThat(detect(Octets.ofHex("4d4d002b00080000"))).isEqualTo(new Detected(AssetFormat.BIGTIFF));
        assertThat(detect(Octets.ofHex("ff0ac852"))).isEqualTo(new Detected(AssetFormat.JXL));
        assertThat(detect(Octets.ofUtf8(
                        "\uFEFF<?xml version='1.0'?>\n<!-- a --><!DOCTYPE svg [ <!ENTITY a '>'> ]>\n<s:svg>")))
                .isEqualTo(new Detected(AssetFormat.SVG));
    }

    @Test
    void tells_a_negative_by_its_version_tag() throws Exception {
        assertThat(detect(FixtureIndex.of("dng/rgb8").octets())).isEqualTo(new Detected(AssetFormat.DNG));
        assertThat(detect(FixtureIndex.of("tiff/little-endian").octets())).isEqualTo(new Detected(AssetFormat.TIFF));
        assertThat(detect(FixtureIndex.of("bigtiff/rgb16").octets())).isEqualTo(new Detected(AssetFormat.BIGTIFF));
    }

    @ParameterizedTest
    @CsvSource({
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml, "
                + "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml, "
                + "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml, "
                + "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "application/vnd.ms-word.document.macroEnabled.main+xml, application/vnd.ms-word.document.macroEnabled.12",
        "application/xml, application/zip"
    })
    void office_documents_have_their_registered_media_type(String mainPart, String mediaType) throws Exception {
        assertThat(detect(office(mainPart))).isEqualTo(new Detected(AssetFormat.ZIP, mediaType));
    }

    @Test
    void no_name_that_tika_made_up_is_given_for_a_file_however_damaged() throws Exception {
        Octets document = office("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml");
        for (int length = 1; length < document.length(); length++) {
            assertThat(mediaType(document.slice(0, length))).doesNotContain("tika");
            byte[] changed = document.toByteArray();
            changed[length] ^= (byte) 0xFF;
            assertThat(mediaType(Octets.adopt(changed))).doesNotContain("tika");
        }
        Octets compound = Octets.concat(Octets.ofHex("d0cf11e0a1b11ae1"), Octets.zeros(600));
        assertThat(detect(compound)).isEqualTo(new Unsupported("application/octet-stream"));
    }

    private static String mediaType(Octets octets) throws IOException {
        return detect(octets) instanceof Detected archive ? archive.mediaType() : ((Unsupported) detect(octets)).what();
    }

    @Test
    void fonts_are_told_by_their_table_directory() throws Exception {
        Octets tables = Octets.concat(Octets.u16be(9), Octets.zeros(6), Octets.ofAscii("GDEF"), Octets.zeros(200));
        assertThat(detect(Octets.concat(Octets.ofHex("00010000"), tables)))
                .isEqualTo(new Detected(AssetFormat.SFNT, "font/ttf"));
        assertThat(detect(Octets.concat(Octets.ofAscii("true"), tables)))
                .isEqualTo(new Detected(AssetFormat.SFNT, "font/ttf"));
        assertThat(detect(Octets.concat(Octets.ofAscii("OTTO"), tables)))
                .isEqualTo(new Detected(AssetFormat.SFNT, "font/otf"));
        assertThat(detect(Octets.concat(Octets.ofAscii("ttcf"), tables))).isEqualTo(new Unsupported("font/collection"));
        assertThat(detect(Octets.concat(Octets.ofAscii("wOF2"), tables))).isEqualTo(new Unsupported("font/woff2"));
        assertThat(detect(Octets.concat(Octets.ofHex("00010000"), Octets.ofAscii("Standard Jet DB"), tables)))
                .isInstanceOf(Unsupported.class);
        assertThat(detect(Octets.concat(Octets.ofHex("00010000"), Octets.u16be(9), Octets.zeros(200))))
                .isInstanceOf(Unsupported.class);
    }

    /** The start of a document, with its list of content types. */
    private static Octets office(String mainPart) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(octets)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            String list = "<Types><Default Extension=\"rels\" ContentType=\"application/xml\"/>"
                    + "<Override PartName=\"/document.xml\" ContentType=\"" + mainPart + "\"/></Types>";
            zip.write(list.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return Octets.adopt(octets.toByteArray());
    }

    @Test
    void never_fails_on_the_first_octets_of_anything() throws Exception {
        for (Octets file : new Octets[] {
            SampleMedia.jpeg(),
            SampleMedia.png(),
            SampleMedia.wav(),
            fileType("isom", "iso2"),
            FixtureIndex.of("dng/rgb8").octets(),
            FixtureIndex.of("bigtiff/rgb16").octets(),
            FixtureIndex.of("svg/drawing").octets()
        }) {
            for (int length = 1; length < Math.min(40, file.length()); length++) {
                assertThat(detect(file.slice(0, length))).isNotNull();
            }
        }
    }

    @Test
    void knows_every_file_of_the_corpus() throws Exception {
        Map<String, AssetFormat> byExtension = Map.ofEntries(
                Map.entry("jpg", AssetFormat.JPEG),
                Map.entry("png", AssetFormat.PNG),
                Map.entry("mp4", AssetFormat.MP4),
                Map.entry("mov", AssetFormat.MOV),
                Map.entry("m4a", AssetFormat.M4A),
                Map.entry("heic", AssetFormat.HEIC),
                Map.entry("avif", AssetFormat.AVIF),
                Map.entry("mp3", AssetFormat.MP3),
                Map.entry("flac", AssetFormat.FLAC),
                Map.entry("avi", AssetFormat.AVI),
                Map.entry("webp", AssetFormat.WEBP),
                Map.entry("gif", AssetFormat.GIF),
                Map.entry("tif", AssetFormat.TIFF),
                Map.entry("tiff", AssetFormat.TIFF),
                Map.entry("svg", AssetFormat.SVG),
                Map.entry("jxl", AssetFormat.JXL));
        for (Map.Entry<String, AssetFormat> entry : byExtension.entrySet()) {
            for (Path file : MediaCorpus.files("source-media", entry.getKey())) {
                try (FileSource source = FileSource.open(file)) {
                    assertThat(AssetDetector.detect(source))
                            .as(file.toString())
                            .isEqualTo(new Detected(entry.getValue()));
                }
            }
        }
    }
}
