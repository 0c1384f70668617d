package org.estampille.marks;

import static org.estampille.marks.Containing.*;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.estampille.bytes.Octets;

/** Recordings, videos, documents and labels shaped like those of generators. */
final class MarkedRecordings {

    private static final String AIGC =
            "{\"AIGC\":{\"Label\":\"%s\",\"ContentProducer\":\"001191310000MA1\",\"ProduceID\":\"id-1\","
                    + "\"ReservedCode1\":\"\",\"ContentPropagator\":\"001191310000MA1\",\"PropagateID\":\"id-1\",\"ReservedCode2\":\"\"}}";
    private static final String SUNO = "made with suno; created=2026-01-05T10:00:00Z; id=" + MarkedFiles.UUID;

    private final List<MarkedFiles.Case> cases;

    MarkedRecordings(List<MarkedFiles.Case> cases) {
        this.cases = cases;
    }

    void add() {
        music();
        video();
        china();
        tokens();
        MarkedDrawings.add(cases);
        MarkedSound.add(cases);
    }

    private void add(String name, Octets octets, String fingerprint, Location location, Strength strength) {
        cases.add(new MarkedFiles.Case(name, octets, fingerprint, location, strength));
    }

    private static String aigc(int label) {
        return AIGC.formatted(label);
    }

    private void music() {
        Octets comment = join(Octets.of(0), ascii("eng\0"), ascii(SUNO));
        add("suno.mp3", mp3(frame("COMM", comment)), "suno-comment", Location.ID3, Strength.HARD);
        add(
                "suno-link.mp3",
                mp3(frame("WOAS", ascii("https://suno.com/song/" + MarkedFiles.UUID))),
                "suno-link",
                Location.ID3,
                Strength.HARD);
        add("suno.opus", opus("COMMENT=" + SUNO), "suno-comment", Location.VORBIS_COMMENT, Strength.HARD);
        add(
                "suno.wav",
                riff("wav/pcm16/asset.wav", info("ICMT", SUNO)),
                "suno-comment",
                Location.RIFF_INFO,
                Strength.HARD);
        add("suno.m4a", mp4("M4A ", itemList("\u00a9cmt", SUNO)), "suno-comment", Location.MP4_KEY, Strength.HARD);
        add(
                "udio.mp3",
                mp3(frame("COMM", join(Octets.of(0), ascii("eng\0"), ascii("created with Udio")))),
                "udio-comment",
                Location.ID3,
                Strength.MEDIUM);
        add(
                "bext.wav",
                riff("wav/pcm16/asset.wav", riffChunk("bext", join(ascii("AI-generated voice"), Octets.zeros(584)))),
                "note-generated",
                Location.BEXT,
                Strength.MEDIUM);
        add(
                "eleven.mp3",
                mp3(frame("TSSE", join(Octets.of(3), ascii("ElevenLabs")))),
                "software-elevenlabs",
                Location.ID3,
                Strength.MEDIUM);
    }

    private void video() {
        add("veo.mp4", mp4("isom", itemList("\u00a9too", "Google")), "veo-tool", Location.MP4_KEY, Strength.MEDIUM);
        add(
                "kling-tool.mp4",
                mp4("isom", itemList("\u00a9too", "Kling AI 2.1")),
                "software-kling",
                Location.MP4_KEY,
                Strength.MEDIUM);
        add(
                "runway.mov",
                mp4("qt  ", quickTimeText("\u00a9swr", "Runway Gen-4")),
                "software-runway",
                Location.MP4_KEY,
                Strength.MEDIUM);
        for (String token : new String[] {"kling-ai", "sora", "runway", "pika-labs", "luma-ai"}) {
            add(token + ".mp4", Containing.video(false, token), "sei-" + token, Location.SEI, Strength.MEDIUM);
        }
        add("kling-265.mp4", Containing.video(true, "made by kling-ai"), "sei-kling-ai", Location.SEI, Strength.MEDIUM);
        add(
                "pika.avi",
                riff("avi/mjpeg/asset.avi", info("ISFT", "Pika Labs")),
                "software-pika",
                Location.RIFF_INFO,
                Strength.MEDIUM);
        add("heygen.mxf", mxf("HeyGen"), "software-heygen", Location.MXF, Strength.MEDIUM);
        add(
                "luma.mkv",
                matroska("matroska", "ENCODER", "Luma AI"),
                "software-luma",
                Location.MATROSKA_TAG,
                Strength.MEDIUM);
    }

