package org.estampille.burn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How a moving picture is written again after a label was drawn into it: same codec, same pixels, same colours. */
final class VideoCodec {

    private static final Map<String, List<String>> ENCODERS = Map.ofEntries(
            Map.entry("h264", List.of("libx264", "-preset", "medium", "-crf", "16")),
            Map.entry(
                    "hevc",
                    List.of(
                            "libx265",
                            "-preset",
                            "medium",
                            "-crf",
                            "18",
                            "-tag:v",
                            "hvc1",
                            "-x265-params",
                            "log-level=1")),
            Map.entry("mpeg2video", List.of("mpeg2video", "-q:v", "2")),
            Map.entry("mpeg4", List.of("mpeg4", "-q:v", "2")),
            Map.entry("mjpeg", List.of("mjpeg", "-q:v", "2")),
            Map.entry("vp9", List.of("libvpx-vp9", "-crf", "18", "-b:v", "0")),
            Map.entry("av1", List.of("libsvtav1", "-crf", "20")),
            Map.entry("ffv1", List.of("ffv1")),
            Map.entry("png", List.of("png")),
            Map.entry("qtrle", List.of("qtrle")),
            Map.entry("v210", List.of("v210")),
            Map.entry("rawvideo", List.of("rawvideo")));

    private static final Map<String, String> PRORES =
            Map.of("proxy", "0", "lt", "1", "standard", "2", "hq", "3", "4444", "4", "xq", "5");

    private static final Set<String> PERCEPTUAL_QUANTISER = Set.of("smpte2084");
    private static final Set<String> HYBRID_LOG_GAMMA = Set.of("arib-std-b67");

    private final MediaFacts.Picture picture;

    VideoCodec(MediaFacts.Picture picture) {
        this.picture = picture;
    }

    /** What FFmpeg is told to write it. */
    List<String> arguments() throws BurnException {
        List<String> arguments = new ArrayList<>(List.of("-c:v"));
        if (picture.codec().equals("prores")) {
            String profile = picture.tag("profile").toLowerCase(Locale.ROOT);
            arguments.addAll(List.of("prores_ks", "-vendor", "apl0", "-profile:v", PRORES.getOrDefault(profile, "3")));
        } else if (ENCODERS.containsKey(picture.codec())) {
            arguments.addAll(ENCODERS.get(picture.codec()));
        } else {
            throw new BurnException(
                    BurnException.Reason.UNSUPPORTED,
                    "its picture is coded as " + picture.codec()
                            + ", which is not written here; convert it first, for example to ProRes or H.264");
        }
        add(arguments, "-pix_fmt", picture.tag("pix_fmt"));
        add(arguments, "-color_range", picture.tag("color_range"));
        add(arguments, "-colorspace", picture.tag("color_space"));
        add(arguments, "-color_primaries", picture.tag("color_primaries"));
        add(arguments, "-color_trc", picture.tag("color_transfer"));
        String order = picture.tag("field_order");
        if (order.length() == 2) {
            arguments.addAll(List.of("-flags", "+ilme+ildct", "-top", order.startsWith("t") ? "1" : "0"));
        }
        return arguments;
    }

    private static void add(List<String> arguments, String option, String value) {
        if (value.matches("[a-z0-9_-]{1,20}") && !value.equals("unknown") && !value.equals("reserved")) {
            arguments.addAll(List.of(option, value));
        }
    }

    /** The pixels in which a label is laid over the picture, so that no depth and no colour is lost. */
    String overlayFormat() throws BurnException {
        String pixels = picture.tag("pix_fmt");
        boolean ten = pixels.contains("10");
        if (pixels.contains("12") || pixels.contains("14") || pixels.contains("16") || pixels.contains("48")) {
            throw new BurnException(
                    BurnException.Reason.UNSUPPORTED,
                    "its picture has more than ten bits (" + pixels + "), which drawing would lose; convert it first");
        }
        if (pixels.startsWith("yuv") || pixels.startsWith("nv12") || pixels.startsWith("gray")) {
            String chroma = pixels.contains("444") ? "yuv444" : pixels.contains("422") ? "yuv422" : "yuv420";
            return ten ? chroma + "p10" : chroma;
        }
        return pixels.startsWith("gbr") ? "gbrp" : "rgb";
    }

    /** A filter that gives the drawing the range of the picture's numbers. */
    String range() {
        boolean full = picture.tag("color_range").equals("pc")
                || picture.tag("pix_fmt").startsWith("yuvj");
        return full ? "scale=out_range=full" : "null";
    }

    /** How light a mark is to be: diffuse white of ITU-R BT.2408, where the greatest number means brighter than that. */
    int light() {
        String transfer = picture.tag("color_transfer");
        if (PERCEPTUAL_QUANTISER.contains(transfer)) {
            return 148;
        }
        return HYBRID_LOG_GAMMA.contains(transfer) ? 191 : 255;
    }
}
