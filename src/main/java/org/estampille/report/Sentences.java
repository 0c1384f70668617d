package org.estampille.report;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.estampille.disclosure.AiStatement;
import org.estampille.disclosure.ContentDisclosure;
import org.estampille.disclosure.Contradiction;
import org.estampille.disclosure.Descent;
import org.estampille.disclosure.Involvement;
import org.estampille.disclosure.RightsLine;
import org.estampille.manifest.Claim;
import org.estampille.revocation.Revocation;
import org.estampille.trust.TrustList;
import org.estampille.validate.Finding;
import org.estampille.validate.Signer;
import org.estampille.validate.SigningTime;
import org.estampille.validate.StatusCode;
import org.estampille.validate.TrustBasis;
import org.estampille.validate.ValidatedManifest;
import org.estampille.validate.ValidationResult;

/**
 * The sentences of all reports. Each axis has its own; none of them says that everything is fine.
 *
 * @param words of {@link Words#ofTexts}
 */
record Sentences(Words words) {

    static Sentences in(Language language) {
        return new Sentences(Words.ofTexts(language));
    }

    String signer(VerificationReport report) {
        Optional<Signer> signer = of(report);
        return signer.isEmpty()
                ? words.word("signer.unknown")
                : Names.subject(signer.get()) + ", " + inWords(signer.get());
    }

    String signerInShort(VerificationReport report) {
        Optional<Signer> signer = of(report);
        return words.word("short.signer", signer.isEmpty() ? words.word("signer.unknown") : inWords(signer.get()));
    }

    static Optional<Signer> of(VerificationReport report) {
        return report.validation().flatMap(result -> result.active().signer());
    }

    private String inWords(Signer signer) {
        if (signer.standing() == Signer.Standing.TRUSTED && signer.basis() instanceof TrustBasis.List by) {
            return words.word("signer.listed", by.list().name(), date(by.list()));
        }
        return words.word("signer." + standing(signer.standing()));
    }

    private static String date(TrustList.Origin list) {
        return list.imported().toString().substring(0, 10);
    }

    /** What decided about trust, in a sentence that also says what to do where nothing could. */
    String trustBasis(Signer signer) {
        if (signer.basis() instanceof TrustBasis.List by) {
            Instant imported = by.list().imported().truncatedTo(ChronoUnit.SECONDS);
            return words.word(
                    "basis.list", by.list().name(), imported, by.list().source());
        }
        if (signer.basis() instanceof TrustBasis.Anchors) {
            return words.word("basis.anchor");
        }
        return words.word(signer.basis() instanceof TrustBasis.Nobody ? "basis.nobody" : "basis.nothing");
    }

    /** The word of a constant in JSON. */
    static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String revocation(Revocation revocation) {
        String clause = words.term("clause", revocation.explanation().split(", says a responder", 2)[0]);
        return switch (revocation.status()) {
            case NOT_REVOKED, REVOKED ->
                revocation
                        .asOf()
                        .map(at -> words.word("revocation.says", clause, at))
                        .orElse(clause);
            case UNKNOWN, NO_SERVICE -> words.word("revocation." + label(revocation.status()));
            case NOT_CHECKED, INACCESSIBLE -> words.word("revocation." + label(revocation.status()), clause);
        };
    }

    static String standing(Signer.Standing standing) {
        return standing.name().toLowerCase(Locale.ROOT);
    }

    String time(VerificationReport report) {
        Optional<SigningTime> time =
                report.validation().map(ValidationResult::active).map(ValidatedManifest::time);
        if (time.isEmpty() || time.get().stampedAt().isEmpty()) {
            return words.word("time.none");
        }
        Instant when = time.get().stampedAt().get().truncatedTo(ChronoUnit.SECONDS);
        if (time.get().basis() instanceof TrustBasis.List by) {
            return words.word("time.listed", when, by.list().name(), date(by.list()));
        }
        return words.word(time.get().trusted() ? "time.trusted" : "time.untrusted", when);
    }

    String ai(ContentDisclosure disclosure) {
        String involvement = words.word("ai." + disclosure.involvement().label());
        String all = isByMarks(disclosure) ? words.word("ai.by-marks", involvement) : involvement;
        return disclosure.contradictions().isEmpty() ? all : words.word("ai.disagree", all);
    }

    /** Whether only marks that nobody signed lead to what is said about AI. */
    static boolean isByMarks(ContentDisclosure disclosure) {
        return disclosure.involvement() != Involvement.UNKNOWN
                && disclosure.statements().stream().noneMatch(statement -> !statement.isMark() && statement.counts())
                && disclosure.statements().stream().anyMatch(AiStatement::isMark);
    }

