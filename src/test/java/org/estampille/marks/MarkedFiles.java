package org.estampille.marks;

import static org.estampille.marks.Containing.*;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.estampille.bytes.Octets;

/** Files shaped like those of generators: one for each generator, place and container that is known. */
final class MarkedFiles {

    static final String UUID = "0d3f9a52-7c41-4f0e-9b8a-5e2d1c6b7a90";
    static final String AIGC =
            "{\"AIGC\":{\"Label\":\"%s\",\"ContentProducer\":\"001191310000MA1\",\"ProduceID\":\"id-1\","
                    + "\"ReservedCode1\":\"\",\"ContentPropagator\":\"001191310000MA1\",\"PropagateID\":\"id-1\",\"ReservedCode2\":\"\"}}";
    private static final String A1111 =
            "a quiet harbour at dawn\nNegative prompt: text\nSteps: 20, Sampler: Euler a, CFG scale:"
                    + " 7, Seed: 42, Size: 512x512, Model: v1-5";
    private static final String COMFY = "{\"3\":{\"inputs\":{\"seed\":42},\"class_type\":\"KSampler\"}}";
    private static final String COMFY_GRAPH = "{\"last_node_id\":3,\"nodes\":[{\"id\":3}],\"links\":[]}";
    private static final String NOVEL =
            "{\"steps\": 28, \"scale\": 5.0, \"uc\": \"lowres\", \"sampler\": \"k_euler\", \"seed\": 7}";
    private static final String SUNO = "made with suno; created=2026-01-05T10:00:00Z; id=" + UUID;

    /**
     * One file and the mark that must be found in it.
     *
     * @param name of the file, with its extension
     */
    record Case(String name, Octets octets, String fingerprint, Location location, Strength strength) {
        @Override
        public String toString() {
            return name + " has " + fingerprint + " in " + location.label();
        }
    }

    private final List<Case> cases = new ArrayList<>();

    private MarkedFiles() {}

    static List<Case> all() {
        MarkedFiles files = new MarkedFiles();
        files.sourceTypes();
        files.stableDiffusion();
        files.novelAi();
        files.services();
        files.music();
        files.video();
        files.china();
        files.tokens();
        return files.cases;
    }

    private void add(String name, Octets octets, String fingerprint, Location location, Strength strength) {
        cases.add(new Case(name, octets, fingerprint, location, strength));
    }

    private static String aigc(int label) {
        return AIGC.formatted(label);
    }

    private void sourceTypes() {
        String trained = sourceType("trainedAlgorithmicMedia");
        String id = "source-type-trainedAlgorithmicMedia";
        add("dst.jpg", jpeg(xmpSegment(trained)), id, Location.XMP, Strength.HARD);
        add("dst.png", png(internationalText("XML:com.adobe.xmp", trained, false)), id, Location.XMP, Strength.HARD);
        add(
                "dst-packed.png",
                png(internationalText("XML:com.adobe.xmp", trained, true)),
                id,
                Location.XMP,
                Strength.HARD);
        add(
                "dst.webp",
                riff("webp/lossless-alpha/asset.webp", riffChunk("XMP ", ascii(trained))),
                id,
                Location.XMP,
                Strength.HARD);
        add("dst.heic", heif("mime", ascii(trained)), id, Location.XMP, Strength.HARD);
        add(
                "dst.mp4",
                mp4("isom", box("uuid", Octets.ofHex("be7acfcb97a942e89c71999491e3afac"), ascii(trained))),
                id,
                Location.XMP,
                Strength.HARD);
        add(
                "dst.mov",
                mp4("qt  ", box("moov", box("udta", box("XMP_", ascii(trained))))),
                id,
                Location.XMP,
                Strength.HARD);
        add("dst.wav", riff("wav/pcm16/asset.wav", riffChunk("_PMX", ascii(trained))), id, Location.XMP, Strength.HARD);
        add("dst.tif", join(tiff(Field.text(0x10F, "Camera")), ascii(trained)), id, Location.XMP, Strength.HARD);
        add("dst.gif", join(gif("x"), ascii(trained)), id, Location.XMP, Strength.HARD);
        add(
                "dst.svg",
                ascii("<svg xmlns=\"http://www.w3.org/2000/svg\"><metadata>" + trained + "</metadata></svg>"),
                id,
                Location.XMP,
                Strength.HARD);
        add("dst.mp3", mp3(frame("PRIV", join(ascii("XMP\0"), ascii(trained)))), id, Location.XMP, Strength.HARD);
        add("broken-xmp.jpg", jpeg(xmpSegment(trained.replace("</rdf:RDF>", ""))), id, Location.XMP, Strength.MEDIUM);
        add(
                "composite.jpg",
                jpeg(xmpSegment(sourceType("compositeWithTrainedAlgorithmicMedia"))),
                "source-type-compositeWithTrainedAlgorithmicMedia",
                Location.XMP,
                Strength.HARD);
        add(
                "synthetic.jpg",
                jpeg(xmpSegment(sourceType("compositeSynthetic"))),
                "source-type-compositeSynthetic",
                Location.XMP,
                Strength.MEDIUM);
        add(
                "enhanced.jpg",
                jpeg(xmpSegment(sourceType("algorithmicallyEnhanced"))),
                "source-type-algorithmicallyEnhanced",
                Location.XMP,
                Strength.MEDIUM);
        add(
                "capture.jpg",
                jpeg(xmpSegment(sourceType("digitalCapture"))),
                "source-type-digitalCapture",
                Location.XMP,
                Strength.WEAK);
        String system = xmp("", "<Iptc4xmpExt:AISystemUsed>Atelier 3</Iptc4xmpExt:AISystemUsed>");
        add("ai-system.jpg", jpeg(xmpSegment(system)), "iptc-ai-system", Location.XMP, Strength.HARD);
        add(
                "ai-prompt.mp4",
                mp4(
                        "isom",
                        box(
                                "uuid",
                                Octets.ofHex("be7acfcb97a942e89c71999491e3afac"),
                                ascii(xmp("Iptc4xmpExt:AIPromptInformation=\"a harbour\"", "")))),
                "iptc-ai-prompt",
                Location.XMP,
                Strength.HARD);
        add(
                "ai-version.mov",
                mp4("qt  ", keyed("org.iptc.AISystemVersionUsed", "3.1", true)),
                "iptc-ai-version",
                Location.MP4_KEY,
                Strength.HARD);
    }

