package org.estampille.verify;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.cawg.IdentityResult;
import org.estampille.detect.Detection;
import org.estampille.disclosure.ContentDisclosure;
import org.estampille.extract.Extraction;
import org.estampille.report.Problem;
import org.estampille.report.VerificationReport;
import org.estampille.report.VerificationReport.Source;
import org.estampille.report.VerificationReport.State;
import org.estampille.validate.Finding;
import org.estampille.validate.StatusCode;
import org.estampille.validate.ValidationResult;

/** What is known of a file so far, and the report for each way the pipeline can end. */
record ReportDraft(String path, Optional<String> format, long bytes, Source source, Instant at) {

    private static final String STORE_TYPE = "application/c2pa";

    ReportDraft(String path, Instant at) {
        this(path, Optional.empty(), -1, Source.NONE, at);
    }

    ReportDraft sized(long length) {
        return new ReportDraft(path, format, bytes < 0 ? length : bytes, source, at);
    }

    ReportDraft detected(Detection.Detected found) {
        return ofType(found.mediaType());
    }

    ReportDraft ofType(String mediaType) {
        return new ReportDraft(path, format.or(() -> Optional.of(mediaType)), bytes, source, at);
    }

    ReportDraft ofSidecar(Path store) throws IOException {
        return new ReportDraft(path, Optional.of(STORE_TYPE), java.nio.file.Files.size(store), Source.SIDECAR, at);
    }

    ReportDraft embedded() {
        return new ReportDraft(path, format, bytes, Source.EMBEDDED, at);
    }

    ReportDraft beside() {
        return new ReportDraft(path, format, bytes, Source.SIDECAR, at);
    }

    ReportDraft fetched() {
        return new ReportDraft(path, format, bytes, Source.REMOTE, at);
    }

    /** A store that was asked for in vain: nothing is known, which is more than that there is nothing. */
    VerificationReport unreachable(String cause) {
        return fetched().end(State.ERROR, Problem.of(Problem.Kind.UNREACHABLE, cause));
    }

    /** A manifest that leads to no fragmented MP4. */
    VerificationReport withoutTracks(String what) {
        return end(State.ERROR, Problem.of(Problem.Kind.UNSUPPORTED, what));
    }

    /** A fragment of nobody knows which stream. */
    VerificationReport fragment() {
        return end(State.ERROR, Problem.of(Problem.Kind.FRAGMENT, ""));
    }

    VerificationReport undecided(String what) {
        return end(State.ERROR, Problem.of(Problem.Kind.UNDECIDED, what));
    }

    VerificationReport judged(ValidationResult result, ContentDisclosure disclosure, List<IdentityResult> identities) {
        State state = switch (result.state()) {
            case TRUSTED -> State.TRUSTED;
            case VALID -> State.VALID;
            case WELL_FORMED, INVALID -> State.INVALID;
            case INDETERMINATE -> State.ERROR;
        };
        Optional<Problem> problem = state == State.ERROR
                ? result.undecided().map(what -> Problem.of(Problem.Kind.UNDECIDED, what))
                : Optional.empty();
        return judged(state, problem, result, disclosure, identities);
    }

    /** An initialization segment: what does not hold does not hold, and what holds decides nothing about media elsewhere. */
    VerificationReport initialization(
            ValidationResult result, ContentDisclosure disclosure, List<IdentityResult> identities) {
        VerificationReport itself = judged(result, disclosure, identities);
        return itself.state() == State.INVALID
                ? itself
                : judged(
                        State.ERROR,
                        Optional.of(Problem.of(Problem.Kind.INITIALIZATION, "")),
                        result,
                        disclosure,
                        identities);
    }

    private VerificationReport judged(
            State state,
            Optional<Problem> problem,
            ValidationResult result,
            ContentDisclosure disclosure,
            List<IdentityResult> identities) {
        return new VerificationReport(
                path,
                format,
                bytes,
                state,
                source,
                Optional.of(result),
                List.of(),
                disclosure,
                identities,
                problem,
                at);
    }

    VerificationReport withoutStore(Extraction extraction) {
        if (extraction instanceof Extraction.Malformed malformed) {
            Source where = place(malformed.source());
            String detail = "at offset " + malformed.where().start() + ": " + malformed.problem();
            return brokenStore(where, detail);
        }
        if (extraction instanceof Extraction.Ambiguous several) {
            return end(State.ABSENT, Problem.of(Problem.Kind.AMBIGUOUS, Integer.toString(several.stores())));
        }
        if (extraction instanceof Extraction.Remote remote) {
            return fetched().end(State.ABSENT, Problem.of(Problem.Kind.REMOTE, remote.url()));
        }
        return report(State.ABSENT, Source.NONE, List.of(), Optional.empty());
    }

    private static Source place(String label) {
        for (Source place : Source.values()) {
            if (place.label().equals(label)) {
                return place;
            }
        }
        return Source.EMBEDDED;
    }

    VerificationReport emptyStore() {
        return brokenStore(source, "no manifest in the store");
    }

    private VerificationReport brokenStore(Source where, String detail) {
        Finding finding = new Finding(StatusCode.MANIFEST_INACCESSIBLE_MALFORMED, "", detail);
        return report(State.INVALID, where, List.of(finding), Optional.empty());
    }

    VerificationReport notMedia(Detection detection) {
        return detection instanceof Detection.Unsupported unsupported
                ? end(State.ERROR, Problem.of(Problem.Kind.UNSUPPORTED, unsupported.what()))
                : end(State.ERROR, Problem.of(Problem.Kind.EMPTY, ""));
    }

    VerificationReport strayed(Path store) throws IOException {
        return ofSidecar(store).end(State.ERROR, Problem.of(Problem.Kind.STRAY_SIDECAR, ""));
    }

    VerificationReport severalAssets(Path store, List<Path> assets) throws IOException {
        String names =
                assets.stream().map(asset -> asset.getFileName().toString()).collect(Collectors.joining(", "));
        return ofSidecar(store).end(State.ERROR, Problem.of(Problem.Kind.SEVERAL_ASSETS, names));
    }

    /** A file that is half changed is judged by nobody. */
    VerificationReport interrupted() {
        return end(State.ERROR, Problem.of(Problem.Kind.INTERRUPTED, ""));
    }

    VerificationReport unreadable(IOException e) {
        return end(State.ERROR, Problem.of(Problem.Kind.UNREADABLE, cause(e)));
    }

    private static String cause(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        String said = e instanceof FileSystemException trouble ? trouble.getReason() : e.getMessage();
        return Optional.ofNullable(said).orElse(e.getClass().getSimpleName());
    }

    VerificationReport overLimit(LimitExceededException e) {
        return end(State.ERROR, Problem.of(Problem.Kind.LIMIT, e.problem()));
    }

    VerificationReport damaged(MalformedContentException e) {
        return end(State.ERROR, Problem.at(Problem.Kind.MALFORMED, e.where().start(), e.format() + ", " + e.problem()));
    }

    private VerificationReport end(State state, Problem problem) {
        return report(state, source, List.of(), Optional.of(problem));
    }

    private VerificationReport report(State state, Source where, List<Finding> findings, Optional<Problem> problem) {
        return new VerificationReport(
                path,
                format,
                bytes,
                state,
                where,
                Optional.empty(),
                findings,
                ContentDisclosure.nothing(),
                List.of(),
                problem,
                at);
    }
}
