package org.estampille.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.estampille.cawg.IdentityResult;
import org.estampille.disclosure.AiStatement;
import org.estampille.disclosure.Contradiction;
import org.estampille.disclosure.RightsLine;
import org.estampille.manifest.Claim;
import org.estampille.validate.Finding;
import org.estampille.validate.Signer;
import org.estampille.validate.TrustBasis;

/** Reports for people, in one language: a card for one file, a line for each of many. Each axis speaks for itself. */
public final class TextReport {

    private static final int STATEMENTS = 4;
    private static final int INDENT = 11;

    private final Words words;
    private final Sentences sentences;
    private final IntegritySentences integrity;
    private final StreamLines segments;

    public TextReport(Language language) {
        this.words = Words.ofTexts(language);
        this.sentences = new Sentences(words);
        this.integrity = new IntegritySentences(words);
        this.segments = new StreamLines(words);
    }

    /** Everything that matters about one file, a few lines. */
    public String card(VerificationReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(report.path());
        DeclaredLabels.title(report).ifPresent(title -> add(lines, "title", title));
        add(lines, "integrity", integrity.integrity(report));
        stream(report, lines);
        members(report, lines);
        if (report.validation().isPresent()) {
            signature(report, lines);
        }
        add(lines, "ai", sentences.ai(report.disclosure()));
        statements(report, lines);
        new DerivationLines(words).ingredients(report.disclosure().derivation()).forEach(line -> add(lines, "", line));
        for (Contradiction contradiction : report.disclosure().contradictions()) {
            add(lines, "", words.word("disagreement", sentences.contradiction(contradiction)));
        }
        labels(report, lines);
        rights(report, lines);
        history(report, lines);
        report.marks().ifPresent(marks -> add(lines, "marks", MarkReport.summary(marks, words)));
        report.descent().ifPresent(descent -> add(lines, "descent", sentences.descent(descent)));
        sentences
                .review(report, false)
                .filter(reason -> holds(report))
                .ifPresent(reason -> add(lines, "review", reason));
        lines.addAll(PolicySentences.card(report, words.language()));
        made(report, lines);
        codes(report, lines);
        return text(lines);
    }

