package org.estampille.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.estampille.asset.AssetFormat;

/** What the ending of a file name promises. */
final class FileNames {

    private static final Map<String, List<AssetFormat>> ENDINGS = Map.ofEntries(
            Map.entry("jpg", List.of(AssetFormat.JPEG)),
            Map.entry("jpeg", List.of(AssetFormat.JPEG)),
            Map.entry("png", List.of(AssetFormat.PNG)),
            Map.entry("mp4", List.of(AssetFormat.MP4, AssetFormat.MOV, AssetFormat.M4A)),
            Map.entry("m4v", List.of(AssetFormat.MP4, AssetFormat.MOV, AssetFormat.M4A)),
            Map.entry("mov", List.of(AssetFormat.MOV, AssetFormat.MP4)),
            Map.entry("m4a", List.of(AssetFormat.M4A, AssetFormat.MP4, AssetFormat.MOV)),
            Map.entry("heic", List.of(AssetFormat.HEIC, AssetFormat.HEIF)),
            Map.entry("heif", List.of(AssetFormat.HEIC, AssetFormat.HEIF)),
            Map.entry("avif", List.of(AssetFormat.AVIF, AssetFormat.HEIF)),
            Map.entry("wav", List.of(AssetFormat.WAV, AssetFormat.RF64)),
            Map.entry("avi", List.of(AssetFormat.AVI)),
            Map.entry("webp", List.of(AssetFormat.WEBP)),
            Map.entry("mp3", List.of(AssetFormat.MP3)),
            Map.entry("flac", List.of(AssetFormat.FLAC)),
            Map.entry("ogg", List.of(AssetFormat.OGG)),
            Map.entry("opus", List.of(AssetFormat.OGG)),
            Map.entry("pdf", List.of(AssetFormat.PDF)),
            Map.entry("gif", List.of(AssetFormat.GIF)),
            Map.entry("tif", List.of(AssetFormat.TIFF, AssetFormat.BIGTIFF, AssetFormat.DNG)),
            Map.entry("tiff", List.of(AssetFormat.TIFF, AssetFormat.BIGTIFF, AssetFormat.DNG)),
            Map.entry("dng", List.of(AssetFormat.DNG)),
            Map.entry("svg", List.of(AssetFormat.SVG)),
            Map.entry("jxl", List.of(AssetFormat.JXL)));

    private FileNames() {}

    /**
     * Whether a file made from another, in the same format, may be called {@code name}: with the ending of the other, or with that of
     * its format. What names MP4 files and QuickTime files alike is not both.
     */
    static boolean fits(String name, String source, AssetFormat format) {
        List<AssetFormat> expected = ending(name)
                .map(ending -> ENDINGS.getOrDefault(ending, List.of()))
                .orElse(List.of(format));
        boolean own = format.family() != AssetFormat.Family.BMFF || expected.indexOf(format) == 0;
        return expected.contains(format) && (own || ending(name).equals(ending(source)));
    }

    private static Optional<String> ending(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        int dot = last.lastIndexOf('.');
        return dot < 0 ? Optional.empty() : Optional.of(last.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    /** Whether the name ends as files of other formats do; an ending that is not known here contradicts nothing. */
    static boolean contradict(String name, AssetFormat format) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        List<AssetFormat> expected = ENDINGS.get(ending);
        return expected != null && !expected.contains(format);
    }
}
