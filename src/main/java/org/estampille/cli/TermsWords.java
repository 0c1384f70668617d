package org.estampille.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.estampille.catalogue.RightsStatus;
import org.estampille.report.SafeText;
import org.estampille.terms.CaptureStanding;
import org.estampille.terms.EvidenceGrade;
import org.estampille.terms.LiveText;
import org.estampille.terms.TermsCapture;
import org.estampille.terms.TermsCatalogue;
import org.estampille.terms.TermsProblem;
import org.estampille.terms.TermsRow;
import org.estampille.terms.TermsState;

/** Sentences and tables about terms, for a terminal. */
final class TermsWords {

    private static final String ROW = "%-34s  %-30s  %-32s  %-10s  %-10s  %s";

    private TermsWords() {}

    /** Rows as a table, vendors and tools in the order of the alphabet. */
    static List<String> table(List<TermsRow> rows) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(ROW, "TOOL", "PLAN", "STATUS", "STATUT", "EVIDENCE", "IN FORCE FROM"));
        rows.stream()
                .sorted(java.util.Comparator.comparing(
                                (TermsRow row) -> row.tool().toLowerCase(Locale.ROOT))
                        .thenComparing(row -> row.plan().toLowerCase(Locale.ROOT)))
                .map(TermsWords::tableLine)
                .forEach(lines::add);
        return lines;
    }

    private static String tableLine(TermsRow row) {
        return SafeText.line(String.format(
                ROW,
                cut(row.tool(), 34),
                cut(row.plan(), 30),
                row.rights().status().word(),
                row.rights().status().statusFr(),
                row.evidence().grade().word() + (row.gateUsable() ? "" : " *"),
                row.window().from().map(LocalDate::toString).orElse("not known")));
    }

    private static String cut(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - 1) + "…";
    }

    static String footer(List<TermsRow> rows) {
        long tools = rows.stream().map(TermsRow::tool).distinct().count();
        long vendors = rows.stream().map(TermsRow::vendor).distinct().count();
        long usable = rows.stream().filter(TermsRow::gateUsable).count();
        return rows.size() + " rows, " + tools + " tools, " + vendors + " vendors; " + usable
                + " say what they give in a clause read first-hand in a dated text."
                + "\n* = not so, or open contradictions: cannot pass a gate by itself; 'terms show' says why."
                + "\nA terms status, not a copyright opinion. More: estampille terms show TOOL --history";
    }

    static String statuses() {
        return Stream.of(RightsStatus.values()).map(RightsStatus::word).collect(Collectors.joining(", "));
    }

    static boolean contains(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    static String notFound(TermsCatalogue catalogue, String tool, Optional<String> plan) {
        List<String> plans = catalogue.plans(tool);
        if (plan.isPresent() && !plans.isEmpty()) {
            return "No plan of '" + tool + "' has the words '" + plan.get() + "'; there are: "
                    + String.join("; ", plans) + ".";
        }
        String begin = tool.substring(0, Math.min(2, tool.length()));
        List<String> near = catalogue.tools(begin);
        return "The catalogue has no tool '" + tool + "'."
                + (near.isEmpty() || begin.isEmpty()
                        ? " See 'estampille terms list', or add a row of your own with 'estampille terms add'."
                        : " Near it: " + near.stream().limit(6).collect(Collectors.joining("; ")) + ".");
    }

    static String line(Path file, TermsProblem problem) {
        String field = problem.field().isEmpty() ? "" : problem.field() + ": ";
        return SafeText.line(file + ":" + problem.line() + ": " + field + problem.message());
    }

    /** Why a row cannot pass a gate by itself; empty for one that can be evidence. */
    static String gateRemark(TermsRow row) {
        return row.gateUsable() ? "" : "; cannot pass a gate by itself: " + weakness(row);
    }

    static String weakness(TermsRow row) {
        if (!row.evidence().clauseSeen()) {
            return "the clause about output was not seen first-hand";
        }
        if (!row.conflictsResolved()) {
            return "its sources contradict each other";
        }
        return row.evidence().grade() == EvidenceGrade.FIRST_HAND
                ? "the text was read and does not say who holds the rights"
                : "the clause was seen in an excerpt only, without a digest of the text";
    }

    static List<String> captured(TermsCapture capture) {
        List<String> lines = new ArrayList<>();
        lines.add("captured " + capture.id());
        lines.add("  " + capture.mediaType() + ", " + capture.octets() + " octets");
        lines.add("  raw SHA-256   " + capture.rawSha256().value().hex());
        lines.add("  text SHA-256  "
                + capture.textSha256()
                        .map(digest -> digest.value().hex())
                        .orElse("none: no text can be read in it, so changes cannot be told"));
        capture.planProofSha256()
                .ifPresent(
                        digest -> lines.add("  plan proof    " + digest.value().hex()));
        lines.add("  re-check by   " + capture.recheckBy());
        if (!capture.subject().clauseSeen()) {
            lines.add(
                    "  The clause was not confirmed as seen; read it, then capture again with --clause-ref, --clause-seen and --force.");
        }
        return lines.stream().map(SafeText::line).toList();
    }

    static List<String> standing(CaptureStanding standing) {
        TermsCapture capture = standing.capture();
        return List.of(
                SafeText.line(String.format("%-15s  %s", standing.state().wireName(), capture.id())),
                SafeText.line("                 " + reason(standing)),
                SafeText.line("                 " + remedy(standing)));
    }

    /** Why a capture has its state. */
    static String reason(CaptureStanding standing) {
        TermsCapture capture = standing.capture();
        return switch (standing.state()) {
            case CURRENT ->
                "The archived text has the recorded digest; re-check due by " + capture.recheckBy() + "."
                        + notAsked(standing);
            case STALE ->
                "The re-check was due by " + capture.recheckBy() + "; no newer text is known." + notAsked(standing);
            case SUPERSEDED ->
                standing.newer()
                        .map(id -> "Newer terms are known: " + id + ".")
                        .orElse("The page at " + capture.subject().url().orElse("its address")
                                + " has another text now.");
            case OUT_OF_WINDOW -> "The day is outside the days in force, " + window(capture) + ".";
            case UNREACHABLE ->
                "The page is gone (" + standing.lookUp().orElse("no answer")
                        + "); the archived text has the recorded digest.";
            case ARCHIVE_MISSING ->
                "Only the digest is at hand; " + capture.archiveRef() + " is not there." + notAsked(standing);
            case TAMPERED -> capture.archiveRef() + " does not have the recorded digest.";
            case CONFLICT -> "The reviewer left contradictions open.";
        };
    }

    /** A look-up that failed is said where nothing weightier hides it. */
    private static String notAsked(CaptureStanding standing) {
        return standing.live() == LiveText.NO_ANSWER
                ? " The address could not be asked (" + standing.lookUp().orElse("no answer")
                        + "), so whether the page changed is not known."
                : "";
    }

    static String window(TermsCapture capture) {
        return capture.subject().window().from().map(LocalDate::toString).orElse("open") + " to "
                + capture.subject().window().to().map(LocalDate::toString).orElse("open");
    }

    /** What to do about a capture: one whose clause nobody read, or that names no reader, is no evidence yet. */
    static String remedy(CaptureStanding standing) {
        TermsCapture.Subject subject = standing.capture().subject();
        if (standing.state() == TermsState.CURRENT && !subject.clauseSeen()) {
            return "Nobody has read the clause: read it, then capture again with --clause-ref, --clause-seen, --reviewer and"
                    + " --force.";
        }
        if (standing.state() == TermsState.CURRENT && subject.reviewer().isEmpty()) {
            return "No reviewer is named: capture again with --reviewer and --force.";
        }
        return remedy(standing.state());
    }

    /** What to do about a state. */
    static String remedy(TermsState state) {
        return switch (state) {
            case CURRENT -> "Nothing to do.";
            case STALE -> "Read the terms again and capture them; record the delivery lock if the work is delivered.";
            case SUPERSEDED ->
                "The old terms govern what was made under them; read the new ones for retroactive clauses.";
            case OUT_OF_WINDOW -> "Capture the terms that are in force on that day.";
            case UNREACHABLE -> "Keep the archive; look for the new address of the terms.";
            case ARCHIVE_MISSING -> "Put the archived file back, or capture the terms again.";
            case TAMPERED -> "Restore the file from a backup; until then it proves nothing.";
            case CONFLICT -> "Settle the contradiction, then capture again without --conflict.";
        };
    }

    static ExitCode exitCode(CaptureStanding standing) {
        TermsCapture.Subject subject = standing.capture().subject();
        return switch (standing.state()) {
            case CURRENT, UNREACHABLE ->
                subject.clauseSeen() && subject.reviewer().isPresent() ? ExitCode.OK : ExitCode.REVIEW;
            case STALE, SUPERSEDED, ARCHIVE_MISSING -> ExitCode.REVIEW;
            case OUT_OF_WINDOW, TAMPERED, CONFLICT -> ExitCode.REJECTED;
        };
    }
}
