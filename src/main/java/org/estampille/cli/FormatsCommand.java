package org.estampille.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code estampille formats}: what can be tagged and verified. */
@Command(
        name = "formats",
        mixinStandardHelpOptions = true,
        description = "Lists the formats that can be tagged and verified, and how the manifest is bound to them.")
final class FormatsCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Option(names = "--markdown", description = "Print a Markdown table that also names carriers and rules.")
    private boolean markdown;

    FormatsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        for (String line : markdown ? FormatTable.markdown() : FormatTable.text()) {
            surroundings.out().println(line);
        }
        return ExitCode.OK.code();
    }
}
