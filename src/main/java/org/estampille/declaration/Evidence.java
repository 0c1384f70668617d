package org.estampille.declaration;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.estampille.catalogue.CaptureMethod;
import org.estampille.cbor.CborValue;
import org.estampille.terms.EvidenceGrade;

/**
 * On which text a rights status stands. The text itself is never kept here, only where it was, when, and its digests.
 *
 * @param url where it was found
 * @param finalUrl where redirections led
 * @param title of the document
 * @param termsVersion the vendor's own version
 * @param effectiveFrom first day in force
 * @param effectiveTo last day in force
 * @param retrievedAt when it was captured
 * @param method how
 * @param mediaType of the captured octets
 * @param rawSha256 digest of the captured octets
 * @param textSha256 digest of the visible text, normalised
 * @param textNormalisation how it was normalised, such as {@code nfc-ws-collapse/1}
 * @param archiveRef where the capture is kept
 * @param clauseRef where in the text
 * @param clauseSeen whether somebody read the clause itself
 * @param kind who speaks in it
 * @param grade how far the reading went, where it comes from a catalogue of terms; anything but first-hand is a hint, no evidence
 * @param plan for which plan it holds
 * @param language of the text
 * @param timestampToken reference to a time-stamp of the capture
 */
public record Evidence(
        Optional<String> url,
        Optional<String> finalUrl,
        Optional<String> title,
        Optional<String> termsVersion,
        Optional<LocalDate> effectiveFrom,
        Optional<LocalDate> effectiveTo,
        Optional<Moment> retrievedAt,
        Optional<CaptureMethod> method,
        Optional<String> mediaType,
        Optional<String> rawSha256,
        Optional<String> textSha256,
        Optional<String> textNormalisation,
        Optional<String> archiveRef,
        Optional<String> clauseRef,
        boolean clauseSeen,
        Optional<Kind> kind,
        Optional<EvidenceGrade> grade,
        Optional<String> plan,
        Optional<String> language,
        Optional<String> timestampToken) {

    private static final Vocabulary<CaptureMethod> METHODS =
            Vocabulary.of(List.of(CaptureMethod.values()), CaptureMethod::word);

    private static final Vocabulary<EvidenceGrade> GRADES =
            Vocabulary.of(List.of(EvidenceGrade.values()), EvidenceGrade::word);

    /** Who speaks in it. A third party's word alone proves nothing. */
    public enum Kind implements HyphenatedTerm {
        VENDOR,
        CONTRACT,
        ARCHIVE,
        THIRD_PARTY;

        static final Vocabulary<Kind> VOCABULARY = Vocabulary.of(values());
    }

    /** Whether it may count: the vendor, a contract or an archive speaks, and the text was not known from excerpts or others only. */
    public boolean isPrimary() {
        return !kind.equals(Optional.of(Kind.THIRD_PARTY))
                && grade.orElse(EvidenceGrade.FIRST_HAND) == EvidenceGrade.FIRST_HAND;
    }

    /** The grade as written. */
    public Optional<String> gradeWord() {
        return grade.map(EvidenceGrade::word);
    }

    static Evidence read(Fields fields) {
        return new Evidence(
                fields.notation("url", Notations::address, Notations.ADDRESS),
                fields.notation("finalUrl", Notations::address, Notations.ADDRESS),
                fields.text("title"),
                fields.text("termsVersion"),
                day(fields, "effectiveFrom"),
                day(fields, "effectiveTo"),
                fields.notation("retrievedAt", Moment::of, Moment.EXPECTED),
                fields.choice("method", METHODS),
                fields.text("mediaType"),
                fields.notation("rawSha256", Notations::sha256, Notations.SHA256),
                fields.notation("textSha256", Notations::sha256, Notations.SHA256),
                fields.text("textNormalisation"),
                fields.text("archiveRef"),
                fields.text("clauseRef"),
                fields.truth("clauseSeen").orElse(false),
                fields.choice("kind", Kind.VOCABULARY),
                fields.choice("grade", GRADES),
                fields.text("plan"),
                fields.text("language"),
                fields.text("timestampToken"));
    }

    private static Optional<LocalDate> day(Fields fields, String name) {
        return fields.notation(name, Moment::day, Notations.DAY);
    }

    CborValue.Map toCbor() {
        return CborValue.map()
                .putText("url", url)
                .putText("finalUrl", finalUrl)
                .putText("title", title)
                .putText("termsVersion", termsVersion)
                .putText("effectiveFrom", effectiveFrom.map(LocalDate::toString))
                .putText("effectiveTo", effectiveTo.map(LocalDate::toString))
                .putText("retrievedAt", retrievedAt.map(Moment::text))
                .putText("method", method.map(CaptureMethod::word))
                .putText("mediaType", mediaType)
                .putText("rawSha256", rawSha256)
                .putText("textSha256", textSha256)
                .putText("textNormalisation", textNormalisation)
                .putText("archiveRef", archiveRef)
                .putText("clauseRef", clauseRef)
                .put("clauseSeen", clauseSeen)
                .putText("kind", kind.map(Kind::word))
                .putText("grade", gradeWord())
                .putText("plan", plan)
                .putText("language", language)
                .putText("timestampToken", timestampToken)
                .build();
    }
}
