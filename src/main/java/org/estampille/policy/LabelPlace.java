package org.estampille.policy;

import java.util.Optional;
import java.util.regex.Pattern;

/** Where in the picture a label stands, by the words of whoever declared it. */
final class LabelPlace {

    private static final Pattern EDGE = words(
            "top|bottom|left|right|upper|lower|corner|edge|margin|border|haut|bas|gauche|droite?|coin|bord|marge",
            "\\u89d2|\\u8fb9|\\u9876|\\u5e95|\\u4e0a|\\u4e0b|\\u5de6|\\u53f3");
    private static final Pattern MIDDLE = words("centre|center|centred|centered|centr\u00e9|middle|milieu", "\\u4e2d");

    private LabelPlace() {}

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