    private static String text(List<String> lines) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            text.append(SafeText.line(line)).append('\n');
        }
        return text.toString();
    }

    private void signature(VerificationReport report, List<String> lines) {
        add(lines, "signer", sentences.signer(report));
        hint(report, lines);
        revocation(report, lines);
        add(lines, "time", sentences.time(report));
        identities(report, lines);
    }

    private void history(VerificationReport report, List<String> lines) {
        String name = "history";
        for (String line :
                new DerivationLines(words).history(report.disclosure().derivation())) {
            add(lines, name, line);
            name = "";
        }
    }

    private void stream(VerificationReport report, List<String> lines) {
        if (report.stream().isPresent()) {
            add(lines, "segments", segments.inShort(report.stream().get()));
            segments.problems(report.stream().get()).forEach(line -> add(lines, "", line));
        }
    }

    /**
     * The problems of a track or of a collection, a line each, to be printed below its own line.
     *
     * @return text that ends with a line end, or nothing
     */
    public String below(VerificationReport report) {
        List<String> lines =
                new ArrayList<>(report.stream().map(segments::problems).orElse(List.of()));
        lines.addAll(new CollectionLines(words)
                .faults(report.validation()
                        .map(result -> result.active().findings())
                        .orElse(List.of())));
        return below(lines);
    }

    /** Which file to ask about a member of a collection, below the line of that member. */
    public String memberOf(String manifest) {
        return below(List.of(words.word("member.of", manifest)));
    }

    private static String below(List<String> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append("  ").append(SafeText.line(line)).append('\n'));
        return text.toString();
    }

    private void members(VerificationReport report, List<String> lines) {
        String name = "files";
        for (String line : new CollectionLines(words)
                .faults(report.validation()
                        .map(result -> result.active().findings())
                        .orElse(List.of()))) {
            add(lines, name, line);
            name = "";
        }
    }

    /** What to do about trust, where nothing could decide about it. */
    private void hint(VerificationReport report, List<String> lines) {
        Optional<Signer> signer =
                report.validation().flatMap(result -> result.active().signer());
        if (signer.isPresent() && signer.get().basis() instanceof TrustBasis.NothingToAsk) {
            add(lines, "", sentences.trustBasis(signer.get()));
        }
    }

    private void revocation(VerificationReport report, List<String> lines) {
        Optional<Signer> signer =
                report.validation().flatMap(result -> result.active().signer());
        if (signer.isPresent()) {
            add(lines, "revocation", sentences.revocation(signer.get().revocation()));
        }
    }

    private void identities(VerificationReport report, List<String> lines) {
        String active = report.validation()
                .map(result -> result.active().manifest().label())
                .orElse("");
        for (IdentityResult identity : report.identities()) {
            if (identity.manifest().equals(active)) {
                add(lines, "identity", new IdentitySentences(words).of(identity));
            }
        }
    }

    private void statements(VerificationReport report, List<String> lines) {
        List<AiStatement> statements = report.disclosure().statements();
        for (int i = 0; i < Math.min(STATEMENTS, statements.size()); i++) {
            add(lines, "", sentences.statement(statements.get(i)));
        }
        int more = statements.size() - STATEMENTS;
        if (more > 0) {
            add(lines, "", words.count("ai.more", more));
        }
    }

    private void labels(VerificationReport report, List<String> lines) {
        String name = "labels";
        for (String line :
                DeclaredLabels.of(report, Words.ofPages(words.language())).lines()) {
            add(lines, name, line);
            name = "";
        }
    }

    private void rights(VerificationReport report, List<String> lines) {
        String name = "rights";
        for (RightsLine line : Sentences.distinct(report.disclosure().rights())) {
            add(lines, name, sentences.rights(line));
            name = "";
            RightsDetails.lines(line, words.language()).forEach(detail -> add(lines, "", detail));
        }
        if (report.disclosure().rights().isEmpty() && report.validation().isPresent()) {
            add(lines, name, words.word(RightsDetails.isRedacted(report) ? "rights.redacted" : "rights.nothing"));
        } else if (RightsDetails.isRedacted(report)) {
            add(lines, name, words.word("rights.redacted"));
        }
    }

    private void made(VerificationReport report, List<String> lines) {
        Optional<Claim> claim =
                report.validation().flatMap(result -> result.active().manifest().claim());
        claim.flatMap(Sentences::generator).ifPresent(generator -> add(lines, "made", generator));
        Optional<Integer> members = CollectionLines.members(report);
        if (members.isPresent()) {
            add(lines, "manifest", words.count("members", members.get()));
        } else if (report.sidecarOf().isPresent()) {
            add(lines, "manifest", words.word("sidecar.for", report.sidecarOf().get(), integrity.wholeFile(report)));
        } else if (report.source() == VerificationReport.Source.SIDECAR) {
            add(lines, "manifest", words.word("sidecar.beside", integrity.wholeFile(report)));
        }
    }

    private void codes(VerificationReport report, List<String> lines) {
        List<Finding> findings =
                report.validation().map(result -> result.active().findings()).orElse(report.storeFindings());
        Set<String> shown = new LinkedHashSet<>();
        for (Finding finding : findings) {
            boolean again = CollectionLines.namesFile(finding)
                    && shown.contains(finding.code().code());
            if (Sentences.isWorthShowing(finding) && !again) {
                shown.add(finding.code().code());
                add(lines, "code", finding.code().code());
            }
        }
    }

    private void add(List<String> lines, String key, String text) {
        String name = key.isEmpty() ? "" : words.word("name." + key);
        lines.add("  " + name + " ".repeat(Math.max(1, INDENT - name.length())) + text);
    }

    /** The axes of one file on one line. */
    public String line(VerificationReport report) {
        String head = words.word(
                "rights.line",
                report.path(),
                words.word("state." + report.state().label()));
        if (report.sidecarOf().isPresent()) {
            return SafeText.line(head + ", " + integrity.sidecar(report));
        }
        List<String> axes = new ArrayList<>();
        axes.add(head + ", " + integrity.integrity(report));
        report.stream().ifPresent(stream -> axes.add(segments.inShort(stream)));
        if (report.validation().isPresent()) {
            axes.add(sentences.signerInShort(report));
            axes.add(words.word("short.ai", sentences.ai(report.disclosure())));
            for (RightsLine line : Sentences.distinct(report.disclosure().rights())) {
                axes.add(words.word("short.rights", sentences.rightsInShort(line)));
            }
        }
        report.marks().ifPresent(marks -> axes.add(words.word("short.marks", MarkReport.summary(marks, words))));
        report.descent().ifPresent(descent -> axes.add(words.word("short.descent", sentences.descent(descent))));
        if (!report.verdicts().isEmpty()) {
            PolicySentences policies = new PolicySentences(words.language());
            report.verdicts().forEach(verdict -> axes.add(words.word("short.policy", policies.inShort(verdict))));
        }
        if (!report.verdicts().isEmpty() && holds(report)) {
            sentences.review(report, false).ifPresent(reason -> axes.add(words.word("short.review", reason)));
        }
        return SafeText.line(String.join(words.word("short.between"), axes));
    }

    private static boolean holds(VerificationReport report) {
        return report.state() == VerificationReport.State.TRUSTED || report.state() == VerificationReport.State.VALID;
    }
}
