package org.estampille.marks;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words by which a sentence denies what it names, before and after it, in the languages of labels and captions. */
public final class Denial {

    /** As much of a sentence as is looked at on either side. */
    private static final int NEAR = 60;

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    private static final Pattern END_OF_CLAUSE = Pattern.compile("[.,;!?\n\r|\u3001\u3002]");

    /** "Not only made with AI" denies nothing. */
    private static final Pattern NO_DENIAL = Pattern.compile(
            "\\b(not|non|pas|nicht|no) (only|just|merely|seulement|uniquement|nur|solo|s\u00f3lo|solamente|soltanto)\\b"
                    + "|\u4e0d[\u4ec5\u53ea\u4f46\u540c\u65ad]|\u65e0[\u4eba\u9650\u7ebf]|\u672a\u6765|\u975e\u5e38",
            FLAGS);

    /** "Not real: made with AI" denies something else. */
    private static final Pattern NOT_REAL = Pattern.compile(
            "\\b(not|no|non|pas|nicht|kein|keine)\\W+((an?|une?|eine?|una|es|es una|\u00e8 una)\\W+)?"
                    + "(real|r\u00e9el\\w*|echt\\w*|true|genuine|authenti\\w+|photo\\w*|foto\\w*|vrai\\w*|vero|vera|documentary)\\b",
            FLAGS);

    private static final Pattern COLON_OR_DASH = Pattern.compile("^ ?[-:(]");

    private static final Pattern DENIED_BEFORE = Pattern.compile(
            "\\b(no|not|cannot|without|never|neither|nor|none|zero|free (of|from)|\\w+n['\u2019]t"
                    + "|sans|pas|aucune?|jamais|ni|kein(e|er|es|en|em)?|nicht|ohne|nie|niemals"
                    + "|sin|ning[u\u00fa]n[ao]?|nunca|nada|jam\u00e1s|tampoco|senza|nessun[ao]?|niente|nulla|geen|niet|zonder"
                    + "|sem|nenhuma?|n\u00e3o|bez|nie|brak|\u017caden|utan|inte|ingen|uden|uten|ikke|\u0431\u0435\u0437|\u043d\u0435|\u043d\u0435\u0442)\\b"
                    + "|\\bnon[- ]?$|\\bnon (\u00e8|e'|sono|\u00e8|ha|hanno|contiene|contengono|si|stat[oaie])(?!\\w)|\\b0 ?%"
                    // Chinese has no spaces between words: not, none, without, never, forbidden.
                    + "|[\u4e0d\u65e0\u7121\u672a\u975e\u6ca1\u6c92\u52ff\u7981]",
            FLAGS);

    private static final Pattern DENIED_AFTER = Pattern.compile(
            "^(?:\\W+\\w+){0,3}?\\W+(?:not|never|none|false|prohibited|forbidden|free"
                    + "|pas|jamais|aucune?|nulle?|z\u00e9ro|interdite?s?|nicht|frei\\w{0,2}|vrij|keine?|verboten|prohibid[oa]s?|vietat[oaie]|ning[u\u00fa]n[oa]?|nada|nessun[oa]?|nenhuma?|geen|niet|brak)\\b"
                    + "|^(?:\\W+\\w+){0,2}?\\W+(?:no (?:se|est[\u00e1a]n?|son|permitid)|non (?!fiction))"
                    + "|^(?:\\W+\\w+){0,2}?\\s*[:=]\\W*(?:no|non|nein|nee|n\u00e3o|nie|nil|n/?a|off|0)\\b"
                    + "|^\\w{0,6} ?(?:[:=] ?)?(?:[\u5426\u65e0\u7121\u7981\u4e0d]|[\u672a\u6ca1\u6c92][\u4f7f\u7528\u91c7\u6709])"
                    // Japanese: is not, did not.
                    + "|^\\w{0,12}(?:\u307e\u305b\u3093|\u306a\u3057|\u306a\u3044)",
            FLAGS);

    private Denial() {}

    /** A text as sentences are looked for in it: one way to write each letter, space, hyphen and apostrophe. */
    public static String plain(String text) {
        String one = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\u2010-\u2015]", "-")
                .replace('\u2019', '\'')
                .replaceAll("[ \t]+", " ");
        return one.length() > MetadataItems.LONGEST ? one.substring(0, MetadataItems.LONGEST) : one;
    }

    /**
     * Whether what stands at that place of a text is denied there.
     *
     * @param value a text as {@link #plain} gives it
     * @param start of what is named
     * @param end behind it
     */
    public static boolean isDenied(String value, int start, int end) {
        String before = value.substring(Math.max(0, start - NEAR), start);
        Matcher clauses = END_OF_CLAUSE.matcher(before);
        int from = 0;
        while (clauses.find()) {
            from = clauses.end();
        }
        String after = value.substring(end, Math.min(value.length(), end + NEAR));
        Matcher ends = END_OF_CLAUSE.matcher(after);
        String rest = ends.find() ? after.substring(0, ends.start()) : after;
        String lead = elsewhere(NO_DENIAL.matcher(before.substring(from)).replaceAll(""));
        return DENIED_BEFORE.matcher(lead).find()
                || DENIED_AFTER.matcher(NOT_REAL.matcher(rest).replaceAll("")).find();
    }

    /** Without the denial of something else, which ends at a colon or a dash. */
    private static String elsewhere(String lead) {
        Matcher real = NOT_REAL.matcher(lead);
        return real.find() && COLON_OR_DASH.matcher(lead.substring(real.end())).find()
                ? lead.substring(real.end())
                : lead;
    }
}
