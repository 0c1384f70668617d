package org.estampille.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code estampille policy}: rules that files are judged by. */
@Command(
        name = "policy",
        mixinStandardHelpOptions = true,
        description = "Evaluates rules over what the manifests of a file say.")
final class PolicyCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    private PolicyCommand() {}

    /** The command with everything below it. */
    static CommandSpec spec(Surroundings surroundings) {
        return new CommandLine(new PolicyCommand())
                .addSubcommand("eval", new PolicyEvalCommand(surroundings))
                .getCommandSpec();
    }

    @Override
    public Integer call() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "say which: 'policy eval'");
        }
        return ExitCode.USAGE.code();
    }
}
