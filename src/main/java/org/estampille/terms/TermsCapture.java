package org.estampille.terms;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.Digest;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.Octets;
import org.estampille.catalogue.CaptureMethod;

/**
 * A text of terms that a house archived, with its digests and dates. The text itself stays in the archive.
 *
 * @param subject what it is about and what a person said of it
 * @param retrievedAt when it was captured
 * @param mediaType of the archived octets
 * @param octets their number
 * @param rawSha256 their digest: the proof
 * @param textSha256 digest of the visible text, normalised: tells whether something changed; absent where there is no text
 * @param archiveRef the archived file, relative to the catalogue folder
 * @param planProofSha256 digest of an invoice or plan page, kept by the house
 * @param recheckBy last day on which it counts without another look
 */
public record TermsCapture(
        Subject subject,
        Instant retrievedAt,
        String mediaType,
        long octets,
        Digest rawSha256,
        Optional<Digest> textSha256,
        String archiveRef,
        Optional<Digest> planProofSha256,
        LocalDate recheckBy) {

    static final String SCHEMA = "terms-capture/1.0";
    private static final List<String> KINDS = List.of("vendor", "contract", "archive", "third-party");

    /**
     * What people say of a capture.
     *
     * @param vendor who offers the tool
     * @param tool as people call it
     * @param plan subscription or agreement
     * @param region whose terms these are
     * @param window days in force
     * @param url where the text was found
     * @param title of the document
     * @param method how it was captured
     * @param kind who speaks: vendor, contract, archive, third-party
     * @param clauseRef where the output clause is
     * @param clauseSeen whether somebody read it
     * @param reviewer who
     * @param conflictsResolved false where contradictions are open
     */
    public record Subject(
            Optional<String> vendor,
            String tool,
            String plan,
            Optional<String> region,
            EffectiveWindow window,
            Optional<String> url,
            Optional<String> title,
            CaptureMethod method,
            String kind,
            Optional<String> clauseRef,
            boolean clauseSeen,
            Optional<String> reviewer,
            boolean conflictsResolved) {}

    /** Names the capture: tool, plan, region where one is given, first day, begin of the digest. */
    public String id() {
        String day = subject.window().from().map(LocalDate::toString).orElse("undated");
        String region = subject.region().map(place -> "." + slug(place)).orElse("");
        return slug(subject.tool()) + "." + slug(subject.plan()) + region + "." + day + "."
                + rawSha256.value().hex().substring(0, 8);
    }

    /** Whether {@code other} is about the same tool, plan and region. */
    public boolean sameSubject(TermsCapture other) {
        return TermsRow.folded(subject.tool()).equals(TermsRow.folded(other.subject.tool()))
                && TermsRow.folded(subject.plan()).equals(TermsRow.folded(other.subject.plan()))
                && TermsRow.folded(subject.region().orElse(""))
                        .equals(TermsRow.folded(other.subject.region().orElse("")));
    }

    /** Whether this capture holds newer terms than {@code older}, in force by {@code day}. */
    public boolean succeeds(TermsCapture older, LocalDate day) {
        LocalDate from = subject.window().from().orElse(LocalDate.MIN);
        boolean later = from.isAfter(older.subject.window().from().orElse(LocalDate.MIN)) && !from.isAfter(day);
        boolean sameText = textSha256.isPresent() && textSha256.equals(older.textSha256);
        return sameSubject(older) && later && !sameText;
    }

    private static String slug(String text) {
        StringBuilder slug = new StringBuilder();
        for (int i = 0; i < text.length() && slug.length() < 32; i++) {
            char c = Character.toLowerCase(text.charAt(i));
            boolean plain = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
            if (plain) {
                slug.append(c);
            } else if (slug.length() > 0 && slug.charAt(slug.length() - 1) != '-') {
                slug.append('-');
            }
        }
        int end = slug.length() > 0 && slug.charAt(slug.length() - 1) == '-' ? slug.length() - 1 : slug.length();
        return end == 0 ? "x" : slug.substring(0, end);
    }

    static TermsDocument<TermsCapture> read(Octets file) {
        return TermsDocument.read(file, TermsCapture::read);
    }

    private static TermsCapture read(TermsFields fields) {
        fields.requiredText("schema");
        fields.choice("schema", List.of(SCHEMA));
        Subject subject = new Subject(
                fields.text("vendor"),
                fields.requiredText("tool"),
                fields.requiredText("plan"),
                fields.text("region"),
                TermsRow.window(fields),
                fields.text("url"),
                fields.text("title"),
                fields.choice("method", CaptureMethod.values(), CaptureMethod::word)
                        .orElse(CaptureMethod.BROWSER),
                fields.choice("kind", KINDS).orElse("vendor"),
                fields.text("clauseRef"),
                fields.truth("clauseSeen").orElse(false),
                fields.text("reviewer"),
                fields.truth("conflictsResolved").orElse(true));
        fields.choice("textNormalisation", List.of(NormalisedText.METHOD));
        return new TermsCapture(
                subject,
                instant(fields),
                fields.requiredText("mediaType"),
                number(fields),
                required(fields, "rawSha256"),
                fields.sha256("textSha256"),
                fields.requiredText("archiveRef"),
                fields.sha256("planProofSha256"),
                fields.requiredDay("recheckBy"));
    }

    private static Digest required(TermsFields fields, String name) {
        fields.requiredText(name);
        return fields.sha256(name).orElse(new Digest(HashAlgorithm.SHA256, Octets.empty()));
    }

    private static long number(TermsFields fields) {
        String text = fields.requiredText("octets");
        if (!text.matches("[0-9]{1,15}")) {
            fields.problem("octets", "is not a number of octets");
            return 0;
        }
        return Long.parseLong(text);
    }

    private static Instant instant(TermsFields fields) {
        try {
            return Instant.parse(fields.requiredText("retrievedAt"));
        } catch (DateTimeException notATime) {
            fields.problem("retrievedAt", "is not a time in UTC such as 2026-10-02T09:14:00Z");
            return Instant.EPOCH;
        }
    }

    /** As the catalogue folder keeps it. */
    String yaml() {
        YamlLines lines = new YamlLines()
                .put("schema", SCHEMA)
                .put("vendor", subject.vendor())
                .put("tool", subject.tool())
                .put("plan", subject.plan())
                .put("region", subject.region())
                .put("effectiveFrom", subject.window().from().map(LocalDate::toString))
                .put("effectiveTo", subject.window().to().map(LocalDate::toString))
                .put("url", subject.url())
                .put("title", subject.title())
                .put("method", subject.method().word())
                .put("kind", subject.kind())
                .put("clauseRef", subject.clauseRef())
                .put("clauseSeen", String.valueOf(subject.clauseSeen()))
                .put("reviewer", subject.reviewer())
                .put("conflictsResolved", String.valueOf(subject.conflictsResolved()))
                .put("retrievedAt", retrievedAt.toString())
                .put("mediaType", mediaType)
                .put("octets", String.valueOf(octets))
                .put("rawSha256", rawSha256.value().hex())
                .put("textSha256", textSha256.map(digest -> digest.value().hex()))
                .put("textNormalisation", textSha256.map(digest -> NormalisedText.METHOD))
                .put("archiveRef", archiveRef)
                .put(
                        "planProofSha256",
                        planProofSha256.map(digest -> digest.value().hex()))
                .put("recheckBy", recheckBy.toString());
        return lines.text();
    }
}
