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

/** Reports for people: a card for one file, a line for each of many. Each axis speaks for itself. */
public final class TextReport {

    private static final int STATEMENTS = 4;

    private TextReport() {}

    /** Everything that matters about one file, a few lines. */
    public static String card(VerificationReport report) {
        return card(report, Language.ENGLISH);
    }

    /** The same, with what policies say in {@code language}. */
    public static String card(VerificationReport report, Language language) {
        List<String> lines = new ArrayList<>();
        lines.add(report.path());
        add(lines, "Integrity", Sentences.integrity(report));
        members(report, lines);
        if (report.validation().isPresent()) {
            add(lines, "Signer", Sentences.signer(report));
            hint(report, lines);
            revocation(report, lines);
            add(lines, "Time", Sentences.time(report));
            identities(report, lines);
        }
        add(lines, "AI", Sentences.ai(report.disclosure()));
        statements(report, lines);
        DerivationLines.ingredients(report.disclosure().derivation()).forEach(line -> add(lines, "", line));
        for (Contradiction contradiction : report.disclosure().contradictions()) {
            add(lines, "", "disagreement: " + Sentences.contradiction(contradiction));
        }
        rights(report, lines, language);
        String name = "History";
        for (String line : DerivationLines.history(report.disclosure().derivation())) {
            add(lines, name, line);
            name = "";
        }
        report.marks().ifPresent(marks -> add(lines, "Marks", MarkReport.summary(marks)));
        report.descent().ifPresent(descent -> add(lines, "Descent", Sentences.descent(descent)));
        lines.addAll(PolicySentences.card(report.verdicts(), language));
        made(report, lines);
        codes(report, lines);
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            text.append(SafeText.line(line)).append('\n');
        }
        return text.toString();
    }

    private static void members(VerificationReport report, List<String> lines) {
        String name = "Files";
        for (String line : CollectionLines.faults(
                report.validation().map(result -> result.active().findings()).orElse(List.of()))) {
            add(lines, name, line);
            name = "";
        }
    }

    /** What to do about trust, where nothing could decide about it. */
    private static void hint(VerificationReport report, List<String> lines) {
        Optional<Signer> signer =
                report.validation().flatMap(result -> result.active().signer());
        if (signer.isPresent() && signer.get().basis() instanceof TrustBasis.NothingToAsk) {
            add(lines, "", Sentences.trustBasis(signer.get()));
        }
    }

    private static void revocation(VerificationReport report, List<String> lines) {
        Optional<Signer> signer =
                report.validation().flatMap(result -> result.active().signer());
        if (signer.isPresent()) {
            add(lines, "Revocation", Sentences.revocation(signer.get().revocation()));
        }
    }

    private static void identities(VerificationReport report, List<String> lines) {
        String active = report.validation()
                .map(result -> result.active().manifest().label())
                .orElse("");
        for (IdentityResult identity : report.identities()) {
            if (identity.manifest().equals(active)) {
                add(lines, "Identity", IdentitySentences.of(identity));
            }
        }
    }

    private static void statements(VerificationReport report, List<String> lines) {
        List<AiStatement> statements = report.disclosure().statements();
        for (int i = 0; i < Math.min(STATEMENTS, statements.size()); i++) {
            add(lines, "", Sentences.statement(statements.get(i)));
        }
        int more = statements.size() - STATEMENTS;
        if (more > 0) {
            add(
                    lines,
                    "",
                    "and " + more + " more " + (more == 1 ? "statement; see it" : "statements; see them")
                            + " with --json");
        }
    }

    private static void rights(VerificationReport report, List<String> lines, Language language) {
        String name = "Rights";
        for (RightsLine line : Sentences.distinct(report.disclosure().rights())) {
            add(lines, name, Sentences.rights(line));
            name = "";
            RightsDetails.lines(line, language).forEach(detail -> add(lines, "", detail));
        }
        if (report.disclosure().rights().isEmpty() && report.validation().isPresent()) {
            add(lines, name, "nothing declared");
        }
    }

    private static void made(VerificationReport report, List<String> lines) {
        Optional<Claim> claim =
                report.validation().flatMap(result -> result.active().manifest().claim());
        claim.flatMap(Sentences::generator).ifPresent(generator -> add(lines, "Made with", generator));
        Optional<Integer> members = CollectionLines.members(report);
        if (members.isPresent()) {
            add(lines, "Manifest", "this file, for " + (members.get() == 1 ? "1 file" : members.get() + " files"));
        } else if (report.sidecarOf().isPresent()) {
            add(
                    lines,
                    "Manifest",
                    "this file, for " + report.sidecarOf().get() + " beside it" + Sentences.wholeFile(report));
        } else if (report.source() == VerificationReport.Source.SIDECAR) {
            add(lines, "Manifest", "in a file beside this one" + Sentences.wholeFile(report));
        }
    }

    private static void codes(VerificationReport report, List<String> lines) {
        List<Finding> findings =
                report.validation().map(result -> result.active().findings()).orElse(report.storeFindings());
        Set<String> shown = new LinkedHashSet<>();
        for (Finding finding : findings) {
            boolean again = CollectionLines.namesFile(finding)
                    && shown.contains(finding.code().code());
            if (Sentences.isWorthShowing(finding) && !again) {
                shown.add(finding.code().code());
                add(lines, "Code", finding.code().code());
            }
        }
    }

    private static void add(List<String> lines, String name, String text) {
        lines.add("  " + name + " ".repeat(11 - name.length()) + text);
    }

    /** The axes of one file on one line. */
    public static String line(VerificationReport report) {
        if (report.sidecarOf().isPresent()) {
            return SafeText.line(report.path() + ": " + report.state().label() + ", " + Sentences.sidecar(report));
        }
        StringBuilder text = new StringBuilder(report.path())
                .append(": ")
                .append(report.state().label())
                .append(", ")
                .append(Sentences.integrity(report));
        if (report.validation().isPresent()) {
            text.append("; ").append(Sentences.signerInShort(report));
            text.append("; AI: ").append(Sentences.ai(report.disclosure()));
            for (RightsLine line : Sentences.distinct(report.disclosure().rights())) {
                text.append("; rights: ").append(Sentences.rightsInShort(line));
            }
        }
        report.marks().ifPresent(marks -> text.append("; marks: ").append(MarkReport.summary(marks)));
        report.descent().ifPresent(descent -> text.append("; descent: ").append(Sentences.descent(descent)));
        report.verdicts().forEach(verdict -> text.append("; policy ").append(PolicySentences.inShort(verdict)));
        return SafeText.line(text.toString());
    }
}