    private void stableDiffusion() {
        add("webui.png", png(text("parameters", A1111)), "webui-parameters", Location.PNG_TEXT, Strength.HARD);
        add(
                "webui-packed.png",
                png(compressedText("parameters", A1111)),
                "webui-parameters",
                Location.PNG_TEXT,
                Strength.HARD);
        add(
                "webui.jpg",
                jpeg(exifSegment(tiff(Field.comment(A1111)))),
                "webui-usercomment",
                Location.EXIF,
                Strength.HARD);
        add(
                "webui.webp",
                riff("webp/lossy/asset.webp", riffChunk("EXIF", tiff(Field.comment(A1111)))),
                "webui-usercomment",
                Location.EXIF,
                Strength.HARD);
        add(
                "webui.heic",
                heif("Exif", join(Octets.u32be(0), tiff(Field.comment(A1111)))),
                "webui-usercomment",
                Location.EXIF,
                Strength.HARD);
        add(
                "webui-exif.png",
                png(chunk("eXIf", tiff(Field.comment(A1111)))),
                "webui-usercomment",
                Location.EXIF,
                Strength.HARD);
        add(
                "webui-comment.jpg",
                jpeg(segment(0xFE, ascii(A1111))),
                "webui-comment",
                Location.JPEG_COMMENT,
                Strength.HARD);
        add("webui.gif", gif(A1111), "webui-comment", Location.GIF_COMMENT, Strength.HARD);
        add("comfy.png", png(text("prompt", COMFY)), "comfyui-prompt", Location.PNG_TEXT, Strength.HARD);
        add(
                "comfy-graph.png",
                png(text("workflow", COMFY_GRAPH)),
                "comfyui-workflow",
                Location.PNG_TEXT,
                Strength.HARD);
        add("comfy.mp4", mp4("isom", keyed("prompt", COMFY, false)), "comfyui-prompt", Location.MP4_KEY, Strength.HARD);
        add(
                "comfy.mov",
                mp4("qt  ", keyed("workflow", COMFY_GRAPH, true)),
                "comfyui-workflow",
                Location.MP4_KEY,
                Strength.HARD);
        add(
                "comfy.webp",
                riff("webp/lossy-alpha/asset.webp", riffChunk("EXIF", tiff(Field.text(0x110, "prompt:" + COMFY)))),
                "comfyui-exif",
                Location.EXIF,
                Strength.HARD);
        add(
                "comfy-video.mp4",
                mp4("isom", itemList("\u00a9cmt", "{\"prompt\":" + COMFY + "}")),
                "comfyui-comment",
                Location.MP4_KEY,
                Strength.HARD);
        add(
                "comfy.webm",
                matroska("webm", "COMMENT", "{\"prompt\":" + COMFY + "}"),
                "comfyui-comment",
                Location.MATROSKA_TAG,
                Strength.HARD);
        add("comfy.flac", flac("prompt=" + COMFY), "comfyui-prompt", Location.VORBIS_COMMENT, Strength.HARD);
        add(
                "invoke.png",
                png(text("invokeai_metadata", "{\"app_version\":\"4\"}")),
                "invokeai-metadata",
                Location.PNG_TEXT,
                Strength.HARD);
        add("invoke-graph.png", png(text("invokeai_graph", "{}")), "invokeai-graph", Location.PNG_TEXT, Strength.HARD);
        add(
                "invoke-old.png",
                png(text("sd-metadata", "{\"model\":\"sd\"}")),
                "invokeai-legacy",
                Location.PNG_TEXT,
                Strength.HARD);
        add(
                "invoke-dream.png",
                png(text("dream", "\"a harbour\" -s50")),
                "invokeai-dream",
                Location.PNG_TEXT,
                Strength.HARD);
        add(
                "fooocus.png",
                png(text("fooocus_scheme", "{\"fooocus_v\":1}")),
                "fooocus-parameters",
                Location.PNG_TEXT,
                Strength.HARD);
        add(
                "swarm.png",
                png(text("parameters", "{\"sui_image_params\":{\"seed\":1}}")),
                "swarmui-parameters",
                Location.PNG_TEXT,
                Strength.HARD);
    }

