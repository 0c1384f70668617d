package org.estampille.bind;

import java.util.Set;
import org.estampille.asset.AssetFormat;

/**
 * Which boxes a box hash may leave out: those that hold metadata. Whatever else is left out could be another picture tomorrow
 * (C2PA 2.5 clauses 12.2.2.9 and 14.12.3).
 */
final class MetadataBoxes {

    /** Chunks without which a RIFF file does not play, or that are what it plays. */
    private static final Set<String> RIFF_MEDIA = Set.of(
            "WEBP", "WAVE", "AVI ", "AVIX", "fmt ", "data", "fact", "ds64", "hdrl", "movi", "idx1", "odml", "VP8 ",
            "VP8L", "VP8X", "ALPH", "ANIM", "ANMF");

    /** Ancillary chunks that change the picture. */
    private static final Set<String> PNG_MEDIA = Set.of("acTL", "fcTL", "fdAT", "tRNS");

    /** Boxes of JPEG XL that decoders of the picture pass over. */
    private static final Set<String> JXL_METADATA = Set.of("Exif", "xml", "jumb", "brob");

    private MetadataBoxes() {}

    /** Whether a box of that name may hold metadata. */
    static boolean mayHold(AssetFormat.Family family, String name) {
        return switch (family) {
            case JPEG -> name.startsWith("APP") || name.equals("COM");
            case PNG -> name.length() == 4 && Character.isLowerCase(name.charAt(0)) && !PNG_MEDIA.contains(name);
            case RIFF -> !RIFF_MEDIA.contains(name);
            case GIF -> name.equals("21FE");
            case JXL -> JXL_METADATA.contains(name);
            default -> false;
        };
    }

    /** Octets at the start of a box that say what and how long it is, and are never left out. */
    static int header(AssetFormat.Family family) {
        return switch (family) {
            case JPEG -> 4;
            case GIF -> 2;
            default -> 8;
        };
    }
}
