package org.estampille.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.estampille.bytes.ReadLimits;
import org.estampille.embed.StagedFile;
import org.estampille.manifest.ContentCache;
import org.estampille.policy.Gate;
import org.estampille.report.JsonReport;
import org.estampille.report.Problem;
import org.estampille.report.TextReport;
import org.estampille.report.VerificationReport;
import org.estampille.trust.TrustAnchors;
import org.estampille.trust.TrustList;
import org.estampille.validate.ValidationContext;
import org.estampille.verify.Verifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code estampille verify}: what files say of themselves, and whether that holds. */
@Command(
        name = "verify",
        description = "Says whether files are unaltered, who signed them, and what they declare about AI and rights.",
        mixinStandardHelpOptions = true)
public final class VerifyCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|DIR|PATTERN",
            description =
                    "Files, DASH and HLS manifests (.mpd, .m3u8) with their segments, and folders with all below them.")
    private List<String> paths = new ArrayList<>();

    @Mixin
    private TrustOptions trust = new TrustOptions();

    @Mixin
    private IdentityOptions identities = new IdentityOptions();

    @Mixin
    private PolicyOptions policies = new PolicyOptions();

    @Mixin
    private ReportOptions reports = new ReportOptions();

    @Option(names = "--require-manifest", description = "A file without a manifest fails (exit code 3); the default.")
    private boolean requireManifest;

    @Option(names = "--allow-absent", description = "A file without a manifest is all right.")
    private boolean allowAbsent;

    @Mixin
    private BeyondOptions beyond = new BeyondOptions();

    @Option(names = "--json", description = "One JSON object a line and file.")
    private boolean json;

    public VerifyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandFailure, IOException {
        if (requireManifest && allowAbsent) {
            throw new CommandFailure(ExitCode.USAGE, "--require-manifest and --allow-absent exclude each other.");
        }
        List<InputFiles.Input> named = files();
        if (named.isEmpty()) {
            throw new CommandFailure(ExitCode.USAGE, "nothing to verify: no file found.");
        }
        StreamInputs split = StreamInputs.of(named, false, ReadLimits.standard());
        Coverage coverage = Coverage.of(split.files());
        Workload workload =
                split.streams().isEmpty() ? coverage.workload(surroundings) : Workload.of(named, surroundings);
        Gate gate = policies.gate(surroundings);
        int reported = coverage.inputs().size() + split.streams().size();
        ReportOptions.Writing writing = reports.open(surroundings, policies.language(), reported);
        Printer printer = new Printer(split.streams().isEmpty() && coverage.isOne(), writing);
        try (Progress progress = Progress.of(surroundings, "octets", workload.octets())) {
            Verifier quiet = verifier(gate, workload, coverage.inputs().size());
            Verifier verifier = surroundings.interactive() ? quiet.observedBy(progress::advance) : quiet;
            for (StreamInputs.Stream stream : split.streams()) {
                printer.print(stream, verifier);
            }
            OrderedWork.run(
                    coverage.inputs(),
                    workload.threadsAcross(),
                    file -> printer.line(file, coverage, verifier.verify(file.path(), file.shown())),
                    printer::print);
            surroundings.out().flush();
            writing.finish();
            return printer.worst.code();
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** A verifier as the options ask for it; one for several files remembers what they repeat. */
    private Verifier verifier(Gate gate, Workload workload, int files) throws CommandFailure, IOException {
        ValidationContext alone = trust.context(surroundings, workload.engine(), workload.threadsWithin());
        ValidationContext context = files > 1 ? alone.remembering(ContentCache.bounded(ContentCache.USUAL)) : alone;
        TrustAnchors imported = context.lists().anchors(TrustList.Kind.CAWG);
        Verifier offline = new Verifier(context, identities.trust(surroundings.directory(), imported));
        Verifier plain = trust.remoteStores().map(offline::fetchingFrom).orElse(offline);
        return beyond.extend(plain.judgingBy(gate, ProductVersion.current()), gate, context, surroundings.directory());
    }

    /** A name that leads nowhere or to a device is kept: its report says so, and the other files are verified all the same. */
    private List<InputFiles.Input> files() throws IOException {
        List<InputFiles.Input> files = new ArrayList<>();
        for (String argument : paths) {
            try {
                files.addAll(Coverage.besideFolder(argument, surroundings.directory()));
                for (InputFiles.Input file : InputFiles.list(List.of(argument), surroundings.directory())) {
                    // What a killed run left in a folder is no file yet.
                    if (file.named()
                            || !StagedFile.isTemporary(
                                    file.relative().getFileName().toString())) {
                        files.add(file);
                    }
                }
            } catch (FileSystemException e) {
                if (argument.isBlank()) {
                    throw e;
                }
                Path path = surroundings.directory().resolve(argument);
                files.add(new InputFiles.Input(path, argument, path.getFileName(), true));
            }
        }
        return UsedSidecars.last(files);
    }

    private record Printed(
            Path file, String words, ExitCode code, Optional<VerificationReport> report, Optional<Path> sidecar) {

        private Printed followedBy(String more) {
            return new Printed(file, words + more, code, report, sidecar);
        }
    }

    /** Prints reports as they come and remembers the worst. */
    private final class Printer {

        private final boolean card;
        private final ReportOptions.Writing writing;
        private final Optional<JsonReport> jsonReport =
                json ? Optional.of(new JsonReport(policies.language())) : Optional.empty();
        private final TextReport text = new TextReport(policies.language());
        private final UsedSidecars sidecars = new UsedSidecars();
        private ExitCode worst = ExitCode.OK;

        private Printer(boolean card, ReportOptions.Writing writing) {
            this.card = card;
            this.writing = writing;
        }

        /** What will be printed: words take less room than a report that waits with everything it was made from. */
        private Printed line(InputFiles.Input file, Coverage coverage, VerificationReport report) {
            if (coverage.speaksFor(file) && saysNothing(report)) {
                return new Printed(file.path(), "", ExitCode.OK, Optional.empty(), Optional.empty());
            }
            Printed printed = printed(file.path(), report);
            return file.named() && !json && saysNothing(report)
                    ? printed.followedBy(
                            Coverage.memberOf(file).map(text::memberOf).orElse(""))
                    : printed;
        }

        private Printed printed(Path file, VerificationReport report) {
            ExitCode code = exitCode(report)
                    .worse(PolicyOptions.exitCode(report.verdicts()))
                    .worse(BeyondOptions.exitCode(report));
            return new Printed(
                    file,
                    words(report),
                    code,
                    writing.isEmpty() ? Optional.empty() : Optional.of(report),
                    UsedSidecars.of(file, report));
        }

        /** Whether a file has nothing of its own to say, so that the manifest of its collection speaks for it. */
        private static boolean saysNothing(VerificationReport report) {
            return report.state() == VerificationReport.State.ABSENT && !isAmbiguous(report)
                    || report.problem()
                            .filter(problem ->
                                    problem.kind() == Problem.Kind.UNSUPPORTED || problem.kind() == Problem.Kind.EMPTY)
                            .isPresent();
        }

        private String words(VerificationReport report) {
            if (jsonReport.isPresent()) {
                return jsonReport.get().line(report) + System.lineSeparator();
            }
            return card
                            && (report.validation().isPresent()
                                    || report.marks().isPresent()
                                    || !report.verdicts().isEmpty())
                    ? text.card(report)
                    : text.line(report) + System.lineSeparator() + text.below(report);
        }

        private void print(StreamInputs.Stream stream, Verifier verifier) {
            Path media = surroundings.directory().resolve(stream.shown());
            verifier.verify(stream.found(), stream.shown()).forEach(track -> print(printed(media, track)));
        }

        private void print(Printed printed) {
            if (sidecars.contains(printed.file())) {
                return;
            }
            printed.sidecar().ifPresent(sidecars::add);
            surroundings.out().print(printed.words());
            if (printed.report().isPresent()) {
                writing.add(printed.file(), printed.report().get());
            }
            worst = worst.worse(printed.code());
        }
    }

    private ExitCode exitCode(VerificationReport report) {
        return switch (report.state()) {
            case TRUSTED -> report.asksForReview() ? ExitCode.REVIEW : ExitCode.OK;
            case VALID -> ExitCode.REVIEW;
            case INVALID -> ExitCode.REJECTED;
            case ABSENT -> absent(report);
            case ERROR ->
                report.problem()
                                .filter(problem -> problem.kind() == Problem.Kind.UNREADABLE)
                                .isPresent()
                        ? ExitCode.IO
                        : ExitCode.INDETERMINATE;
        };
    }

    /** Several stores count as none by the standard, yet a file that carries some is not one without. */
    private ExitCode absent(VerificationReport report) {
        if (!allowAbsent) {
            return ExitCode.NO_MANIFEST;
        }
        return isAmbiguous(report) ? ExitCode.INDETERMINATE : ExitCode.OK;
    }

    private static boolean isAmbiguous(VerificationReport report) {
        return report.problem()
                .filter(problem -> problem.kind() == Problem.Kind.AMBIGUOUS)
                .isPresent();
    }
}