    private void novelAi() {
        add("novel.png", png(text("Software", "NovelAI")), "novelai-software", Location.PNG_TEXT, Strength.HARD);
        add(
                "novel-source.png",
                png(text("Software", "NovelAI"), text("Source", "Stable Diffusion XL C1E1DE52")),
                "novelai-source",
                Location.PNG_TEXT,
                Strength.HARD);
        add("novel-comment.png", png(text("Comment", NOVEL)), "novelai-comment", Location.PNG_TEXT, Strength.HARD);
        add("novel-alpha.png", hidden("stealth_pngcomp", true), "novelai-alpha", Location.PIXELS, Strength.HARD);
        add("novel-plain.png", hidden("stealth_pnginfo", true), "novelai-alpha", Location.PIXELS, Strength.HARD);
        add("novel-rgb.png", hidden("stealth_rgbcomp", false), "novelai-rgb", Location.PIXELS, Strength.HARD);
    }

    private void services() {
        String description = "a harbour --v 6.1 Job ID: " + UUID;
        add(
                "midjourney.png",
                png(text("Description", description)),
                "midjourney-job",
                Location.PNG_TEXT,
                Strength.HARD);
        add(
                "midjourney-author.png",
                png(text("Description", description), text("Author", "somebody")),
                "midjourney-author",
                Location.PNG_TEXT,
                Strength.HARD);
        add(
                "midjourney.jpg",
                jpeg(xmpSegment(xmp(
                        "",
                        "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">" + description
                                + "</rdf:li></rdf:Alt></dc:description>"))),
                "midjourney-job",
                Location.XMP,
                Strength.HARD);
        add(
                "google.jpg",
                jpeg(xmpSegment(xmp("photoshop:Credit=\"Made with Google AI\"", ""))),
                "google-credit",
                Location.XMP,
                Strength.HARD);
        add(
                "google-edit.jpg",
                jpeg(xmpSegment(xmp("photoshop:Credit=\"Edited with Google AI\"", ""))),
                "google-credit",
                Location.XMP,
                Strength.HARD);
        add(
                "google-iim.jpg",
                jpeg(iimSegment(110, "Made with Google AI")),
                "google-credit",
                Location.IIM,
                Strength.HARD);
        add(
                "ideogram.jpg",
                jpeg(exifSegment(tiff(Field.text(0x10F, "Ideogram AI")))),
                "ideogram-make",
                Location.EXIF,
                Strength.HARD);
        add(
                "grok.jpg",
                jpeg(exifSegment(
                        tiff(Field.text(0x10E, "Signature: " + "Ab3+".repeat(20) + "=="), Field.text(0x13B, UUID)))),
                "grok-signature",
                Location.EXIF,
                Strength.HARD);
        add(
                "samsung.jpg",
                join(jpeg(), ascii("SEFH PhotoEditor_Re_Edit_Data{\"originalPath\":\"x\",\"genAIType\":1}")),
                "samsung-re-edit",
                Location.TRAILER,
                Strength.MEDIUM);
        add("job.png", png(text("hf-job-id", UUID)), "hf-job", Location.PNG_TEXT, Strength.MEDIUM);
        add(
                "dalle.jpg",
                jpeg(exifSegment(tiff(Field.text(0x131, "OpenAI DALL-E 3")))),
                "software-dalle",
                Location.EXIF,
                Strength.MEDIUM);
        add(
                "firefly.jpg",
                jpeg(xmpSegment(xmp("xmp:CreatorTool=\"Adobe Firefly\"", ""))),
                "software-firefly",
                Location.XMP,
                Strength.MEDIUM);
        add("credit.jpg", jpeg(iimSegment(110, "Midjourney")), "credit-generator", Location.IIM, Strength.MEDIUM);
        add(
                "words.jpg",
                jpeg(segment(0xFE, ascii("AI-generated illustration"))),
                "note-generated",
                Location.JPEG_COMMENT,
                Strength.MEDIUM);
        add("topaz.tif", tiff(Field.text(0x131, "Topaz Photo AI")), "software-topaz", Location.EXIF, Strength.WEAK);
    }

    private void music() {
        Octets comment = join(Octets.of(0), ascii("eng\0"), ascii(SUNO));
        add("suno.mp3", mp3(frame("COMM", comment)), "suno-comment", Location.ID3, Strength.HARD);
        add(
                "suno-link.mp3",
                mp3(frame("WOAS", ascii("https://suno.com/song/" + UUID))),
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
    private static Octets hidden(String magic, boolean alpha) {
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
