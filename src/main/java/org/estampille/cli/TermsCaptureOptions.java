package org.estampille.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.estampille.bytes.Digest;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.catalogue.CaptureMethod;
import org.estampille.report.SafeText;
import org.estampille.terms.EffectiveWindow;
import org.estampille.terms.HouseCatalogue;
import org.estampille.terms.TermsCapture;
import org.estampille.terms.TermsCatalogue;
import org.estampille.terms.TermsDigest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a person says of a text that is archived. */
final class TermsCaptureOptions {

    private static final int RECHECK_DAYS = 90;

    @Option(
            names = "--tool",
            required = true,
            paramLabel = "NAME",
            description = "The tool, as the catalogue names it.")
    private String tool = "";

    @Option(names = "--plan", required = true, paramLabel = "PLAN", description = "The plan the text is for.")
    private String plan = "";

    @Option(names = "--vendor", paramLabel = "NAME", description = "Who offers the tool.")
    private @Nullable String vendor;

    @Option(names = "--region", paramLabel = "REGION", description = "Whose terms these are, such as EEA.")
    private @Nullable String region;

    @Option(
            names = "--effective-from",
            required = true,
            paramLabel = "DATE",
            description = "First day in force, as printed.")
    private LocalDate effectiveFrom = LocalDate.EPOCH;

    @Option(names = "--effective-to", paramLabel = "DATE", description = "Last day in force.")
    private @Nullable LocalDate effectiveTo;

    @Option(names = "--clause-ref", paramLabel = "PLACE", description = "Where the clause about output is.")
    private @Nullable String clauseRef;

    @Option(names = "--clause-seen", description = "You read that clause yourself.")
    private boolean clauseSeen;

    @Option(names = "--url", paramLabel = "URL", description = "Where the saved text was found.")
    private @Nullable String url;

    @Option(names = "--title", paramLabel = "TEXT", description = "Title of the document.")
    private @Nullable String title;

    @Option(
            names = "--plan-proof",
            paramLabel = "FILE",
            description = "Invoice or plan page: only its SHA-256 is kept.")
    private @Nullable Path planProof;

    @Option(names = "--reviewer", paramLabel = "WHO", description = "Who read it; an opaque reference is enough.")
    private @Nullable String reviewer;

    @Option(names = "--conflict", description = "Contradictions are still open.")
    private boolean conflict;

