package org.estampille.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.estampille.label.LabelPlan;
import org.estampille.label.LabelPlanner;
import org.estampille.label.PlannedLabel;
import org.estampille.report.label.LabelJson;
import org.estampille.report.label.LabelText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code estampille label plan}: which label is due, where, when, in which words. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Says which visible or audible label is due, where, how long, in which words, and by which "
                + "paragraph; and what would have to be known to say more. Not legal advice.")
final class LabelPlanCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The media file; may be left out with --declare.")
    private Optional<Path> file = Optional.empty();

    @Mixin
    private LabelOptions options = new LabelOptions();

    @Option(
            names = "--credits-text",
            paramLabel = "FILE",
            description = "Also write the line for the credits into this text file, for those who set the titles.")
    private Optional<Path> creditsText = Optional.empty();

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    LabelPlanCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandFailure, IOException {
        if (file.isEmpty() && options.declaration.isEmpty()) {
            throw new CommandFailure(ExitCode.USAGE, "nothing to plan for: name a media file, or give --declare.");
        }
        if (file.isPresent()) {
            LabelledContent.requireFile(file.get(), surroundings);
        }
        LabelledContent content = LabelledContent.of(file, options, surroundings);
        LabelPlan plan = content.request().map(LabelPlanner::plan).orElseGet(LabelPlanner::undeclared);
        String shown = file.or(() -> options.declaration).orElseThrow().toString();
        if (json) {
            surroundings.out().println(new LabelJson(content.base()).plan(shown, plan));
        } else {
            new LabelText(options.lang, content.base()).lines(shown, plan).forEach(surroundings.out()::println);
        }
        surroundings.out().flush();
        if (creditsText.isPresent()) {
            writeCredits(creditsText.get(), plan);
        }
        return exitCode(plan).code();
    }

    private void writeCredits(Path target, LabelPlan plan) throws CommandFailure, IOException {
        NamedFile.require("--credits-text", target, "the text file to write", surroundings);
        PlannedLabel credits = plan.labels().stream()
                .filter(label -> label.kind() == PlannedLabel.Kind.CREDITS)
                .findFirst()
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.USAGE,
                        "--credits-text " + target + ": no line for the credits is due; nothing was written."));
        Files.writeString(
                surroundings.directory().resolve(target), credits.text() + "\n", StandardOpenOption.CREATE_NEW);
    }

    /** A plan that hangs on what is not known is for a person to look at. */
    static ExitCode exitCode(LabelPlan plan) {
        boolean open = plan.gaps().stream()
                .anyMatch(gap -> gap.what() == LabelPlan.Missing.ROLE
                        || gap.what() == LabelPlan.Missing.INFORMATIVE
                        || gap.what() == LabelPlan.Missing.ARTISTIC);
        return switch (plan.answer()) {
            case CANNOT_PLAN -> ExitCode.INDETERMINATE;
            case ASK_LEGAL -> ExitCode.REVIEW;
            default -> open ? ExitCode.REVIEW : ExitCode.OK;
        };
    }
}
