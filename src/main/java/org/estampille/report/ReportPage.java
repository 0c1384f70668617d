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
import org.estampille.report.PageBlock.Heading;
import org.estampille.report.PageBlock.Paragraph;
import org.estampille.report.PageBlock.Shape;
import org.estampille.report.PageBlock.Sign;
import org.estampille.report.PageBlock.Table;
import org.estampille.report.PageBlock.Tree;
import org.estampille.validate.Signer;
import org.estampille.validate.SigningTime;
import org.estampille.validate.ValidatedManifest;

/** Puts a report into blocks: first what matters, then every rule, then what was not checked. */
final class ReportPage {

    private final VerificationReport report;
    private final PageWords words;
    private final PolicySentences policies;
    private final List<PageBlock> blocks = new ArrayList<>();

    private ReportPage(VerificationReport report, PageWords words) {
        this.report = report;
        this.words = words;
        this.policies = new PolicySentences(words.language());
    }

    static List<PageBlock> of(VerificationReport report, Language language) {
        ReportPage page = new ReportPage(report, new PageWords(language));
        page.blocks.add(new Heading(1, report.path()));
        page.verdicts();
        page.summary();
        page.ai();
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
            String duty = policies.duty(verdict).map(text -> "; " + text).orElse("");
            blocks.add(new Sign(
                    shape, policies.word(verdict.decision().name()), words.word("house.verdict", profile) + duty));
        }
        if (report.verdicts().isEmpty()) {
            blocks.add(new Paragraph(words.word("no.policy")));
        }
    }

    private void summary() {
        List<List<String>> rows = new ArrayList<>();
        row(rows, "integrity", words.word("state." + report.state().label()));
        report.problem()
                .ifPresent(problem -> row(
                        rows, "problem", words.word("problem." + problem.kind().name())));
        Optional<ValidatedManifest> active = report.validation().map(result -> result.active());
        Optional<Signer> signer = active.flatMap(ValidatedManifest::signer);
        if (signer.isPresent()) {
            String standing =
                    words.term("trust", Sentences.standing(signer.get().standing()));
            row(rows, "signer", Names.subject(signer.get()) + ", " + standing);
        }
        Optional<SigningTime> time = active.map(ValidatedManifest::time);
        row(
                rows,
                "time",
                time.flatMap(SigningTime::stampedAt)
                        .map(at -> at + ", " + words.word(time.get().trusted() ? "time.trusted" : "time.untrusted"))
                        .orElse(words.word("time.none")));
        row(
                rows,
                "ai",
                words.word("involvement." + report.disclosure().involvement().label()));
        row(
                rows,
                "whole",
                words.word(
                        "derived." + report.disclosure().derivation().derived().label()));
        report.format().ifPresent(format -> row(rows, "format", format));
        row(rows, "bytes", report.bytes() < 0 ? words.word("unknown") : Long.toString(report.bytes()));
        row(rows, "source", words.word("source." + report.source().label()));
        row(rows, "at", report.at().toString());
        blocks.add(new Table(words.word("summary"), List.of(words.word("what"), words.word("finding")), rows));
    }

    private void row(List<List<String>> rows, String key, String value) {
        rows.add(List.of(words.word("row." + key), value));
    }

    private void ai() {
        heading("ai.title");
        List<List<String>> rows = new ArrayList<>();
        for (AiStatement statement : report.disclosure().statements()) {
            rows.add(List.of(
                    words.word("involvement." + statement.involvement().label()),
                    statement.tool().orElse(words.word("unknown")),
                    term(statement.value()),
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
            blocks.add(new Paragraph(words.word("contradiction")
                    .replace("{0}", contradiction.one().where())
                    .replace("{1}", contradiction.other().where())));
        }
        DeclaredTimeline.of(report, words).ifPresent(blocks::add);
    }

    /** The last part of the address of a term says all that a reader needs. */
    private static String term(String value) {
        return value.startsWith("http://cv.iptc.org/") ? value.substring(value.lastIndexOf('/') + 1) : value;
    }

    private void rights() {
        heading("rights.title");
        List<List<String>> rows = new ArrayList<>();
        for (RightsLine line : Sentences.distinct(report.disclosure().rights())) {
            rows.add(List.of(
                    line.tool(),
                    words.term("status", line.status()),
                    line.concluded().map(word -> words.term("status", word)).orElse(words.word("nobody")),
                    words.term("evidence", line.state())));
        }
        if (rows.isEmpty()) {
            blocks.add(new Paragraph(words.word("rights.nothing")));
            return;
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
                0, report.path() + ": " + derived(derivation.derived().label())));
        for (Derivation.Part part : derivation.ingredients()) {
            items.add(new Tree.Item(
                    1,
                    words.term("relationship", part.relationship()) + " "
                            + part.title().orElse(words.word("untitled")) + ": "
                            + derived(part.derived().label())));
        }
        blocks.add(new Tree(items));
        if (derivation.history().size() > 1) {
            List<Tree.Item> changes = new ArrayList<>();
            for (Derivation.Amendment amendment : derivation.history()) {
                changes.add(new Tree.Item(
                        0,
                        words.term("amendment", amendment.kind())
                                + amendment.at().map(at -> ", " + at).orElse("")
                                + amendment
                                        .reason()
                                        .map(reason -> ": " + reason)
                                        .orElse("")));
            }
            blocks.add(new Heading(3, words.word("amendments")));
            blocks.add(new Tree(changes));
        }
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
        String own = policies.basis(rule);
        String basis = own.isEmpty() ? rule.field() : own;
        return rule.evidence().map(sha256 -> basis + ", SHA-256 " + sha256).orElse(basis);
    }

    private String advice(RuleResult rule) {
        return rule.outcome() == Outcome.WAIVED ? "" : policies.advice(rule);
    }

    private void unchecked() {
        heading("unchecked.title");
        List<Tree.Item> items = new ArrayList<>();
        for (String key : List.of("unchecked.truth", "unchecked.marks", "unchecked.terms", "unchecked.human")) {
            items.add(new Tree.Item(0, words.word(key)));
        }
        blocks.add(new Tree(items));
    }
}
