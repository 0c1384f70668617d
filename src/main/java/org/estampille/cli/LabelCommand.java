package org.estampille.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** {@code estampille label}: which label for the audience is due, and making it. */
@Command(
        name = "label",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(plan | apply)",
        description = "Says which visible or audible label AI content needs under the EU AI Act, and makes it.")
public final class LabelCommand {

    private LabelCommand() {}

    /** The command with everything below it. */
    static CommandSpec spec(Surroundings surroundings) {
        return new CommandLine(new LabelCommand())
                .addSubcommand("plan", new LabelPlanCommand(surroundings))
                .addSubcommand("apply", new LabelApplyCommand(surroundings))
                .getCommandSpec();
    }
}
