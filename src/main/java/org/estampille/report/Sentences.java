package org.estampille.report;

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
import org.estampille.validate.IngredientResult;
import org.estampille.validate.Signer;
import org.estampille.validate.SigningTime;
import org.estampille.validate.StatusCode;
import org.estampille.validate.TrustBasis;
import org.estampille.validate.ValidatedManifest;
import org.estampille.validate.ValidationResult;

/** The words of all reports. Each axis has its own sentence; none of them says that everything is fine. */
final class Sentences {
    private Sentences() {}

    static String integrity(VerificationReport report) {
        return switch (report.state()) {
            case TRUSTED, VALID ->
                madeFromWhatDidNotHold(report)
                        ? "unaltered since it was signed, but made from a file that did not hold when it was signed"
                        : padded(report)
                                ? "unaltered since it was signed, but its padding holds data that nobody signed"
                                : "unaltered since it was signed";
            case INVALID -> "does not hold: " + reason(report);
            case ABSENT ->
                report.problem().map(problem -> problem(report, problem)).orElse("no manifest, so nothing is known");
            case ERROR ->
                report.problem().map(problem -> problem(report, problem)).orElse("could not be judged");
        };
    }

    /** What a manifest beside a file is; what it says is said of that file. */
    static String sidecar(VerificationReport report) {
        String whose = "the manifest of " + report.sidecarOf().orElse("no file");
        return switch (report.state()) {
            case TRUSTED, VALID -> whose;
            case INVALID, ABSENT, ERROR -> whose + ", " + integrity(report);
        };
    }

    /** What a manifest beside a file vouches for, where that is every octet. */
    static String wholeFile(VerificationReport report) {
        List<Finding> own =
                report.validation().map(result -> result.active().findings()).orElse(List.of());
        boolean whole = own.stream().anyMatch(one -> one.code() == StatusCode.ASSERTION_DATA_HASH_MATCH)
                && own.stream()
                        .noneMatch(one -> one.code() == StatusCode.ASSERTION_DATA_HASH_ADDITIONAL_EXCLUSIONS_PRESENT);
        return whole ? " (external manifest, whole-file binding)" : "";
    }

    private static boolean madeFromWhatDidNotHold(VerificationReport report) {
        return report.validation().isPresent() && report.validation().get().madeFromWhatDidNotHold();
    }

    private static boolean padded(VerificationReport report) {
        return report.validation().isPresent() && report.validation().get().asksForReview();
    }

    /** The first thing that rejects it. */
    private static String reason(VerificationReport report) {
        List<Finding> own =
                report.validation().map(result -> result.active().findings()).orElse(report.storeFindings());
        Optional<Finding> first = firstRejection(own);
        if (first.isPresent()) {
            return CollectionLines.namesFile(first.get()) ? CollectionLines.counts(own) : plain(first.get());
        }
        for (IngredientResult ingredient :
                report.validation().map(ValidationResult::ingredients).orElse(List.of())) {
            Optional<Finding> inside = firstRejection(ingredient.unrecorded());
            if (inside.isPresent()) {
                return "an ingredient does not hold (" + plain(inside.get()) + ")";
            }
        }
        return "it lacks what a valid manifest needs";
    }

    private static Optional<Finding> firstRejection(List<Finding> findings) {
        for (Finding finding : findings) {
            if (finding.code().rejects()) {
                return Optional.of(finding);
            }
        }
        return Optional.empty();
    }

    private static String plain(Finding finding) {
        return switch (finding.code()) {
            case ASSERTION_DATA_HASH_MISMATCH, ASSERTION_BMFF_HASH_MISMATCH, ASSERTION_BOXES_HASH_MISMATCH ->
                "the file was changed after it was signed";
            case CLAIM_SIGNATURE_MISMATCH -> "the signature is wrong";
            case ASSERTION_HASHED_URI_MISMATCH -> "a signed statement was changed";
            case CLAIM_SIGNATURE_OUTSIDE_VALIDITY -> "the signer's certificate was not valid then";
            case SIGNING_CREDENTIAL_OCSP_REVOKED -> "the signer's certificate is revoked";
            case SIGNING_CREDENTIAL_INVALID -> "the signer's certificate is not fit for signing media";
            case INGREDIENT_MANIFEST_MISSING -> "the manifest of an ingredient is missing";
            case MANIFEST_INACCESSIBLE_MALFORMED -> "the manifest store cannot be read, " + finding.explanation();
            default -> finding.code().code() + ", " + finding.explanation();
        };
    }

