package org.estampille.marks;

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

    private static final Pattern END_OF_CLAUSE = Pattern.compile("[.,;!?\n\r|]");

    /** "Not only made with AI" denies nothing. */
    private static final Pattern NO_DENIAL =
            Pattern.compile("\\b(not|non|pas|nicht) (only|just|merely|seulement|uniquement|nur)\\b", FLAGS);

    private static final Pattern DENIED_BEFORE = Pattern.compile(
            "\\b(no|not|cannot|without|never|neither|nor|none|zero|free (of|from)|\\w+n['\u2019]t"
                    + "|sans|pas|aucune?|jamais|ni|kein(e|er|es|en|em)?|nicht|ohne|nie|niemals"
                    + "|sin|ning[u\u00fa]n|nunca|senza|nessun[ao]?|geen|niet|zonder)\\b"
                    + "|\\bnon[- ]?$|\\b0 ?%",
            FLAGS);

    private static final Pattern DENIED_AFTER = Pattern.compile(
            "^(?:\\W+\\w+){0,3}?\\W+(?:not|never|none|false|prohibited|forbidden|free"
                    + "|pas|aucune?|interdite?s?|nicht|keine?|verboten)\\b"
                    + "|^(?:\\W+\\w+){0,2}?\\s*[:=]\\W*(?:no|non|nein|0)\\b",
            FLAGS);

    /** Whether it stands in {@code value}, and is not denied there. */
    boolean isIn(String value) {
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
