package org.estampille.detect;

import java.util.Optional;
import java.util.Set;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.Octets;

/** Fixed octets near the start of a file. */
final class Signatures {

    private static final int FORM_TYPE_AT = 8;
    private static final int TRANSPORT_PACKET = 188;
    private static final int EBML_HEADER = 64;
    private static final int TRANSPORT_SYNC = 0x47;
    private static final int TRANSPORT_TIME = 4;
    private static final int TRANSPORT_PARITY = 16;

    private static final String OUTLINES = "OTTO";
    private static final int FIRST_TAG_AT = 12;
    /** Far more than fonts have, and fewer than other files of that first number seem to have. */
    private static final int MOST_TABLES = 4_096;

    private Signatures() {}

    /** The format of a file that is no ISO base media file. */
    static Optional<AssetFormat> formatOf(Octets head) {
        if (starts(head, "ffd8ff")) {
            return Optional.of(AssetFormat.JPEG);
        }
        if (starts(head, "89504e470d0a1a0a")) {
            return Optional.of(AssetFormat.PNG);
        }
        if (starts(head, "474946383761") || starts(head, "474946383961")) {
            return Optional.of(AssetFormat.GIF);
        }
        if (starts(head, "49492a00") || starts(head, "4d4d002a")) {
            return Optional.of(AssetFormat.TIFF);
        }
        if (starts(head, "49492b000800") || starts(head, "4d4d002b0008")) {
            return Optional.of(AssetFormat.BIGTIFF);
        }
        if (starts(head, "0000000c4a584c200d0a870a") || starts(head, "ff0a")) {
            return Optional.of(AssetFormat.JXL);
        }
        return riffOf(head);
    }

    private static Optional<AssetFormat> riffOf(Octets head) {
        String form = text(head, FORM_TYPE_AT, 4);
        return switch (text(head, 0, 4)) {
            case "RIFF" -> riff(form);
            case "OggS" -> isSound(head) ? Optional.of(AssetFormat.OGG) : Optional.empty();
            case "%PDF" -> Optional.of(AssetFormat.PDF);
            case "RF64", "BW64" -> form.equals("WAVE") ? Optional.of(AssetFormat.RF64) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Whether it starts as FLAC, ID3v2 or an MPEG audio frame does. */
    static boolean maybeSound(Octets head) {
        return starts(head, "664c6143")
                || starts(head, "494433")
                || head.length() > 1 && head.at(0) == 0xFF && head.at(1) >> 4 == 0xF;
    }

    /** Whether no stream that starts an Ogg file, as far as seen, holds pictures (Theora, Dirac, Skeleton aside). */
    private static boolean isSound(Octets head) {
        String start = head.latin1();
        return !start.contains("\u0080theora") && !start.contains("BBCD\0") && !start.contains("OVP80");
    }

    private static Optional<AssetFormat> riff(String form) {
        return switch (form) {
            case "WAVE" -> Optional.of(AssetFormat.WAV);
            case "AVI " -> Optional.of(AssetFormat.AVI);
            case "WEBP" -> Optional.of(AssetFormat.WEBP);
            default -> Optional.empty();
        };
    }

    /** Whether it starts as a ZIP archive does: with the header of an entry, or the end of an empty directory. */
    static boolean isArchive(Octets head) {
        return starts(head, "504b0304") || starts(head, "504b0506");
    }

    /** Whether it starts with the table directory of one font: a version, and a first table whose tag is text. */
    static boolean isFont(Octets head) {
        boolean version = starts(head, "00010000") || fontVersions().contains(text(head, 0, 4));
        String tag = text(head, FIRST_TAG_AT, 4);
        return version
                && !tag.isEmpty()
                && (head.uint32At(4) >>> 16) <= MOST_TABLES
                && (head.uint32At(4) >>> 16) > 0
                && tag.chars().allMatch(c -> c >= ' ' && c <= '~');
    }

    private static Set<String> fontVersions() {
        return Set.of(OUTLINES, "true", "typ1");
    }

    /** The media type of a font, by the outlines its version promises (RFC 8081). */
    static String fontTypeOf(Octets head) {
        return text(head, 0, 4).equals(OUTLINES) ? "font/otf" : "font/ttf";
    }

    /** Fonts that are wrapped otherwise, with the names of RFC 8081. */
    private static Optional<String> otherFontOf(Octets head) {
        return switch (text(head, 0, 4)) {
            case "ttcf" -> Optional.of("font/collection");
            case "wOFF" -> Optional.of("font/woff");
            case "wOF2" -> Optional.of("font/woff2");
            default -> Optional.empty();
        };
    }

    /** Files of the trade that general detection gets wrong or does not know. */
    static Optional<String> otherOf(Octets head) {
        if (text(head, 4, 4).equals("jumb")) {
            return Optional.of("application/c2pa");
        }
        if (starts(head, "060e2b34020501010d0102")) {
            return Optional.of("application/mxf");
        }
        if (starts(head, "762f3101")) {
            return Optional.of("image/x-exr");
        }
        if (starts(head, "53445058") || starts(head, "58504453")) {
            return Optional.of("image/x-dpx");
        }
        if (text(head, 0, 4).equals("OggS")) {
            return Optional.of("video/ogg");
        }
        if (text(head, 4, 4).equals("jP  ") || starts(head, "ff4fff51")) {
            return Optional.of("image/jp2");
        }
        if (text(head, 0, 4).equals("FORM") && text(head, FORM_TYPE_AT, 3).equals("AIF")) {
            return Optional.of("audio/aiff");
        }
        if (starts(head, "1a45dfa3")) {
            String start = text(head, 0, Math.min(head.length(), EBML_HEADER));
            return Optional.of(start.contains("webm") ? "video/webm" : "video/x-matroska");
        }
        if (otherFontOf(head).isPresent()) {
            return otherFontOf(head);
        }
        return isTransportStream(head) ? Optional.of("video/mp2t") : FileTypeBox.otherOf(head);
    }

    /** Plain packets, packets behind a time of four octets, and packets before their parity (ISO/IEC 13818-1, BDAV, DVB). */
    private static boolean isTransportStream(Octets head) {
        return isInStep(head, 0, TRANSPORT_PACKET)
                || isInStep(head, TRANSPORT_TIME, TRANSPORT_TIME + TRANSPORT_PACKET)
                || isInStep(head, 0, TRANSPORT_PACKET + TRANSPORT_PARITY);
    }

    private static boolean isInStep(Octets head, int first, int step) {
        return head.length() > first + 2 * step
                && head.at(first) == TRANSPORT_SYNC
                && head.at(first + step) == TRANSPORT_SYNC
                && head.at(first + 2 * step) == TRANSPORT_SYNC;
    }

    private static boolean starts(Octets head, String hex) {
        return head.startsWith(Octets.ofHex(hex));
    }

    /** The octets as characters; empty text where the file is too short. */
    static String text(Octets head, int at, int count) {
        return head.length() < at + count ? "" : head.slice(at, count).latin1();
    }
}
