package org.estampille.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.estampille.bytes.ReadLimits;
import org.estampille.policy.Gate;
import org.estampille.report.JsonReport;
import org.estampille.report.Problem;
import org.estampille.report.SafeText;
import org.estampille.report.TextReport;
import org.estampille.report.VerificationReport;
import org.estampille.stream.Presentation;
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

    private static final int UNBOUND_SHOWN = 5;

    private final Surroundings surroundings;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|DIR|PATTERN",
            description = "Files, and folders with all files below them.")
    private List<String> paths = new ArrayList<>();

    @Mixin
    private TrustOptions trust = new TrustOptions();

    @Mixin
    private IdentityOptions identities = new IdentityOptions();

    @Mixin
    private PolicyOptions policies = new PolicyOptions();

    @Option(names = "--require-manifest", description = "A file without a manifest fails (exit code 3); the default.")
    private boolean requireManifest;

    @Option(names = "--allow-absent", description = "A file without a manifest is all right.")
    private boolean allowAbsent;

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
        List<InputFiles.Input> files = files();
        if (files.isEmpty()) {
            throw new CommandFailure(ExitCode.USAGE, "nothing to verify: no file found.");
        }
        Gate gate = policies.gate(surroundings);
        StreamInputs split = StreamInputs.of(files, ReadLimits.standard());
        Workload workload = Workload.of(files, surroundings);
        ValidationContext context = trust.context(surroundings, workload.engine(), workload.threadsWithin());
        try (Progress progress = Progress.of(surroundings, "octets", workload.octets())) {
            TrustAnchors imported = context.lists().anchors(TrustList.Kind.CAWG);
            Verifier offline = new Verifier(context, identities.trust(surroundings.directory(), imported));
            Verifier plain = trust.remoteStores().map(offline::fetchingFrom).orElse(offline);
            Verifier gated = plain.judgingBy(gate);
            Verifier verifier = surroundings.interactive() ? gated.observedBy(progress::advance) : gated;
            Printer printer = new Printer(files.size() == 1 && files.get(0).named());
            for (StreamInputs.Stream stream : split.streams()) {
                verifier.verify(stream.place(), stream.shown(), stream.presentation(), stream.problem())
                        .forEach(report -> printer.print(printer.line(report)));
                unbound(stream);
            }
            OrderedWork.run(
                    split.files(),
                    workload.threadsAcross(),
                    file -> printer.line(verifier.verify(file.path(), file.shown())),
                    printer::print);
            surroundings.out().flush();
            return printer.worst.code();
        }
    }

    /** What a manifest names and no fragment binding can cover is said beside the results. */
    private void unbound(StreamInputs.Stream stream) {
        stream.presentation().map(Presentation::unbound).orElse(List.of()).stream()
                .limit(UNBOUND_SHOWN)
                .forEach(one -> surroundings
                        .err()
                        .println("estampille: "
                                + SafeText.line(stream.shown() + ": not bound by fragments: "
                                        + one.file().getFileName() + " (" + one.reason() + ")")));
    }

    /** A name that leads nowhere is kept: its report says so, and the other files are verified all the same. */
    private List<InputFiles.Input> files() throws IOException {
        List<InputFiles.Input> files = new ArrayList<>();
        for (String argument : paths) {
            try {
                files.addAll(InputFiles.list(List.of(argument), surroundings.directory()));
            } catch (NoSuchFileException e) {
                Path path = surroundings.directory().resolve(argument);
                files.add(new InputFiles.Input(path, argument, path.getFileName(), true));
            }
        }
        return files;
    }

    private record Printed(String words, ExitCode code) {}

    /** Prints reports as they come and remembers the worst. */
    private final class Printer {

        private final boolean card;
        private final Optional<JsonReport> jsonReport =
                json ? Optional.of(new JsonReport(policies.language())) : Optional.empty();
        private ExitCode worst = ExitCode.OK;

        private Printer(boolean card) {
            this.card = card;
        }

        /** What will be printed: words take less room than a report that waits with everything it was made from. */
        private Printed line(VerificationReport report) {
            ExitCode code = exitCode(report).worse(PolicyOptions.exitCode(report.verdicts()));
            return new Printed(words(report), code);
        }

        private String words(VerificationReport report) {
            if (jsonReport.isPresent()) {
                return jsonReport.get().line(report) + System.lineSeparator();
            }
            return card
                            && (report.validation().isPresent()
                                    || !report.verdicts().isEmpty())
                    ? TextReport.card(report, policies.language())
                    : TextReport.line(report) + System.lineSeparator() + TextReport.fragments(report);
        }

        private void print(Printed printed) {
            surroundings.out().print(printed.words());
            worst = worst.worse(printed.code());
        }
    }

    private ExitCode exitCode(VerificationReport report) {
        return switch (report.state()) {
            case TRUSTED -> report.asksForReview() ? ExitCode.REVIEW : ExitCode.OK;
            case VALID -> ExitCode.REVIEW;
            case INVALID -> ExitCode.REJECTED;
            case ABSENT -> allowAbsent ? ExitCode.OK : ExitCode.NO_MANIFEST;
            case ERROR ->
                report.problem()
                                .filter(problem -> problem.kind() == Problem.Kind.UNREADABLE)
                                .isPresent()
                        ? ExitCode.IO
                        : ExitCode.INDETERMINATE;
        };
    }
}
