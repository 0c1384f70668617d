package org.estampille.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a playlist that says something. Names of tags are matched to their end: a player passes over a tag that it does not
 * know, and so does this reader, unless the tag names something that a player might fetch.
 *
 * @param name of the tag without its number sign; empty for a reference
 * @param at offset of the line in the text, in characters
 * @param text of the whole line
 */
record HlsLine(String name, int at, String text) {

    /** What lines are for. */
    enum Kind {
        /** A name of a segment or playlist. */
        REFERENCE,
        /** Part of a master playlist (RFC 8216 clause 4.3.4). */
        LEADS,
        /** Part of a media playlist (clauses 4.3.2 and 4.3.3) that is read here. */
        PLAYS,
        /** Changes nothing about which octets are played. */
        SILENT,
        /** Makes a player do what is not judged here. */
        DOUBTED,
        /** Not known, or may name something in an attribute. */
        OTHER
    }

    private static final Pattern LINE = Pattern.compile("[^\\r\\n]+");
    private static final Pattern NAMING = Pattern.compile("UR[IL]\"?\\s*=|LIST\\s*=|://", Pattern.CASE_INSENSITIVE);
    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("", Kind.REFERENCE),
            Map.entry("EXT-X-STREAM-INF", Kind.LEADS),
            Map.entry("EXT-X-I-FRAME-STREAM-INF", Kind.LEADS),
            Map.entry("EXT-X-MEDIA", Kind.LEADS),
            Map.entry("EXTINF", Kind.PLAYS),
            Map.entry("EXT-X-BYTERANGE", Kind.PLAYS),
            Map.entry("EXT-X-MAP", Kind.PLAYS),
            Map.entry("EXT-X-GAP", Kind.PLAYS),
            Map.entry("EXT-X-I-FRAMES-ONLY", Kind.PLAYS),
            Map.entry("EXT-X-PROGRAM-DATE-TIME", Kind.SILENT),
            Map.entry("EXT-X-KEY", Kind.DOUBTED),
            Map.entry("EXT-X-SESSION-KEY", Kind.DOUBTED),
            Map.entry("EXT-X-DEFINE", Kind.DOUBTED),
            Map.entry("EXT-X-SKIP", Kind.DOUBTED));

    /** The lines of a text without empty ones and comments. */
    static List<HlsLine> of(String text) {
        List<HlsLine> lines = new ArrayList<>();
        Matcher matcher = LINE.matcher(text);
        while (matcher.find()) {
            String line = matcher.group();
            if (line.startsWith("#EXT")) {
                int colon = line.indexOf(':');
                lines.add(new HlsLine(line.substring(1, colon < 0 ? line.length() : colon), matcher.start(), line));
            } else if (!line.isBlank() && !line.startsWith("#") && !line.startsWith("\uFEFF#EXTM3U")) {
                lines.add(new HlsLine("", matcher.start(), line));
            }
        }
        return lines;
    }

    Kind kind() {
        return KINDS.getOrDefault(name, Kind.OTHER);
    }

    /** Offset in the line of what follows the name. */
    int valueAt() {
        return Math.min(text.length(), name.length() + 2);
    }

    String value() {
        return text.substring(valueAt());
    }

    /** Why what a player makes of this line may be something that is not judged here. */
    Optional<String> doubt() {
        boolean plain = name.endsWith("KEY") && value().strip().equals("METHOD=NONE");
        boolean doubted = kind() == Kind.DOUBTED && !plain
                || kind() == Kind.OTHER && NAMING.matcher(text).find();
        return doubted
                ? Optional.of("its " + shortened() + " may lead a player to what is not judged here")
                : Optional.empty();
    }

    private String shortened() {
        return name.length() > 40 ? name.substring(0, 40).toUpperCase(Locale.ROOT) + "…" : name;
    }
}
