package org.estampille.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.estampille.disclosure.ContentDisclosure;
import org.estampille.policy.Outcome;
import org.estampille.policy.Profile;
import org.estampille.policy.RightsVerdict;
import org.estampille.policy.RuleProfile;
import org.estampille.policy.RuleResult;
import org.estampille.policy.RuleWords;
import org.estampille.policy.Verdict;

/** What policies say, in words of {@code policies_en.properties} and its sisters. */
public final class PolicySentences {

    private static final String BUNDLE = "org.estampille.report.policies";
    private static final List<Outcome> WORST_FIRST = List.of(Outcome.FAIL, Outcome.INDETERMINATE, Outcome.WARN);
    private static final int MOST_OPEN_QUESTIONS = 5;
    private static final int FIELDS_A_LINE = 4;
    private static final String IDLE = ".idle";
    private static final String BASIS = ".basis";
    private static final String ADVICE = ".advice";

    private final ResourceBundle words;
    private final String tag;
    private final Optional<ContradictionSentences> contradictions;
    private final ContentDisclosure disclosure;

    /** Of rules, with addresses where a rule gives them. */
    public PolicySentences(Language language) {
        this(language, Optional.empty(), ContentDisclosure.nothing());
    }

    /** For people: where statements disagree, they are told in words. */
    PolicySentences(Language language, ContentDisclosure disclosure) {
        this(language, Optional.of(new ContradictionSentences(Words.ofTexts(language))), disclosure);
    }

    private PolicySentences(
            Language language, Optional<ContradictionSentences> contradictions, ContentDisclosure disclosure) {
        this(
                ResourceBundle.getBundle(BUNDLE, language.locale()),
                language.locale().getLanguage(),
                contradictions,
                disclosure);
    }

    private PolicySentences(
            ResourceBundle words,
            String tag,
            Optional<ContradictionSentences> contradictions,
            ContentDisclosure disclosure) {
        this.words = words;
        this.tag = tag;
        this.contradictions = contradictions;
        this.disclosure = disclosure;
    }

    /** The same on another file. */
    PolicySentences about(ContentDisclosure other) {
        return new PolicySentences(words, tag, contradictions, other);
    }

    String word(String key) {
        return Spacing.of(tag, words.getString(key));
    }

    /** What a rule or profile says in words of its own. */
    private Optional<String> own(Map<String, String> texts) {
        return RuleWords.in(texts, tag).map(text -> Spacing.of(tag, text));
    }

    /** A profile on one line. */
    public String summary(Profile profile) {
        String title = profile instanceof RuleProfile rules ? own(rules.title()).orElse("") : word("profile.terms");
        return profile.label() + word("colon")
                + word("profile.rules")
                        .replace("{0}", Integer.toString(profile.clauses().size())) + ", " + title
                + ", " + filled("basis.version", profile.version());
    }

    /** A rule of a profile on one line. */
    public String clause(Profile.Clause clause) {
        String asks = clause.words().flatMap(own -> own(own.requirement())).orElseGet(() -> requirement(clause.id()));
        List<String> rest = new ArrayList<>();
        rest.add(clause.words().flatMap(own -> own(own.basis())).orElseGet(() -> inField(clause.id(), clause.field())));
        rest.add(filled("basis.version", clause.version()));
        clause.from().ifPresent(day -> rest.add(filled("rule.from", day.toString())));
        clause.until().ifPresent(day -> rest.add(filled("rule.until", day.toString())));
        return clause.id() + "  " + outcome(clause.violation()) + "  " + asks + "  ("
                + String.join(word("semicolon"), rest) + ")";
    }

    private String filled(String key, String value) {
        return word(key).replace("{0}", value);
    }

