package org.estampille.policy;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.estampille.declaration.VisibleLabel;
import org.estampille.declaration.VisibleLabel.Form;

/**
 * What the words of a label say. EU AI Act article 50(4) wants to be told that content was artificially generated or manipulated; the
 * Code of Practice wants the acronym besides (section 2, measure 1.1). Words in a language that is not known here are not known,
 * never wrong.
 *
 * @param label whose words they are
 */
record LabelStatement(VisibleLabel label) {

    private static final String YES = "yes";
    private static final String NO = "no";

    /** The icons of annex 1 have the acronym in them. */
    private static final Set<Form> ICONS = EnumSet.of(Form.EU_GENERATED, Form.EU_MODIFIED, Form.EU_BASIC);

    /** In capitals, as a word of its own: "SAID" and "CONTAINS" do not have it. */
    private static final Pattern ACRONYM = word("AI|IA", 0);

    /** The acronym of other languages, and the words it stands for, as they begin. */
    private static final Pattern STATEMENT = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:AI|IA|KI|\\u0418\\u0418|(?i:artifici|synthe|synth\u00e8|synth\u00e9|sint[e\u00e9]t|k\u00fcnstlich|kunstmatig"
                    + "|sztuczn|deep[ -]?fake|hypertruc))|\\u4eba\\u5de5\\u667a\\u80fd|AI\\u751f\\u6210",
            Pattern.UNICODE_CASE);

    private static final Pattern DENIAL = word(
            "no|not|without|never|free|sans|pas|aucune?|non|ni|kein\\p{L}*|nicht|ohne|sin|senza",
            Pattern.CASE_INSENSITIVE);

    /** Places where it is not noticed (guidelines, paragraph 142). */
    private static final Pattern HIDDEN = word(
            "terms|conditions|t&cs?|footer|hover|tooltip|menu|metadata|pied de page|survol|infobulle|m\u00e9tadonn\u00e9es|cgu|cgv",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern CLAUSE_END = Pattern.compile("[.,:;!?\u2013\u2014]");

    private static Pattern word(String words, int flags) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + words + ")(?![\\p{L}\\p{N}])", flags);
    }

    /** Whether it tells that AI made or changed something: yes, no, or unknown where nobody said what it reads or sounds like. */
    String saysAi() {
        if (ICONS.contains(label.form())) {
            return YES;
        }
        if (label.text().isEmpty()) {
            return DeclaredFacts.UNKNOWN;
        }
        Matcher found = STATEMENT.matcher(label.text().get());
        if (!found.find()) {
            return NO;
        }
        String before = label.text().get().substring(0, found.start());
        String clause = before.substring(CLAUSE_END
                .matcher(before)
                .results()
                .mapToInt(end -> end.end())
                .max()
                .orElse(0));
        // "Made without AI" names it too.
        return DENIAL.matcher(clause).find() ? DeclaredFacts.UNKNOWN : YES;
    }

    /** Whether it is said to stand where nobody notices it. */
    boolean isHidden() {
        return label.position().filter(place -> HIDDEN.matcher(place).find()).isPresent();
    }

    /** Whether it has the capital letters AI, or IA: yes, no, or unknown where nobody said what it reads. */
    String acronym() {
        if (ICONS.contains(label.form())) {
            return YES;
        }
        return label.text().map(text -> ACRONYM.matcher(text).find() ? YES : NO).orElse(DeclaredFacts.UNKNOWN);
    }
}
