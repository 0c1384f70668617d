package org.estampille.policy;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.estampille.declaration.VisibleLabel;
import org.estampille.declaration.VisibleLabel.Form;
import org.estampille.marks.Denial;

/**
 * What the words of a label say. EU AI Act article 50(4) wants to be told that content was artificially generated or manipulated; the
 * Code of Practice wants the acronym besides (section 2, measure 1.1). Words that say nothing of AI, as far as is known
 * here, or deny it, do not say so: that warns, and fails no rule.
 *
 * @param label whose words they are
 */
record LabelStatement(VisibleLabel label) {

    /** More is no label. */
    private static final int LONGEST = 2_000;

    /** The icons of annex 1 have the acronym in them. */
    private static final Set<Form> ICONS = EnumSet.of(Form.EU_GENERATED, Form.EU_MODIFIED, Form.EU_BASIC);

    /** In capitals, as a word of its own: "SAID" and "CONTAINS" do not have it. */
    private static final Pattern ACRONYM = word("AI|IA", 0);

    /** Chinese and Japanese write no spaces, so their letters end a word. */
    private static final String LETTER = "[\\p{L}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]]";

    private static final String MADE =
            "(?:generat|cr[e\u00e9]|made|make|manipul|alter|modifi|produ|edit|chang|clon|trait|g[e\u00e9]n[e\u00e9]r"
                    + "|erzeug|erstell|generi|ver\u00e4nder|bearbeit|gegener|gemaakt|bewerkt|gemacht|hergestell|wygener|stworz|zmodyf)";

    /** What can be synthetic without being a product of that name. */
    private static final String CONTENT =
            "(?:voi|speech|sound|audio|image|imagen|immagin|imagem|bild|stimm|video|vid\u00e9o|film|footage|media|m\u00e9dia"
                    + "|content|conten|inhalt|performer|actor|acteur|person|human|face|visage|likeness|music|musique|son\\b|sons\\b|pictur|photo|foto|text|scene"
                    + "|sc\u00e8ne|shot|plan\\b|voz|voc|st\u0119p|stem|beeld|glos|g\u0142os|obraz|sequence|s\u00e9quence)";

    private static final String SYNTHETIC =
            "(?:synth[e\u00e9\u00e8]t|synth[e\u00e8]se|synthes|sint[e\u00e9]t|sintes|artifici|k\u00fcnstlich|kunstmatig|sztuczn)";

    /** The acronym, what it stands for, and words that say that content is synthetic. */
    private static final Pattern STATEMENT = Pattern.compile(
            "(?<!" + LETTER + ")(?:(?:AI|IA|KI|\u0418\u0418)(?!" + LETTER + ")"
                    + "|(?i:gen-?ai(?!" + LETTER + ")|deep[ -]?fake|hypertruc"
                    + "|artificial intelligence|intelligence artificielle|k\u00fcnstliche\\w? intelligenz|inteligencia artificial"
                    + "|intelligenza artificiale|intelig\u00eancia artificial|kunstmatige intelligentie|sztuczn\\w+ inteligencj"
                    + "|" + SYNTHETIC + "\\w*(?:\\W+\\w+)?\\W+(?:" + MADE + "|" + CONTENT + ")"
                    + "|(?:" + MADE + "|" + CONTENT + ")\\w*(?:\\W+\\w+){0,2}\\W+" + SYNTHETIC + "\\w*))"
                    + "|\u4eba\u5de5\u667a\u80fd|\u4eba\u5de5\u667a\u6167|\u4eba\u5de5\u77e5\u80fd|\u6df1\u5ea6\u4f2a\u9020|\u6df1\u5ea6\u5408\u6210",
            Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern COLON_OR_DASH = Pattern.compile(":| - ");

    private static final Pattern MAKING =
            Pattern.compile("\\b" + MADE, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Places where it is not noticed (guidelines, paragraph 142). */
    private static final Pattern HIDDEN = word(
            "terms|conditions|t&cs?|footer|hover|tooltip|menu|metadata|pied de page|survol|infobulle|m\u00e9tadonn\u00e9es|cgu|cgv",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static Pattern word(String words, int flags) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + words + ")(?![\\p{L}\\p{N}])", flags);
    }

    /** Whether it tells that AI made or changed something: yes, no, or unknown where nobody said what it reads or sounds like. */
    String saysAi() {
        if (ICONS.contains(label.form())) {
            return DeclaredFacts.YES;
        }
        if (label.text().isEmpty()) {
            return DeclaredFacts.UNKNOWN;
        }
        return isSaid(STATEMENT, label.text().get()) ? DeclaredFacts.YES : DeclaredFacts.NO;
    }

    /** Whether the words stand there and are not denied: "made without AI" names it too. */
    private static boolean isSaid(Pattern words, String label) {
        String plain = Denial.plain(label);
        String text = plain.substring(0, Math.min(LONGEST, plain.length()));
        Matcher found = words.matcher(text);
        while (found.find()) {
            int from = start(text, found.start());
            if (!Denial.isDenied(text.substring(from), found.start() - from, found.end() - from)) {
                return true;
            }
        }
        return false;
    }

    /** Where the clause begins: behind a colon or a dash, if what follows says that something was made and does not only name AI. */
    private static int start(String text, int named) {
        int from = 0;
        Matcher ends = COLON_OR_DASH.matcher(text.substring(0, named));
        while (ends.find()) {
            from = ends.end();
        }
        return MAKING.matcher(text.substring(from)).find() ? from : 0;
    }

    /** Whether it is said to stand where nobody notices it. */
    boolean isHidden() {
        return label.position().filter(place -> HIDDEN.matcher(place).find()).isPresent();
    }

    /** Whether it tells so with the capital letters AI, or IA: yes, no, or unknown where nobody said what it reads. */
    String acronym() {
        if (ICONS.contains(label.form())) {
            return DeclaredFacts.YES;
        }
        return label.text()
                .map(text -> isSaid(ACRONYM, text) ? DeclaredFacts.YES : DeclaredFacts.NO)
                .orElse(DeclaredFacts.UNKNOWN);
    }
}