    /** Clause, version and address as the statement names them. */
    private String cited(RuleResult.Source source) {
        return Stream.of(
                        source.clause(),
                        source.version().map(version -> filled("basis.version", version)),
                        source.address())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    /** What a rule of the tables rests on, with the field that it looks at. */
    private String inField(String id, String field) {
        String text = word(id + BASIS);
        return id.startsWith("SIG-") ? text : text + ", " + filled("basis.field", field);
    }

    /** What a rule came to and what it rests on, what to do, and under which waiver. */
    String basis(RuleResult rule) {
        if (rule.words().isPresent()) {
            return own(rule.words().get().basis()).orElse("");
        }
        String cited =
                rule.source().map(source -> word("semicolon") + cited(source)).orElse("");
        return inField(rule.id(), rule.field()) + cited;
    }

    String advice(RuleResult rule) {
        return rule.words().isPresent()
                ? own(rule.words().get().advice()).orElse("")
                : advice(words.containsKey(rule.reason() + ADVICE) ? rule.reason() : rule.id());
    }

    /** The waiver of a rule, in force or ended; empty when there is none. */
    Optional<String> waiver(RuleResult rule) {
        return rule.waiver()
                .map(waiver -> word(!rule.waived() ? "waiver.ended" : rule.law() ? "waiver.law" : "waiver.holds")
                        .replace("{0}", waiver.until().toString())
                        .replace(
                                "{1}",
                                waiver.by()
                                        + waiver.role()
                                                .map(role -> " (" + role + ")")
                                                .orElse(""))
                        .replace("{2}", waiver.reason()));
    }

    /** What a verdict is not. */
    String notice(Verdict verdict) {
        return word(verdict instanceof RightsVerdict ? "notice" : "notice.rules");
    }

    /** The duty that a profile found. */
    Optional<String> duty(Verdict verdict) {
        return verdict.duty().map(duty -> {
            String key = "duty." + duty.word();
            return (words.containsKey(key) ? word(key) : duty.word()) + " (" + duty.basis() + ")";
        });
    }

    /** What a rule asks for. */
    public String requirement(String id) {
        return word(id + ".holds");
    }

    /** What to do when a rule is open. */
    public String advice(String id) {
        return word(id + ADVICE);
    }

    /** The word for what a rule comes to. */
    public String outcome(Outcome outcome) {
        return word("outcome." + outcome.name());
    }

    private String sentence(RuleResult rule) {
        if (rule.reason().endsWith(IDLE)) {
            return word("idle");
        }
        if (rule.words().isEmpty() || rule.reason().startsWith("profile.")) {
            return word(rule.reason());
        }
        RuleWords own = rule.words().get();
        boolean violated = rule.reason().endsWith(".violated");
        return own(violated ? own.violation() : own.requirement()).orElse(rule.id());
    }

    String reason(RuleResult rule) {
        String sentence = sentence(rule);
        List<String> details = contradictions
                .map(words -> words.inWords(rule.details(), disclosure))
                .orElse(rule.details());
        String between = details.equals(rule.details()) ? ", " : word("semicolon");
        return details.isEmpty() ? sentence : sentence + word("colon") + String.join(between, details);
    }

    /** A verdict in a few words. */
    String inShort(Verdict verdict) {
        Set<String> open = new LinkedHashSet<>();
        for (Outcome outcome : WORST_FIRST) {
            verdict.rules().stream().filter(rule -> rule.outcome() == outcome).forEach(rule -> open.add(rule.id()));
        }
        String rules = open.isEmpty() ? "" : " (" + String.join(", ", open) + ")";
        return verdict.profile() + " " + word("short." + verdict.decision().name()) + rules;
    }

    /** The lines of a card: a verdict, then each rule that is open once, with the tools it is open for. */
    static List<String> card(VerificationReport report, Language language) {
        List<Verdict> verdicts = report.verdicts();
        List<String> lines = new ArrayList<>();
        if (!verdicts.isEmpty()) {
            PolicySentences sentences = new PolicySentences(language, report.disclosure());
            verdicts.forEach(verdict -> sentences.verdict(verdict, lines));
            verdicts.stream().map(sentences::notice).distinct().forEach(notice -> lines.add(indented(notice)));
        }
        return lines;
    }

    private void verdict(Verdict verdict, List<String> lines) {
        String name = word("policy");
        lines.add("  " + name + " ".repeat(11 - name.length()) + verdict.profile() + word("colon")
                + word(verdict.decision().name()) + " (" + String.join(", ", counts(verdict)) + ")");
        duty(verdict).ifPresent(text -> lines.add(indented(word("duty") + word("colon") + text)));
        for (RuleResult rule : verdict.rules()) {
            if (rule.outcome() == Outcome.WAIVED) {
                lines.add(indented(outcome(rule.outcome()) + " " + rule.id() + " " + reason(rule)));
                waiver(rule).ifPresent(text -> lines.add(indented("  " + text)));
            }
        }
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

    /** How many rules came out in each way. */
    private List<String> counts(Verdict verdict) {
        List<String> counts = new ArrayList<>();
        for (Outcome outcome :
                List.of(Outcome.FAIL, Outcome.INDETERMINATE, Outcome.WARN, Outcome.WAIVED, Outcome.PASS)) {
            long count = verdict.rules().stream()
                    .filter(rule -> rule.outcome() == outcome)
                    .map(RuleResult::id)
                    .distinct()
                    .count();
            if (count > 0) {
                counts.add(word("count." + outcome.name()).replace("{0}", Long.toString(count)));
            }
        }
        return counts;
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
        lines.add(indented("  " + word("todo") + word("colon") + word("complete")));
    }

    private void open(List<RuleResult> same, List<String> lines) {
        RuleResult rule = same.get(0);
        List<String> tools =
                same.stream().flatMap(one -> one.tool().stream()).distinct().toList();
        String about = tools.isEmpty() ? "" : " [" + String.join(", ", tools) + "]";
        lines.add(indented(outcome(rule.outcome()) + " " + rule.id() + " " + reason(rule) + about));
        if (!basis(rule).isEmpty()) {
            lines.add(indented("  " + basis(rule)));
        }
        waiver(rule).ifPresent(text -> lines.add(indented("  " + text)));
        if (!advice(rule).isBlank()) {
            lines.add(indented("  " + word("todo") + word("colon") + advice(rule)));
        }
    }

    private static String indented(String text) {
        return " ".repeat(13) + text;
    }
}
