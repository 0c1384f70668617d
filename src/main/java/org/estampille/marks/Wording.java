package org.estampille.marks;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands somewhere in the value of a field.
 *
 * @param pattern what it is like
 * @param stated whether people write it in sentences, so that it does not count where the sentence denies it
 */
record Wording(Pattern pattern, boolean stated) {

    /** As much of a sentence as is looked at on either side. */
    private static final int NEAR = 60;

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    private static final Pattern END_OF_CLAUSE = Pattern.compile("[.,;!?\n\r|\u3001\u3002]");

    /** "Not only made with AI" denies nothing. */
    private static final Pattern NO_DENIAL = Pattern.compile(
            "\\b(not|non|pas|nicht|no) (only|just|merely|seulement|uniquement|nur|solo|s\u00f3lo|solamente|soltanto)\\b"
                    + "|\u4e0d[\u4ec5\u53ea\u4f46\u540c\u65ad]|\u65e0[\u4eba\u9650\u7ebf]|\u672a\u6765|\u975e\u5e38",
            FLAGS);

    private static final Pattern DENIED_BEFORE = Pattern.compile(
            "\\b(no|not|cannot|without|never|neither|nor|none|zero|free (of|from)|\\w+n['\u2019]t"
                    + "|sans|pas|aucune?|jamais|ni|kein(e|er|es|en|em)?|nicht|ohne|nie|niemals"
                    + "|sin|ning[u\u00fa]n|nunca|senza|nessun[ao]?|geen|niet|zonder)\\b"
                    + "|\\bnon[- ]?$|\\bnon (\u00e8|e'|sono|\u00e8|ha|hanno|contiene|contengono|si|stat[oaie])(?!\\w)|\\b0 ?%"
                    // Chinese has no spaces between words: not, none, without, never, forbidden.
                    + "|[\u4e0d\u65e0\u7121\u672a\u975e\u6ca1\u6c92\u52ff\u7981]",
            FLAGS);

    private static final Pattern DENIED_AFTER = Pattern.compile(
            "^(?:\\W+\\w+){0,3}?\\W+(?:not|never|none|false|prohibited|forbidden|free"
                    + "|pas|aucune?|interdite?s?|nicht|keine?|verboten|prohibid[oa]s?|vietat[oaie]|ningun[oa])\\b"
                    + "|^(?:\\W+\\w+){0,2}?\\W+(?:no (?:se|est[\u00e1a]n?|son|permitid)|non (?!fiction))"
                    + "|^(?:\\W+\\w+){0,2}?\\s*[:=]\\W*(?:no|non|nein|ninguno|0)\\b"
                    + "|^\\w{0,6} ?(?:[:=] ?)?[\u5426\u65e0\u7121\u7981\u4e0d]",
            FLAGS);

    /** A text as sentences are looked for in it: one way to write each letter, space, hyphen and apostrophe. */
    static String plain(String text) {
        String one = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\u2010-\u2015]", "-")
                .replace('\u2019', '\'')
                .replaceAll("[ \t]+", " ");
        return one.length() > MetadataItems.LONGEST ? one.substring(0, MetadataItems.LONGEST) : one;
    }

    /**
     * Whether it stands in a value, and is not denied there.
     *
     * @param raw the value as written
     * @param plain the same, as {@link #plain} gives it
     */
    boolean isIn(String raw, String plain) {
        String value = stated ? plain : raw;
        Matcher matcher = pattern.matcher(value);
        while (matcher.find()) {
            if (!stated || !isDenied(value, matcher.start(), matcher.end())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDenied(String value, int start, int end) {
        String before = value.substring(Math.max(0, start - NEAR), start);
        Matcher clauses = END_OF_CLAUSE.matcher(before);
        int from = 0;
        while (clauses.find()) {
            from = clauses.end();
        }
        String after = value.substring(end, Math.min(value.length(), end + NEAR));
        Matcher ends = END_OF_CLAUSE.matcher(after);
        String rest = ends.find() ? after.substring(0, ends.start()) : after;
        String lead = NO_DENIAL.matcher(before.substring(from)).replaceAll("");
        return DENIED_BEFORE.matcher(lead).find() || DENIED_AFTER.matcher(rest).find();
    }
}
