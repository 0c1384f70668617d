package org.estampille.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.estampille.label.LabelPlan;
import org.estampille.label.LabelPlanner;
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
        return exitCode(plan).code();
    }

    /** A plan that hangs on what is not known is for a person to look at. */
    static ExitCode exitCode(LabelPlan plan) {
        boolean open = plan.gaps().stream()
                .anyMatch(gap -> gap.what() == LabelPlan.Missing.ROLE || gap.what() == LabelPlan.Missing.INFORMATIVE);
        return switch (plan.answer()) {
            case CANNOT_PLAN -> ExitCode.INDETERMINATE;
            case ASK_LEGAL -> ExitCode.REVIEW;
            default -> open ? ExitCode.REVIEW : ExitCode.OK;
        };
    }
}
