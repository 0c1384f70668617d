package org.estampille.policy;

import java.util.Optional;
import java.util.regex.Pattern;

/** Where in the picture a label stands, by the words of whoever declared it. */
final class LabelPlace {

    private static final Pattern EDGE = words(
            "top|bottom|left|right|upper|lower|corner|edge|margin|border|haut|bas|gauche|droite?|coin|bord|marge"
                    + "|oben|unten|rechts|links|ecke|rand|arriba|abajo|derecha|izquierda|esquina|alto|basso|destra|sinistra|angolo",
            "\\u89d2|\\u8fb9|\\u9876|\\u5e95|\\u4e0a|\\u4e0b|\\u5de6|\\u53f3");
    private static final Pattern MIDDLE = words("centre|center|centred|centered|centr\u00e9|middle|milieu", "\\u4e2d");

    /** Where other things stand on a screen. */
    private static final Pattern TAKEN = words(
            "subtitles?|captions?|lower[ -]third|ticker|crawl|banner|logo|graphics?|sous-titres?|tiers inf\u00e9rieur|habillages?"
                    + "|bandeau|synth\u00e9",
            "\\u5b57\\u5e55");

    private static final Pattern APART = words(
            "clear|free|away|off|outside|above|beside|apart|not?|never|without|hors|loin|\u00e9cart|dessus|sans|pas",
            "\\u907f");

    private static final Pattern TEXT = words(
            "headlines?|headings?|titles?|text|article|byline|paragraph|colophon|page|titre|texte|chapeau|paragraphe|accroche",
            "\\u6807\\u9898|\\u6587");

    private static final Pattern PICTURE = words(
            "pictures?|images?|photo\\p{L}*|frames?|videos?|film|clip|screen|shot|corner|coin|cadre|\u00e9cran|vid\u00e9o|plan",
            "\\u753b|\\u56fe");

    private static final Pattern END = words("end|bottom|foot|last|fin|bas|pied|below|dessous", "\\u672b|\\u5c3e");

    private LabelPlace() {}

    /**
     * Whether it is at a text (Code of Practice, measure 1.2.2(f): at the top, near the headline, in the opening colophon): {@code
     * near}, {@code late} where the words put it at the end of the text, {@code elsewhere} where they put it into a picture, or
     * unknown.
     */
    static String byText(Optional<String> position) {
        String words = position.orElse("");
        if (TEXT.matcher(words).find()) {
            return END.matcher(words).find() ? "late" : "near";
        }
        return PICTURE.matcher(words).find() ? "elsewhere" : DeclaredFacts.UNKNOWN;
    }

    /** Whether it is said to stand where subtitles or graphics do: "over the subtitles", but not "clear of the subtitles". */
    static boolean isCrowded(Optional<String> position) {
        return position.filter(words -> TAKEN.matcher(words)
                        .results()
                        .anyMatch(taken -> !APART.matcher(words.substring(0, taken.start()))
                                .find()))
                .isPresent();
    }

    private static Pattern words(String words, String characters) {
        return Pattern.compile(
                "(?<!\\p{L})(?:" + words + ")(?!\\p{L})|" + characters,
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Whether it is at an edge or in a corner (GB 45438-2025 clause 5): yes, no, or unknown where the words do not tell. */
    static String atEdge(Optional<String> position) {
        if (position.isEmpty()) {
            return DeclaredFacts.UNKNOWN;
        }
        if (EDGE.matcher(position.get()).find()) {
            return DeclaredFacts.YES;
        }
        return MIDDLE.matcher(position.get()).find() ? DeclaredFacts.NO : DeclaredFacts.UNKNOWN;
    }
}
