package org.estampille.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.estampille.report.JsonReport;
import org.estampille.report.Problem;
import org.estampille.report.TextReport;
import org.estampille.report.VerificationReport;
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

    @Parameters(arity = "1..*", paramLabel = "FILE|DIR", description = "Files, and folders with all files below them.")
    private List<Path> paths = new ArrayList<>();

    @Mixin
    private TrustOptions trust = new TrustOptions();

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
    public Integer call() throws CommandFailure {
        if (requireManifest && allowAbsent) {
            throw new CommandFailure(ExitCode.USAGE, "--require-manifest and --allow-absent exclude each other.");
        }
        List<FileWalk.Found> files = files();
        long octets = files.stream().mapToLong(FileWalk.Found::size).sum();
        int cores = Runtime.getRuntime().availableProcessors();
        boolean single = files.size() == 1;
        ValidationContext context =
                trust.context(surroundings, Engines.forWork(files.size(), octets), single ? cores : 1);
        try (Progress progress = Progress.of(surroundings, "octets", octets)) {
            Verifier verifier = surroundings.interactive()
                    ? new Verifier(context).observedBy(progress::advance)
                    : new Verifier(context);
            Printer printer = new Printer(single && paths.size() == 1);
            OrderedWork.run(files, cores, file -> verifier.verify(file.file(), file.name()), printer::print);
            surroundings.out().flush();
            return printer.worst.code();
        }
    }

    private List<FileWalk.Found> files() throws CommandFailure {
        try {
            return FileWalk.of(surroundings.directory(), paths);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.IO, "The folder cannot be listed: " + e.getMessage() + ".");
        }
    }

    /** Prints reports as they come and remembers the worst. */
    private final class Printer {

        private final boolean card;
        private final Optional<JsonReport> jsonReport = json ? Optional.of(new JsonReport()) : Optional.empty();
        private ExitCode worst = ExitCode.OK;

        private Printer(boolean card) {
            this.card = card;
        }

        private void print(VerificationReport report) {
            if (jsonReport.isPresent()) {
                surroundings.out().println(jsonReport.get().line(report));
            } else if (card && report.validation().isPresent()) {
                surroundings.out().print(TextReport.card(report));
            } else {
                surroundings.out().println(TextReport.line(report));
            }
            worst = worst.worse(exitCode(report));
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
