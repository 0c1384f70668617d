package org.estampille.marks;

import static org.estampille.marks.Containing.*;

import java.util.ArrayList;
import java.util.List;
import org.estampille.bytes.Octets;

/** Files shaped like those of generators: one for each generator, place and container that is known. */
final class MarkedFiles {

    static final String UUID = "0d3f9a52-7c41-4f0e-9b8a-5e2d1c6b7a90";
    private static final String A1111 =
            "a quiet harbour at dawn\nNegative prompt: text\nSteps: 20, Sampler: Euler a, CFG scale:"
                    + " 7, Seed: 42, Size: 512x512, Model: v1-5";
    private static final String COMFY = "{\"3\":{\"inputs\":{\"seed\":42},\"class_type\":\"KSampler\"}}";
    private static final String COMFY_GRAPH = "{\"last_node_id\":3,\"nodes\":[{\"id\":3}],\"links\":[]}";
    private static final String NOVEL =
            "{\"steps\": 28, \"scale\": 5.0, \"uc\": \"lowres\", \"sampler\": \"k_euler\", \"seed\": 7}";

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
        new MarkedRecordings(files.cases).add();
        return files.cases;
    }

    private void add(String name, Octets octets, String fingerprint, Location location, Strength strength) {
        cases.add(new Case(name, octets, fingerprint, location, strength));
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
        add(
                "novel-alpha.png",
                MarkedRecordings.hidden("stealth_pngcomp", true),
                "novelai-alpha",
                Location.PIXELS,
                Strength.HARD);
        add(
                "novel-plain.png",
                MarkedRecordings.hidden("stealth_pnginfo", true),
                "novelai-alpha",
                Location.PIXELS,
                Strength.HARD);
        add(
                "novel-rgb.png",
                MarkedRecordings.hidden("stealth_rgbcomp", false),
                "novelai-rgb",
                Location.PIXELS,
                Strength.HARD);
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
                "google-edit",
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
}