    /**
     * Why a person should look at a file that holds; empty where nothing asks for it.
     *
     * @param whole whether to say what it is that disagrees
     */
    Optional<String> review(VerificationReport report, boolean whole) {
        List<String> reasons = new ArrayList<>();
        List<Contradiction> disagreeing = report.disclosure().contradictions();
        if (!disagreeing.isEmpty() && whole) {
            reasons.add(words.word(
                    "review.disagree.how",
                    String.join(
                            words.word("between"),
                            disagreeing.stream().map(this::contradiction).toList())));
        } else if (!disagreeing.isEmpty()) {
            reasons.add(words.word("review.disagree"));
        }
        List<String> tools = report.disclosure().rights().stream()
                .filter(RightsLine::needsReview)
                .map(RightsLine::tool)
                .distinct()
                .toList();
        if (!tools.isEmpty()) {
            reasons.add(words.word("review.rights", String.join(", ", tools)));
        }
        if (report.asksForReview() && !report.disclosure().asksForReview()) {
            reasons.add(new IntegritySentences(words).integrity(report));
        }
        return reasons.isEmpty() ? Optional.empty() : Optional.of(String.join(words.word("between"), reasons));
    }

    String statement(AiStatement statement) {
        String value = statement.isMark()
                ? MarkReport.inShort(statement.value())
                : statement.value().substring(statement.value().lastIndexOf('/') + 1);
        String tool = statement.tool().map(name -> ", " + name).orElse("");
        return value + tool + " ("
                + words.word("strength." + statement.strength().label()) + ")";
    }

    String contradiction(Contradiction contradiction) {
        return new ContradictionSentences(words).of(contradiction);
    }

    /** Whether the history leads where it was asked to lead. */
    String descent(Descent descent) {
        String steps = words.count("descent.steps", descent.steps());
        String how = descent.relinked() ? words.word("descent.relinked") : "";
        return words.word("descent." + label(descent.link()), descent.ancestor(), steps, how);
    }

    String rights(RightsLine line) {
        String status = words.term("status", line.status());
        StringBuilder text = new StringBuilder(words.word("rights.line", line.tool(), status));
        if (line.isUnconfirmed()) {
            text.append(words.word("rights.unconfirmed"));
        } else {
            line.concluded()
                    .ifPresent(
                            concluded -> text.append(words.word("rights.reviewed", words.term("status", concluded))));
        }
        line.parent().ifPresent(name -> text.append(words.word("rights.parent", name)));
        boolean holds = line.strength() != AiStatement.Strength.UNVERIFIED;
        String evidence = words.word("rights.declared", words.term("evidence", line.state()));
        text.append(" (")
                .append(holds ? evidence : words.word("strength.unverified"))
                .append(')');
        line.uses()
                .forEach((use, permission) -> text.append(", ")
                        .append(words.term("use", use))
                        .append(' ')
                        .append(words.term("permission", permission)));
        return text.toString();
    }

    /** The status as it counts, in few words. */
    String rightsInShort(RightsLine line) {
        boolean holds = line.strength() != AiStatement.Strength.UNVERIFIED;
        String declared = words.term("status", line.status());
        String status = !holds
                ? words.word("rights.not-known")
                : line.isUnconfirmed() ? words.word("rights.doubted", declared) : declared;
        return line.tool()
                + ' '
                + status
                + line.parent()
                        .map(name -> words.word("rights.short-parent", name))
                        .orElse("");
    }

    /** Rights lines as people need them: what a parent says that the file says itself is left out. */
    static List<RightsLine> distinct(List<RightsLine> lines) {
        List<RightsLine> distinct = new ArrayList<>();
        for (RightsLine line : lines) {
            boolean said = line.parent().isPresent() && distinct.stream().anyMatch(line::saysTheSameAs);
            if (!said) {
                distinct.add(line);
            }
        }
        return distinct;
    }

    static Optional<String> generator(Claim claim) {
        if (claim.generators().isEmpty()) {
            return Optional.empty();
        }
        Claim.Generator first = claim.generators().get(0);
        return Optional.of(
                first.version().map(version -> first.name() + " " + version).orElse(first.name()));
    }

    /** Whether a finding is worth showing to people by its code. */
    static boolean isWorthShowing(Finding finding) {
        return finding.code().kind() == StatusCode.Kind.FAILURE
                || finding.code().asksForReview();
    }
}
