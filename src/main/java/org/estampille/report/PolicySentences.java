package org.estampille.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import org.estampille.policy.Outcome;
import org.estampille.policy.RuleResult;
import org.estampille.policy.Verdict;

/** What policies say, in words of {@code policies_en.properties} and its sisters. */
public final class PolicySentences {

    private static final String BUNDLE = "org.estampille.report.policies";
    private static final List<Outcome> WORST_FIRST = List.of(Outcome.FAIL, Outcome.INDETERMINATE, Outcome.WARN);
    private static final int MOST_OPEN_QUESTIONS = 5;
    private static final int FIELDS_A_LINE = 4;
    private static final String IDLE = ".idle";

    private final ResourceBundle words;

    public PolicySentences(Language language) {
        this.words = ResourceBundle.getBundle(BUNDLE, language.locale());
    }

    String word(String key) {
        return words.getString(key);
    }

    /** What a rule asks for. */
    public String requirement(String id) {
        return word(id + ".holds");
    }

    /** What to do when a rule is open. */
    public String advice(String id) {
        return word(id + ".advice");
    }

    /** The word for what a rule comes to. */
    public String outcome(Outcome outcome) {
        return word("outcome." + outcome.name());
    }

    String reason(RuleResult rule) {
        String sentence = word(rule.reason().endsWith(IDLE) ? "idle" : rule.reason());
        return rule.details().isEmpty() ? sentence : sentence + ": " + String.join(", ", rule.details());
    }

    /** A verdict in a few words. */
    static String inShort(Verdict verdict) {
        Set<String> open = new LinkedHashSet<>();
        for (Outcome outcome : WORST_FIRST) {
            verdict.rules().stream().filter(rule -> rule.outcome() == outcome).forEach(rule -> open.add(rule.id()));
        }
        String rules = open.isEmpty() ? "" : " (" + String.join(", ", open) + ")";
        return verdict.profile() + " " + verdict.decision().name() + rules;
    }

    /** The lines of a card: a verdict, then each rule that is open once, with the tools it is open for. */
    static List<String> card(List<Verdict> verdicts, Language language) {
        List<String> lines = new ArrayList<>();
        if (!verdicts.isEmpty()) {
            PolicySentences sentences = new PolicySentences(language);
            verdicts.forEach(verdict -> sentences.verdict(verdict, lines));
            lines.add(indented(sentences.word("notice")));
        }
        return lines;
    }

    private void verdict(Verdict verdict, List<String> lines) {
        List<String> counts = new ArrayList<>();
        for (Outcome outcome : List.of(Outcome.FAIL, Outcome.INDETERMINATE, Outcome.WARN, Outcome.PASS)) {
            long count = verdict.rules().stream()
                    .filter(rule -> rule.outcome() == outcome)
                    .map(RuleResult::id)
                    .distinct()
                    .count();
            if (count > 0) {
                counts.add(word("count." + outcome.name()).replace("{0}", Long.toString(count)));
            }
        }
        String name = word("policy");
        lines.add("  " + name + " ".repeat(11 - name.length()) + verdict.profile() + ": "
                + word(verdict.decision().name()) + " (" + String.join(", ", counts) + ")");
        for (Outcome outcome : WORST_FIRST) {
            Map<String, List<RuleResult>> byReason = new LinkedHashMap<>();
            for (RuleResult rule : verdict.rules()) {
                if (rule.outcome() == outcome) {
                    byReason.computeIfAbsent(rule.id() + reason(rule), key -> new ArrayList<>())
                            .add(rule);
                }
            }
            if (outcome == Outcome.INDETERMINATE && byReason.size() > MOST_OPEN_QUESTIONS) {
                questions(verdict, lines);
            } else {
                byReason.values().forEach(same -> open(same, lines));
            }
        }
    }

    /** Many gaps at once mean that a declaration is thin: the fields to fill in say more than a sentence each. */
    private void questions(Verdict verdict, List<String> lines) {
        List<String> fields = verdict.rules().stream()
                .filter(rule -> rule.outcome() == Outcome.INDETERMINATE)
                .map(rule -> rule.id() + " " + rule.field())
                .distinct()
                .toList();
        for (int i = 0; i < fields.size(); i += FIELDS_A_LINE) {
            String start = i == 0 ? outcome(Outcome.INDETERMINATE) + " " : "  ";
            lines.add(indented(start
                    + String.join(", ", fields.subList(i, Math.min(fields.size(), i + FIELDS_A_LINE)))));
        }
        lines.add(indented("  " + word("todo") + ": " + word("complete")));
    }

    private void open(List<RuleResult> same, List<String> lines) {
        RuleResult rule = same.get(0);
        List<String> tools =
                same.stream().flatMap(one -> one.tool().stream()).distinct().toList();
        String about = tools.isEmpty() ? "" : " [" + String.join(", ", tools) + "]";
        lines.add(indented(outcome(rule.outcome()) + " " + rule.id() + " " + reason(rule) + about));
        lines.add(indented("  " + word("todo") + ": " + advice(rule.id())));
    }

    private static String indented(String text) {
        return " ".repeat(13) + text;
    }
}
