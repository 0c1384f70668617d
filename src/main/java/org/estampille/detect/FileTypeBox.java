package org.estampille.detect;

import java.util.Optional;
import java.util.Set;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.Octets;

/**
 * Tells ISO base media files apart by the brands of their {@code ftyp} box (ISO/IEC 14496-12 clause 4.3), and QuickTime files
 * older than that box by their first atom.
 */
final class FileTypeBox {

    private static final Set<String> OLD_QUICKTIME = Set.of("moov", "mdat", "wide", "free", "skip", "pnot");
    private static final Set<String> AUDIO = Set.of("M4A ", "M4B ", "M4P ");
    private static final Set<String> HEVC_IMAGE =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs");
    private static final Set<String> AV1_IMAGE = Set.of("avif", "avis", "avio");
    private static final Set<String> ANY_IMAGE = Set.of("mif1", "mif2", "msf1", "miaf", "heif");

    private static final int MAJOR_AT = 8;
    private static final int COMPATIBLE_AT = 16;

    private FileTypeBox() {}

    /** The format of an ISO base media or QuickTime file. */
    static Optional<AssetFormat> formatOf(Octets head) {
        String type = Signatures.text(head, 4, 4);
        if (OLD_QUICKTIME.contains(type)) {
            long size = head.uint32At(0);
            return size == 0 || size == 1 || size >= 8 ? Optional.of(AssetFormat.MOV) : Optional.empty();
        }
        String major = Signatures.text(head, MAJOR_AT, 4);
        if (!type.equals("ftyp") || major.isEmpty() || otherBrand(major).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(ofBrands(major, head));
    }

    private static AssetFormat ofBrands(String major, Octets head) {
        if (major.equals("qt  ")) {
            return AssetFormat.MOV;
        }
        if (AUDIO.contains(major)) {
            return AssetFormat.M4A;
        }
        if (AV1_IMAGE.contains(major)) {
            return AssetFormat.AVIF;
        }
        if (HEVC_IMAGE.contains(major)) {
            return AssetFormat.HEIC;
        }
        if (ANY_IMAGE.contains(major)) {
            return anyCompatible(head, AV1_IMAGE)
                    ? AssetFormat.AVIF
                    : anyCompatible(head, HEVC_IMAGE) ? AssetFormat.HEIC : AssetFormat.HEIF;
        }
        return AssetFormat.MP4;
    }

    private static boolean anyCompatible(Octets head, Set<String> brands) {
        long end = Math.min(head.uint32At(0), head.length());
        for (int at = COMPATIBLE_AT; at + 4 <= end; at += 4) {
            if (brands.contains(Signatures.text(head, at, 4))) {
                return true;
            }
        }
        return false;
    }

    /** What a file is that has the box structure and is still not read here. */
    static Optional<String> otherOf(Octets head) {
        return switch (Signatures.text(head, 4, 4)) {
            case "ftyp" -> otherBrand(Signatures.text(head, MAJOR_AT, 4));
            case "styp", "sidx", "moof", "emsg", "prft", "uuid" -> Optional.of(Detection.Unsupported.FRAGMENT);
            default -> Optional.empty();
        };
    }

    private static Optional<String> otherBrand(String major) {
        return switch (major) {
            case "crx " -> Optional.of("image/x-canon-cr3");
            case "jp2 ", "jpx ", "jpm ", "mjp2" -> Optional.of("image/jp2");
            case "jxl " -> Optional.of("image/jxl");
            default -> Optional.empty();
        };
    }
}
