package org.estampille.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.disclosure.AiStatement;
import org.estampille.disclosure.Contradiction;
import org.estampille.disclosure.Derivation;
import org.estampille.disclosure.RightsLine;
import org.estampille.policy.Outcome;
import org.estampille.policy.RuleResult;
import org.estampille.policy.Verdict;
import org.estampille.preview.Preview;
import org.estampille.report.PageBlock.Heading;
import org.estampille.report.PageBlock.Paragraph;
import org.estampille.report.PageBlock.Shape;
import org.estampille.report.PageBlock.Sign;
import org.estampille.report.PageBlock.Table;
import org.estampille.report.PageBlock.Tree;

/** Puts a report into blocks: first what matters, then every rule, then what was not checked. */
final class ReportPage {

    private final VerificationReport report;
    private final Words words;
    private final Preview preview;
    private final Sentences sentences;
    private final PolicySentences policies;
    private final List<PageBlock> blocks = new ArrayList<>();

    private ReportPage(VerificationReport report, Words words, Preview preview) {
        this.report = report;
        this.words = words;
        this.preview = preview;
        this.sentences = Sentences.in(words.language());
        this.policies = new PolicySentences(words.language(), report.disclosure());
    }

    static List<PageBlock> of(VerificationReport report, Language language, Preview preview) {
        ReportPage page = new ReportPage(report, Words.ofPages(language), preview);
        page.blocks.add(new Heading(1, report.path()));
        page.verdicts();
        page.blocks.add(PageSummary.of(report, page.words, page.sentences));
        page.ai();
        page.labels();
        page.rights();
        page.history();
        page.rules();
        page.unchecked();
        return List.copyOf(page.blocks);
    }

    private void heading(String key) {
        blocks.add(new Heading(2, words.word(key)));
    }

    private void verdicts() {
        for (Verdict verdict : report.verdicts()) {
            Shape shape = switch (verdict.decision()) {
                case ACCEPT -> Shape.SQUARE;
                case REVIEW -> Shape.TRIANGLE;
                case INDETERMINATE -> Shape.CIRCLE;
                case REJECT -> Shape.OCTAGON;
            };
            String profile = verdict.profile()
                    + verdict.version().map(version -> " " + version).orElse("");
            String duty = policies.duty(verdict)
                    .map(text -> words.word("between") + text)
                    .orElse("");
            blocks.add(new Sign(
                    shape, policies.word(verdict.decision().name()), words.word("house.verdict", profile) + duty));
        }
        if (report.verdicts().isEmpty()) {
            blocks.add(new Paragraph(words.word("no.policy")));
        }
    }

    private void ai() {
        heading("ai.title");
        List<List<String>> rows = new ArrayList<>();
        for (AiStatement statement : report.disclosure().statements()) {
            rows.add(List.of(
                    words.word("involvement." + statement.involvement().label()),
                    statement.tool().orElse(words.word("unknown")),
                    term(statement),
                    words.word("strength." + statement.strength().label())));
        }
        if (rows.isEmpty()) {
            blocks.add(new Paragraph(words.word("ai.nothing")));
        } else {
            List<String> head =
                    List.of(words.word("row.ai"), words.word("tool"), words.word("value"), words.word("said.by"));
            blocks.add(new Table(words.word("ai.statements"), head, rows));
        }
        for (Contradiction contradiction : report.disclosure().contradictions()) {
            blocks.add(new Paragraph(words.word("contradiction", sentences.contradiction(contradiction))));
        }
        Optional<PageBlock.Timeline> timeline = DeclaredTimeline.of(report, words, preview);
        timeline.ifPresent(blocks::add);
        pictures(timeline.isPresent());
    }

    /** What is to be known of the pictures, or why there are none. */
    private void pictures(boolean onTimeline) {
        if (preview instanceof Preview.Nothing nothing) {
            if (nothing.reason() != Preview.Reason.NOT_WANTED) {
                blocks.add(
                        new Paragraph(words.word("picture." + nothing.reason().name())));
            }
        } else if (onTimeline) {
            boolean gaps = preview instanceof Preview.Filmstrip strip
                    && strip.frames().stream().anyMatch(Optional::isEmpty);
            blocks.add(new Paragraph(words.word(gaps ? "picture.gaps" : "picture.note")));
        }
    }

    private void labels() {
        DeclaredLabels.of(report, words).table().ifPresent(table -> {
            heading("labels.title");
            blocks.add(table);
        });
    }

    /** A row on a file among many: its name, its state, its verdicts and what is said about AI. */
    static List<String> overview(VerificationReport report, Words words) {
        PolicySentences policies = new PolicySentences(words.language());
        List<String> verdicts = report.verdicts().stream()
                .map(verdict -> words.word(
                        "pair",
                        verdict.profile(),
                        policies.word(verdict.decision().name())
                                .toUpperCase(words.language().locale())))
                .toList();
        return List.of(
                report.path(),
                verdicts.isEmpty() ? words.word("no.verdict") : String.join(words.word("between"), verdicts),
                words.word("state." + report.state().label()),
                PageSummary.involvement(report, words));
    }

