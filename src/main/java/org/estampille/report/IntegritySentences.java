package org.estampille.report;

import java.util.List;
import java.util.Optional;
import org.estampille.validate.Finding;
import org.estampille.validate.IngredientResult;
import org.estampille.validate.StatusCode;
import org.estampille.validate.ValidationResult;

/**
 * Whether a file is what was signed, and what stands in the way of saying so. Clauses that come from the reading of a file are
 * English in every language, and said to be.
 *
 * @param words of {@link Words#ofTexts}
 */
record IntegritySentences(Words words) {

    String integrity(VerificationReport report) {
        return switch (report.state()) {
            case TRUSTED, VALID ->
                words.word(
                        madeFromWhatDidNotHold(report)
                                ? "integrity.from-broken"
                                : padded(report)
                                        ? "integrity.padded"
                                        : incomplete(report) ? "integrity.incomplete" : "integrity.unaltered");
            case INVALID -> words.word("integrity.broken", reason(report));
            case ABSENT -> report.problem().map(this::problem).orElseGet(() -> words.word("integrity.absent"));
            case ERROR -> report.problem().map(this::problem).orElseGet(() -> words.word("integrity.error"));
        };
    }

    /** What a manifest beside a file is; what it says is said of that file. */
    String sidecar(VerificationReport report) {
        String whose = words.word("sidecar.of", report.sidecarOf().orElseGet(() -> words.word("sidecar.no-file")));
        return switch (report.state()) {
            case TRUSTED, VALID -> whose;
            case INVALID, ABSENT, ERROR -> whose + ", " + integrity(report);
        };
    }

    /** What a manifest beside a file vouches for, where that is every octet. */
    String wholeFile(VerificationReport report) {
        List<Finding> own =
                report.validation().map(result -> result.active().findings()).orElse(List.of());
        boolean whole = own.stream().anyMatch(one -> one.code() == StatusCode.ASSERTION_DATA_HASH_MATCH)
                && own.stream()
                        .noneMatch(one -> one.code() == StatusCode.ASSERTION_DATA_HASH_ADDITIONAL_EXCLUSIONS_PRESENT);
        return whole ? words.word("sidecar.whole") : "";
    }

    private static boolean madeFromWhatDidNotHold(VerificationReport report) {
        return report.validation().isPresent() && report.validation().get().madeFromWhatDidNotHold();
    }

    private static boolean padded(VerificationReport report) {
        return report.validation().isPresent() && report.validation().get().asksForReview();
    }

    private static boolean incomplete(VerificationReport report) {
        return report.stream().filter(stream -> stream.missing() > 0).isPresent();
    }

    /** The first thing that rejects it. */
    String reason(VerificationReport report) {
        List<Finding> own =
                report.validation().map(result -> result.active().findings()).orElse(report.storeFindings());
        Optional<Finding> first = firstRejection(own);
        if (first.isPresent()) {
            return CollectionLines.namesFile(first.get()) ? new CollectionLines(words).counts(own) : plain(first.get());
        }
        for (IngredientResult ingredient :
                report.validation().map(ValidationResult::ingredients).orElse(List.of())) {
            Optional<Finding> inside = firstRejection(ingredient.unrecorded());
            if (inside.isPresent()) {
                return words.word("broken.ingredient", plain(inside.get()));
            }
        }
        return words.word("broken.lacking");
    }

    private static Optional<Finding> firstRejection(List<Finding> findings) {
        return findings.stream().filter(finding -> finding.code().rejects()).findFirst();
    }

    private String plain(Finding finding) {
        String key = switch (finding.code()) {
            case ASSERTION_DATA_HASH_MISMATCH, ASSERTION_BMFF_HASH_MISMATCH, ASSERTION_BOXES_HASH_MISMATCH ->
                "broken.changed";
            case CLAIM_SIGNATURE_MISMATCH -> "broken.signature";
            case ASSERTION_HASHED_URI_MISMATCH -> "broken.statement";
            case CLAIM_SIGNATURE_OUTSIDE_VALIDITY -> "broken.outside-validity";
            case SIGNING_CREDENTIAL_OCSP_REVOKED -> "broken.revoked";
            case SIGNING_CREDENTIAL_INVALID -> "broken.unfit";
            case INGREDIENT_MANIFEST_MISSING -> "broken.ingredient-missing";
            case MANIFEST_INACCESSIBLE_MALFORMED -> "broken.unreadable";
            default -> "broken." + kind(finding.code());
        };
        return words.word(key, finding.code().code(), finding.explanation());
    }

    /** Codes are many, ways to break a rule are few. */
    private static String kind(StatusCode code) {
        String text = code.code().toLowerCase(java.util.Locale.ROOT);
        if (text.endsWith("malformed") || text.endsWith("invalid") || text.endsWith("invaliduri")) {
            return "form";
        }
        if (text.endsWith("missing") || text.endsWith("inaccessible")) {
            return "missing";
        }
        return text.endsWith("mismatch") ? "mismatch" : "rule";
    }

    /** One sentence without the name of the file: place and cause. */
    String problem(Problem problem) {
        String key = "problem." + problem.kind().name();
        return problem.kind() == Problem.Kind.MALFORMED && problem.place().isPresent()
                ? words.word(key + ".at", problem.detail(), problem.place().get())
                : words.word(key, problem.detail());
    }
}