    static String signer(VerificationReport report) {
        Optional<Signer> signer =
                report.validation().flatMap(result -> result.active().signer());
        return signer.isEmpty() ? "unknown" : Names.subject(signer.get()) + ", " + inWords(signer.get());
    }

    static String signerInShort(VerificationReport report) {
        Optional<Signer> signer =
                report.validation().flatMap(result -> result.active().signer());
        return signer.isEmpty() ? "signer unknown" : "signer " + inWords(signer.get());
    }

    private static String inWords(Signer signer) {
        return switch (signer.standing()) {
            case TRUSTED ->
                signer.basis() instanceof TrustBasis.List by
                        ? "on a list you trust (" + by.list().name() + ", imported " + date(by.list()) + ")"
                        : "on a list you trust";
            case UNTRUSTED -> "not on a list you trust";
            case EXPIRED -> "certificate not valid at that time";
            case UNFIT -> "certificate not fit for signing media";
        };
    }

    private static String date(TrustList.Origin list) {
        return list.imported().toString().substring(0, 10);
    }

    /** What decided about trust, in a sentence that also says what to do where nothing could. */
    static String trustBasis(Signer signer) {
        if (signer.basis() instanceof TrustBasis.List by) {
            return "list " + by.list().name() + ", imported "
                    + by.list().imported().truncatedTo(ChronoUnit.SECONDS) + " from "
                    + by.list().source();
        }
        if (signer.basis() instanceof TrustBasis.Anchors) {
            return "an anchor given on the command line";
        }
        return signer.basis() instanceof TrustBasis.Nobody
                ? "no list or anchor of yours vouches for the signer"
                : "you have no trust list, so no signer can be trusted; import one: "
                        + "estampille trust import FILE --purpose claim";
    }

    /** The word of a constant in JSON. */
    static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String revocation(Revocation revocation) {
        return switch (revocation.status()) {
            case NOT_REVOKED, REVOKED -> revocation.explanation();
            case UNKNOWN -> "the responder does not know the certificate";
            case NOT_CHECKED -> "not checked, " + revocation.explanation();
            case INACCESSIBLE -> "not known, " + revocation.explanation();
            case NO_SERVICE -> "not checked, the certificate names no responder";
        };
    }

    static String standing(Signer.Standing standing) {
        return standing.name().toLowerCase(Locale.ROOT);
    }

    static String time(VerificationReport report) {
        Optional<SigningTime> time =
                report.validation().map(ValidationResult::active).map(ValidatedManifest::time);
        if (time.isEmpty() || time.get().stampedAt().isEmpty()) {
            return "no time-stamp, so the date of signing is not known";
        }
        String when =
                time.get().stampedAt().get().truncatedTo(ChronoUnit.SECONDS).toString();
        if (time.get().basis() instanceof TrustBasis.List by) {
            return "signed before " + when + ", stamped by an authority on a list you trust ("
                    + by.list().name() + ", imported " + date(by.list()) + ")";
        }
        return time.get().trusted()
                ? "signed before " + when + ", stamped by an authority you trust"
                : "stamped " + when + " by an authority not on a list you trust";
    }

    static String ai(ContentDisclosure disclosure) {
        String words = switch (disclosure.involvement()) {
            case GENERATED -> "made by AI";
            case MODIFIED -> "partly made or changed by AI";
            case ASSISTIVE -> "worked on with the help of AI, nothing newly generated";
            case NONE_DECLARED -> "no use of AI declared";
            case UNKNOWN -> "not known";
        };
        boolean byMarks = disclosure.involvement() != Involvement.UNKNOWN
                && disclosure.statements().stream().noneMatch(statement -> !statement.isMark() && statement.counts());
        String all = byMarks && disclosure.statements().stream().anyMatch(AiStatement::isMark)
                ? words + ", by marks that nobody signed"
                : words;
        return disclosure.contradictions().isEmpty() ? all : all + ", and statements disagree";
    }

    static String statement(AiStatement statement) {
        String value = statement.isMark()
                ? MarkReport.inShort(statement.value())
                : statement.value().substring(statement.value().lastIndexOf('/') + 1);
        String tool = statement.tool().map(name -> ", " + name).orElse("");
        String who = switch (statement.strength()) {
            case SIGNER -> "says the signer";
            case DECLARED -> "declared, passed on by the signer";
            case INGREDIENT_SIGNER -> "says the signer of an ingredient";
            case UNVERIFIED -> "said in a manifest that does not hold";
            case HARD_MARK -> "hard mark, unsigned";
            case MEDIUM_MARK -> "medium mark, unsigned";
            case WEAK_MARK -> "weak mark, unsigned";
        };
        return value + tool + " (" + who + ")";
    }