    @Option(names = "--recheck-by", paramLabel = "DATE", description = "Default: 90 days after the capture.")
    private @Nullable LocalDate recheckBy;

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            description = "browser, warc, api, open-terms-archive or contract; default: browser, for an address api.")
    private @Nullable String method;

    @Option(names = "--allow-network", description = "Fetch the address. Without this, nothing is fetched.")
    private boolean network;

    @Option(names = "--force", description = "Write a capture again that is kept already.")
    private boolean force;

    ExitCode capture(String source, TermsFolder folder, Surroundings surroundings) throws CommandFailure, IOException {
        boolean address = isAddress(source);
        CaptureMethod how = method(address);
        if (!address) {
            NamedFile.require("terms capture", Path.of(source), "one saved page, PDF or Word file", surroundings);
        }
        if (planProof != null) {
            NamedFile.require("--plan-proof", planProof, "an invoice or saved plan page", surroundings);
        }
        Octets document = address
                ? fetched(source)
                : TermsFolder.read(Path.of(source), ReadLimits.standard().buffer(), surroundings);
        Optional<Digest> proof = planProof == null
                ? Optional.empty()
                : Optional.of(TermsDigest.of(surroundings.directory().resolve(planProof)));
        Instant now = surroundings.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        TermsCapture capture = describe(
                source,
                document,
                subject(address ? Optional.of(source) : Optional.ofNullable(url), how),
                proof,
                now,
                recheckBy == null ? today.plusDays(RECHECK_DAYS) : recheckBy);
        warn(folder.catalogue(surroundings), surroundings);
        return keep(capture, document, folder.house(surroundings), surroundings);
    }

    /** The capture is kept whatever the catalogue knows: a new tool has to begin somewhere. */
    private void warn(TermsCatalogue catalogue, Surroundings surroundings) {
        boolean known = catalogue.tools(tool.strip()).stream().anyMatch(tool.strip()::equalsIgnoreCase);
        if (!known) {
            surroundings
                    .err()
                    .println(SafeText.line("estampille: warning: no row of the catalogue is about a tool called \""
                            + tool.strip() + "\"; 'estampille terms list' names them, 'terms add' adds one."));
        }
    }

    private ExitCode keep(TermsCapture capture, Octets document, HouseCatalogue house, Surroundings surroundings)
            throws CommandFailure, IOException {
        if (house.has(capture) && !force) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "This very text is archived already as '" + capture.id() + "'; give --force to record it again.");
        }
        Path kept = house.store(capture, document);
        TermsWords.captured(capture).forEach(surroundings.out()::println);
        surroundings.err().println("kept in " + kept);
        return ExitCode.OK;
    }

    private TermsCapture.Subject subject(Optional<String> address, CaptureMethod how) throws CommandFailure {
        if (effectiveTo != null && effectiveTo.isBefore(effectiveFrom)) {
            throw new CommandFailure(ExitCode.USAGE, "--effective-to is before --effective-from.");
        }
        if (tool.isBlank() || plan.isBlank()) {
            throw new CommandFailure(ExitCode.USAGE, "--tool and --plan must not be blank.");
        }
        if (clauseSeen && clauseRef == null) {
            throw new CommandFailure(ExitCode.USAGE, "--clause-seen wants --clause-ref: say where the clause is.");
        }
        return new TermsCapture.Subject(
                Optional.ofNullable(vendor),
                tool.strip(),
                plan.strip(),
                Optional.ofNullable(region),
                new EffectiveWindow(Optional.of(effectiveFrom), Optional.ofNullable(effectiveTo)),
                address,
                Optional.ofNullable(title),
                how,
                how == CaptureMethod.CONTRACT
                        ? "contract"
                        : how == CaptureMethod.OPEN_TERMS_ARCHIVE ? "archive" : "vendor",
                Optional.ofNullable(clauseRef),
                clauseSeen,
                Optional.ofNullable(reviewer),
                !conflict);
    }

    private CaptureMethod method(boolean address) throws CommandFailure {
        if (method == null) {
            return address ? CaptureMethod.API : CaptureMethod.BROWSER;
        }
        return CaptureMethod.ofWord(method)
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.USAGE,
                        "--method wants browser, warc, api, open-terms-archive or contract, not '" + method + "'."));
    }

    private static TermsCapture describe(
            String source,
            Octets document,
            TermsCapture.Subject subject,
            Optional<Digest> proof,
            Instant now,
            LocalDate recheckBy)
            throws CommandFailure {
        if (document.isEmpty()) {
            throw new CommandFailure(ExitCode.USAGE, source + " is empty; there is nothing to archive.");
        }
        MediaDocument.refuse(source, document);
        try {
            return HouseCatalogue.describe(document, subject, proof, now, recheckBy, ReadLimits.standard());
        } catch (LimitExceededException e) {
            throw new CommandFailure(ExitCode.INDETERMINATE, source + " is too large to archive: " + e.problem() + ".");
        } catch (MalformedContentException e) {
            throw new CommandFailure(
                    ExitCode.INDETERMINATE,
                    source + " looks like " + e.format() + " but cannot be read: " + e.problem()
                            + ". Save it again, for example as PDF.");
        }
    }

    private Octets fetched(String address) throws CommandFailure {
        if (!network) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "Nothing is fetched without --allow-network. Give it, or save the page and capture the file.");
        }
        try {
            return TermsFolder.pages().fetch(new URI(address));
        } catch (URISyntaxException e) {
            throw new CommandFailure(ExitCode.USAGE, address + " is not an address.");
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.IO,
                    address + " cannot be fetched: " + e.getMessage()
                            + ". Save the page in a browser and capture the file with --url.");
        }
    }

    static boolean isAddress(String source) {
        String lower = source.toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://");
    }
}
