package org.estampille.report;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.cawg.IdentityResult;
import org.estampille.disclosure.ContentDisclosure;
import org.estampille.disclosure.Derivation;
import org.estampille.disclosure.DerivedClass;
import org.estampille.disclosure.Involvement;
import org.estampille.report.PageBlock.Table;
import org.estampille.validate.Signer;
import org.estampille.validate.SigningTime;
import org.estampille.validate.ValidatedManifest;

/** What matters of one file, on half a page: each axis has its row, none of them says that everything is fine. */
final class PageSummary {

    private final VerificationReport report;
    private final Words words;
    private final Sentences sentences;
    private final IntegritySentences integrity;
    private final List<List<String>> rows = new ArrayList<>();

    private PageSummary(VerificationReport report, Words words, Sentences sentences) {
        this.report = report;
        this.words = words;
        this.sentences = sentences;
        this.integrity = new IntegritySentences(sentences.words());
    }

    static Table of(VerificationReport report, Words words, Sentences sentences) {
        PageSummary summary = new PageSummary(report, words, sentences);
        summary.integrity();
        summary.signer();
        summary.content();
        summary.file();
        return new Table(words.word("summary"), List.of(words.word("what"), words.word("finding")), summary.rows);
    }

    private void row(String key, String value) {
        rows.add(List.of(words.word("row." + key), value));
    }

    private void integrity() {
        DeclaredLabels.title(report).ifPresent(title -> row("title", title));
        row("integrity", words.word("state." + report.state().label()));
        if (report.state() == VerificationReport.State.INVALID) {
            row("because", integrity.reason(report));
        } else {
            sentences.review(report, true).ifPresent(reason -> row("review", reason));
        }
        report.problem().ifPresent(problem -> {
            String kind = words.word("problem." + problem.kind().name());
            row("problem", words.word("pair", kind, integrity.problem(problem)));
        });
        List<String> faults = report.validation()
                .map(result -> new CollectionLines(sentences.words())
                        .faults(result.active().findings()))
                .orElse(List.of());
        if (!faults.isEmpty()) {
            row("files", String.join(words.word("between"), faults));
        }
    }

    private void signer() {
        Optional<Signer> signer = Sentences.of(report);
        if (signer.isPresent()) {
            String standing =
                    words.term("trust", Sentences.standing(signer.get().standing()));
            row("signer", Names.subject(signer.get()) + ", " + standing);
            row("revocation", sentences.revocation(signer.get().revocation()));
        }
        String active = report.validation()
                .map(result -> result.active().manifest().label())
                .orElse("");
        for (IdentityResult identity : report.identities()) {
            if (identity.manifest().equals(active)) {
                row("identity", new IdentitySentences(sentences.words()).of(identity));
            }
        }
        Optional<SigningTime> time =
                report.validation().map(result -> result.active()).map(ValidatedManifest::time);
        row(
                "time",
                time.flatMap(SigningTime::stampedAt)
                        .map(at -> at.truncatedTo(ChronoUnit.SECONDS) + ", "
                                + words.word(time.get().trusted() ? "time.trusted" : "time.untrusted"))
                        .orElse(words.word("time.none")));
    }

    private void content() {
        row("ai", involvement(report, words));
        Derivation derivation = report.disclosure().derivation();
        if (!derivation.ingredients().isEmpty()) {
            String whole = words.word("derived." + derivation.derived().label());
            boolean unknown = derivation.derived() == DerivedClass.UNKNOWN;
            row("whole", unknown ? whole : words.word("by.manifests", whole));
        }
        report.marks().ifPresent(marks -> row("marks", MarkReport.summary(marks, sentences.words())));
        report.descent().ifPresent(descent -> row("descent", sentences.descent(descent)));
    }

    /** What is said about AI, and by whom: marks that nobody signed are not the manifest. */
    static String involvement(VerificationReport report, Words words) {
        ContentDisclosure disclosure = report.disclosure();
        String word = words.word("involvement." + disclosure.involvement().label());
        return disclosure.involvement() == Involvement.UNKNOWN
                ? word
                : words.word(isSaid(disclosure) ? "by.manifest" : "by.marks", word);
    }

    /** Whether somebody signed as much. A part that was generated is not the whole. */
    private static boolean isSaid(ContentDisclosure disclosure) {
        boolean onlyPart = disclosure.involvement() == Involvement.GENERATED
                && disclosure.derivation().derived() == DerivedClass.PARTLY_GENERATED;
        return !onlyPart
                && disclosure.statements().stream()
                        .anyMatch(one -> one.counts()
                                && !one.isMark()
                                && one.involvement().compareTo(disclosure.involvement()) >= 0);
    }

    private void file() {
        report.format().ifPresent(format -> row("format", format));
        row("bytes", report.bytes() < 0 ? words.word("unknown") : Long.toString(report.bytes()));
        row("source", words.word("source." + report.source().label()));
        row("at", report.at().truncatedTo(ChronoUnit.SECONDS).toString());
    }
}