    /** What the cells of {@link #overview} are. */
    static PageBlock.Table overview(List<List<String>> rows, Words words) {
        List<String> head =
                List.of(words.word("file"), words.word("verdicts"), words.word("row.integrity"), words.word("row.ai"));
        return new PageBlock.Table(words.word("overview"), head, rows);
    }

    /** The last part of the address of a term, with words where there are some; what a mark says is cut. */
    private String term(AiStatement statement) {
        String value = MarkReport.inShort(statement.value());
        String name = value.startsWith("http://cv.iptc.org/") ? value.substring(value.lastIndexOf('/') + 1) : value;
        String meaning = words.term("value", name);
        return meaning.equals(name) ? name : meaning + " (" + name + ")";
    }

    private void rights() {
        heading("rights.title");
        boolean redacted = RightsDetails.isRedacted(report);
        List<List<String>> rows = new ArrayList<>();
        for (RightsLine line : Sentences.distinct(report.disclosure().rights())) {
            rows.add(List.of(
                    line.tool(),
                    words.term("status", line.status()),
                    line.concluded().map(word -> words.term("status", word)).orElse(words.word("nobody")),
                    words.term("evidence", line.state())));
        }
        if (rows.isEmpty()) {
            blocks.add(new Paragraph(words.word(redacted ? "rights.redacted" : "rights.nothing")));
            return;
        }
        if (redacted) {
            blocks.add(new Paragraph(words.word("rights.redacted")));
        }
        List<String> head =
                List.of(words.word("tool"), words.word("status"), words.word("concluded"), words.word("evidence"));
        blocks.add(new Table(words.word("rights.table"), head, rows));
        blocks.addAll(RightsDetails.tables(report.disclosure().rights(), words.language()));
    }

    private void history() {
        Derivation derivation = report.disclosure().derivation();
        if (derivation.ingredients().isEmpty() && derivation.history().size() < 2) {
            return;
        }
        heading("history.title");
        List<Tree.Item> items = new ArrayList<>();
        items.add(new Tree.Item(
                0,
                words.word("pair", report.path(), derived(derivation.derived().label()))));
        for (Derivation.Part part : derivation.ingredients()) {
            items.add(new Tree.Item(
                    1,
                    words.word(
                            "pair",
                            words.term("relationship", part.relationship()) + " "
                                    + part.title().orElse(words.word("untitled")),
                            derived(part.derived().label()))));
        }
        blocks.add(new Tree(items));
        if (derivation.history().size() > 1) {
            List<Tree.Item> changes = new ArrayList<>();
            for (Derivation.Amendment amendment : derivation.history()) {
                changes.add(new Tree.Item(0, amended(amendment)));
            }
            blocks.add(new Heading(3, words.word("amendments")));
            blocks.add(new Tree(changes));
        }
    }

    private String amended(Derivation.Amendment amendment) {
        String what = words.term("amendment", amendment.kind())
                + amendment.at().map(at -> ", " + at).orElse("");
        return amendment
                .reason()
                .map(reason -> words.word("pair", what, reason))
                .orElse(what);
    }

    private String derived(String label) {
        return words.word("derived." + label);
    }

    private void rules() {
        for (Verdict verdict : report.verdicts()) {
            blocks.add(new Heading(2, words.word("rules.title", verdict.profile())));
            List<List<String>> open = new ArrayList<>();
            List<List<String>> closed = new ArrayList<>();
            for (RuleResult rule : verdict.rules()) {
                if (rule.outcome().isOpen() || rule.outcome() == Outcome.WAIVED) {
                    open.add(List.of(
                            rule.id(), policies.outcome(rule.outcome()), reason(rule), basis(rule), advice(rule)));
                } else {
                    closed.add(List.of(rule.id(), policies.outcome(rule.outcome()), reason(rule), basis(rule)));
                }
            }
            List<String> head = List.of(
                    words.word("rule"),
                    words.word("outcome"),
                    words.word("reason"),
                    words.word("basis"),
                    words.word("advice"));
            if (!open.isEmpty()) {
                blocks.add(new Table(words.word("rules.open", verdict.profile()), head, open));
            }
            blocks.add(new Paragraph(words.word("rules.others", closed.size())));
            if (!closed.isEmpty()) {
                blocks.add(new Table(words.word("rules.closed", verdict.profile()), head.subList(0, 4), closed));
            }
            blocks.add(new Paragraph(policies.notice(verdict)));
        }
    }

    private String reason(RuleResult rule) {
        String tool = rule.tool().map(name -> " [" + name + "]").orElse("");
        return policies.reason(rule)
                + tool
                + policies.waiver(rule).map(text -> ". " + text).orElse("");
    }

    private String basis(RuleResult rule) {
        String basis = policies.basis(rule);
        return rule.evidence().map(sha256 -> basis + ", SHA-256 " + sha256).orElse(basis);
    }

    private String advice(RuleResult rule) {
        return rule.outcome() == Outcome.WAIVED ? "" : policies.advice(rule);
    }

    private void unchecked() {
        heading("unchecked.title");
        List<Tree.Item> items = new ArrayList<>();
        String marks = report.marks().isPresent() ? "unchecked.watermarks" : "unchecked.marks";
        for (String key : List.of("unchecked.truth", marks, "unchecked.terms", "unchecked.human")) {
            items.add(new Tree.Item(0, words.word(key)));
        }
        blocks.add(new Tree(items));
    }
}
