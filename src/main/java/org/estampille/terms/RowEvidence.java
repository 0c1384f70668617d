package org.estampille.terms;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.Digest;
import org.estampille.catalogue.CaptureMethod;

/**
 * What a row of the catalogue stands on.
 *
 * @param grade how far the reading goes
 * @param confidence of the reader, in words
 * @param clauseSeen whether somebody read the clause itself
 * @param clauseRef where in the text
 * @param kind who speaks: vendor, contract, archive, third-party
 * @param method how the text was captured
 * @param title of the document
 * @param url where it was found
 * @param retrievedAt the day on which it was recorded
 * @param mediaType of the recorded octets
 * @param archiveRef where the recorded octets are
 * @param textSha256 digest of the recorded text
 * @param rawSha256 digest of the recorded octets of the page
 * @param sources pages that were looked at
 */
public record RowEvidence(
        EvidenceGrade grade,
        Optional<String> confidence,
        boolean clauseSeen,
        Optional<String> clauseRef,
        Optional<String> kind,
        Optional<CaptureMethod> method,
        Optional<String> title,
        Optional<String> url,
        Optional<LocalDate> retrievedAt,
        Optional<String> mediaType,
        Optional<String> archiveRef,
        Optional<Digest> textSha256,
        Optional<Digest> rawSha256,
        List<Source> sources) {

    private static final List<String> KINDS = List.of("vendor", "contract", "archive", "third-party");

    public RowEvidence {
        sources = List.copyOf(sources);
    }

    /**
     * A page or text that was looked at.
     *
     * @param place its address, or where an archive keeps it
     * @param date printed on it or on which it was recorded, as far as known
     * @param kind whose it is
     */
    public record Source(String place, Optional<String> date, Optional<String> kind) {
        static Source read(TermsFields fields) {
            return new Source(fields.requiredText("url"), fields.text("date"), fields.text("kind"));
        }

        static Source readArchived(TermsFields fields) {
            Source source = new Source(
                    fields.requiredText("archiveRef"),
                    fields.day("retrievedAt").map(LocalDate::toString),
                    Optional.of("archive"));
            fields.sha256("textSha256");
            return source;
        }
    }

    static RowEvidence read(TermsFields fields) {
        List<Source> sources = new java.util.ArrayList<>(fields.groups("sources", Source::read));
        sources.addAll(fields.groups("alsoRead", Source::readArchived));
        fields.text("snapshotRef");
        fields.text("octets");
        return new RowEvidence(
                fields.choice("grade", EvidenceGrade.values(), EvidenceGrade::word)
                        .orElse(EvidenceGrade.D),
                fields.text("confidence"),
                fields.truth("clauseSeen").orElse(false),
                fields.text("clauseRef"),
                fields.choice("kind", KINDS),
                fields.choice("method", CaptureMethod.values(), CaptureMethod::word),
                fields.text("title"),
                fields.text("url"),
                fields.day("retrievedAt"),
                fields.text("mediaType"),
                fields.text("archiveRef"),
                fields.sha256("textSha256"),
                fields.sha256("rawSha256"),
                sources);
    }

    static RowEvidence none() {
        return read(TermsFields.nothing());
    }
}