    private void china() {
        String label = aigc(1);
        add("label.mp4", mp4("isom", keyed("AIGC", label, false)), "aigc-1", Location.MP4_KEY, Strength.HARD);
        add("label.m4a", mp4("M4A ", keyed("AIGC", label, false)), "aigc-1", Location.MP4_KEY, Strength.HARD);
        add("label.mkv", matroska("matroska", "AIGC", label), "aigc-1", Location.MATROSKA_TAG, Strength.HARD);
        add("label.avi", riff("avi/mjpeg/asset.avi", info("AIGC", label)), "aigc-1", Location.RIFF_INFO, Strength.HARD);
        add(
                "label.flv",
                flv("AIGC", aigc(1).replace("001191310000MA1", "x")),
                "aigc-1",
                Location.FLV_SCRIPT,
                Strength.HARD);
        add(
                "label.wav",
                riff("wav/pcm16/asset.wav", riffChunk("AIGC", ascii(label))),
                "aigc-1",
                Location.APP_SEGMENT,
                Strength.HARD);
        add(
                "label.mp3",
                mp3(frame("TXXX", join(Octets.of(3), ascii("AIGC\0"), ascii(label)))),
                "aigc-1",
                Location.ID3,
                Strength.HARD);
        add("label.flac", flac("AIGC=" + label), "aigc-1", Location.VORBIS_COMMENT, Strength.HARD);
        add("label.opus", opus("AIGC=" + label), "aigc-1", Location.VORBIS_COMMENT, Strength.HARD);
        add(
                "label.jpg",
                jpeg(xmpSegment(xmp("TC260:AIGC=\"" + label.replace("\"", "&quot;") + "\"", ""))),
                "aigc-1",
                Location.XMP,
                Strength.HARD);
        add(
                "label-bare.jpg",
                jpeg(segment(0xEB, ascii("AIGC" + label.substring(8, label.length() - 1)))),
                "aigc-1",
                Location.APP_SEGMENT,
                Strength.HARD);
        add("label-exif.jpg", jpeg(exifSegment(tiff(Field.comment(label)))), "aigc-1", Location.EXIF, Strength.HARD);
        add("label.png", png(text("AIGC", label)), "aigc-1", Location.PNG_TEXT, Strength.HARD);
        add("label-maybe.png", png(text("AIGC", aigc(2))), "aigc-2", Location.PNG_TEXT, Strength.MEDIUM);
        add("label-suspected.png", png(text("AIGC", aigc(3))), "aigc-3", Location.PNG_TEXT, Strength.WEAK);
        add(
                "label-odd.png",
                png(text("AIGC", label.replace("\"1\"", "\"AIGC\""))),
                "aigc-other",
                Location.PNG_TEXT,
                Strength.MEDIUM);
        add("label.docx", document("AIGC", label), "aigc-1", Location.OFFICE_PROPERTY, Strength.HARD);
        add("label.pdf", pdf(label), "aigc-1", Location.PDF_INFO, Strength.HARD);
        add(
                "label.md",
                ascii("---\ntitle: x\nAIGC:\n  Label: \"1\"\n  ContentProducer: x\n  ProduceID: y\n---\n# Text\n"),
                "aigc-1",
                Location.FRONT_MATTER,
                Strength.HARD);
    }

    private void tokens() {
        String message =
                "<ern:NewReleaseMessage xmlns:ern=\"http://ddex.net/xml/ern/432\"><SoundRecording><ContainsAI>%s"
                        + "</ContainsAI></SoundRecording></ern:NewReleaseMessage>";
        add(
                "ern.xml",
                ascii("<?xml version=\"1.0\"?>" + message.formatted("All")),
                "ddex-all",
                Location.DDEX,
                Strength.HARD);
        add(
                "ern-part.xml",
                ascii("<?xml version=\"1.0\"?>" + message.formatted("Partly")),
                "ddex-partly",
                Location.DDEX,
                Strength.HARD);
    }

    private static Octets pdf(String label) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.getDocumentInformation().setCustomMetadataValue("AIGC", label);
            document.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Octets.adopt(out.toByteArray());
    }

    /** A picture with text in its lowest bits. */
    static Octets hidden(String magic, boolean alpha) {
        try {
            Octets text = Octets.ofUtf8("{\"Software\":\"NovelAI\"}");
            Octets packed = magic.endsWith("comp") ? gzip(text) : text;
            Octets message = join(ascii(magic), Octets.u32be(packed.length() * 8L), packed);
            int height = 24;
            int width = message.length() * 8 / height + 2;
            BufferedImage image =
                    new BufferedImage(width, height, alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
            for (int x = 0; x < width; x++) {
                for (int y = 0; y < height; y++) {
                    image.setRGB(x, y, pixel(message, (long) x * height + y, alpha));
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            return Octets.adopt(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int pixel(Octets message, long index, boolean alpha) {
        if (alpha) {
            return (0xFE | bit(message, index)) << 24 | 0x40A060;
        }
        return 0xFF000000
                | (0x40 | bit(message, index * 3)) << 16
                | (0xA0 | bit(message, index * 3 + 1)) << 8
                | 0x60
                | bit(message, index * 3 + 2);
    }

    private static int bit(Octets message, long index) {
        return index / 8 < message.length() ? message.at((int) (index / 8)) >> (7 - index % 8) & 1 : 0;
    }

    private static Octets gzip(Octets text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(new String(text.toByteArray(), StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8));
        }
        return Octets.adopt(out.toByteArray());
    }
}
