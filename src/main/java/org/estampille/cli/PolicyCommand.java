package org.estampille.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.estampille.declaration.ReleaseExample;
import org.estampille.policy.Profile;
import org.estampille.policy.RightsProfile;
import org.estampille.report.PolicySentences;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code estampille policy}: the profiles there are, the rules of one, and an example of a release file. */
@Command(
        name = "policy",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(list | show PROFILE | example | eval RUBRIC FILE)",
        description = "Lists the profiles that verify --policy judges by, and their rules.")
public final class PolicyCommand {

    private final Surroundings surroundings;

    public PolicyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** The command with everything below it. */
    static CommandSpec spec(Surroundings surroundings) {
        return new CommandLine(new PolicyCommand(surroundings))
                .addSubcommand("eval", new PolicyEvalCommand(surroundings))
                .getCommandSpec();
    }

    /** The profile of that name. */
    static Profile profile(String name) throws CommandFailure {
        return RightsProfile.named(name)
                .orElseThrow(() ->
                        new CommandFailure(ExitCode.USAGE, "no policy '" + name + "'; there are " + names() + "."));
    }

    private static String names() {
        return Arrays.stream(RightsProfile.values()).map(Profile::label).collect(Collectors.joining(", "));
    }

    @Command(mixinStandardHelpOptions = true, description = "Prints the names of the profiles.")
    int list() {
        for (Profile profile : RightsProfile.values()) {
            surroundings
                    .out()
                    .println(profile.label() + ": " + profile.clauses().size()
                            + " rules on the rights that AI tools' terms give");
        }
        surroundings.out().flush();
        return ExitCode.OK.code();
    }

    @Command(mixinStandardHelpOptions = true, description = "Prints the rules of a profile.")
    int show(
            @Parameters(paramLabel = "PROFILE", description = "theatrical, broadcast or streaming.") String name,
            @Option(names = "--lang", paramLabel = "LANGUAGE", defaultValue = "en", description = "en or fr.")
                    String lang)
            throws CommandFailure {
        PolicySentences sentences = new PolicySentences(PolicyOptions.language(lang));
        for (Profile.Clause clause : profile(name).clauses()) {
            surroundings
                    .out()
                    .println(clause.id() + "  " + sentences.outcome(clause.violation()) + "  "
                            + sentences.requirement(clause.id()) + "  (" + clause.field() + ")");
        }
        surroundings.out().flush();
        return ExitCode.OK.code();
    }

    @Command(mixinStandardHelpOptions = true, description = "Prints a complete release file to start from.")
    int example() {
        surroundings.out().print(ReleaseExample.yaml());
        surroundings.out().flush();
        return ExitCode.OK.code();
    }
}