    static String contradiction(Contradiction contradiction) {
        AiStatement other = contradiction.other();
        if (other.isMark()) {
            String mark = MarkReport.inShort(other.value())
                    + other.tool().map(tool -> " (" + tool + ")").orElse("");
            return switch (other.kind()) {
                case PARENT_MARK -> "the parent is marked \"" + mark + "\", and this file neither is nor says so";
                case WATERMARK ->
                    "a watermark says \"" + mark + "\", against \""
                            + contradiction.one().value() + "\"";
                default ->
                    "\"" + contradiction.one().value() + "\" does not go with the "
                            + other.strength().label().replace('-', ' ') + " \"" + mark + "\" in " + other.where();
            };
        }
        return "\"" + contradiction.oneInShort() + "\" does not go with \"" + contradiction.otherInShort() + "\"";
    }

    /** Whether the history leads where it was asked to lead. */
    static String descent(Descent descent) {
        String steps = descent.steps() == 1 ? "one step" : descent.steps() + " steps";
        String how = descent.relinked() ? ", linked afterwards by a signer who compared no picture or sound" : "";
        return switch (descent.link()) {
            case SAME -> "this is " + descent.ancestor() + " itself";
            case PARENT -> "made from " + descent.ancestor() + ", " + steps + " back" + how;
            case COMPONENT -> "contains " + descent.ancestor() + " as a part, " + steps + " back" + how;
            case BROKEN -> "a chain to " + descent.ancestor() + " is stated, but a manifest in it does not hold";
            case NONE -> "not shown: the history does not name " + descent.ancestor();
            case UNKNOWN -> "not known: this file has no manifest that holds, so it has no history";
        };
    }

    static String rights(RightsLine line) {
        StringBuilder text = new StringBuilder(line.tool()).append(": ").append(line.status());
        if (line.isUnconfirmed()) {
            text.append(" as declared, but the reviewer could not tell: treat as unknown");
        } else {
            line.concluded()
                    .ifPresent(concluded -> text.append(", reviewed as ").append(concluded));
        }
        line.parent().ifPresent(name -> text.append(", from parent ").append(name));
        boolean holds = line.strength() != AiStatement.Strength.UNVERIFIED;
        text.append(holds ? " (declared, evidence " + line.state() + ")" : " (said in a manifest that does not hold)");
        line.uses()
                .forEach((use, permission) ->
                        text.append(", ").append(use).append(' ').append(permission));
        return text.toString();
    }

    /** The status as it counts, in few words. */
    static String rightsInShort(RightsLine line) {
        boolean holds = line.strength() != AiStatement.Strength.UNVERIFIED;
        String status = !holds
                ? "not known"
                : line.isUnconfirmed() ? "unknown (declared " + line.status() + ")" : line.status();
        return line.tool()
                + ' '
                + status
                + line.parent().map(name -> " (from parent " + name + ")").orElse("");
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

    /** One sentence without the name of the file: place and cause. */
    static String problem(VerificationReport report, Problem problem) {
        String place =
                problem.place().map(offset -> "at offset " + offset + ": ").orElse("");
        return switch (problem.kind()) {
            case UNSUPPORTED -> "this kind of file is not read here (" + problem.detail() + ")";
            case EMPTY -> "the file is empty";
            case MALFORMED -> "the file is damaged " + place + problem.detail();
            case LIMIT -> "not judged, " + problem.detail();
            case UNREADABLE -> "cannot be read: " + problem.detail();
            case UNDECIDED -> "cannot be judged here: the manifest uses " + problem.detail();
            case AMBIGUOUS -> problem.detail() + " manifest stores in one file count as none";
            case REMOTE -> "the manifest is kept elsewhere and was not fetched: " + problem.detail();
            case UNREACHABLE -> "the manifest is kept elsewhere and could not be fetched, " + problem.detail();
            case STRAY_SIDECAR -> "a manifest store without the file it belongs to beside it";
        };
    }

    /** Whether a finding is worth showing to people by its code. */
    static boolean isWorthShowing(Finding finding) {
        return finding.code().kind() == StatusCode.Kind.FAILURE
                || finding.code().asksForReview();
    }
}
