package org.estampille.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.estampille.bytes.SmallFile;
import org.estampille.declaration.ReleaseExample;
import org.estampille.policy.BundledProfiles;
import org.estampille.policy.Profile;
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
        synopsisSubcommandLabel = "(list | show PROFILE | test PROFILE | example | eval RUBRIC FILE)",
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
        return BundledProfiles.named(name)
                .orElseThrow(() ->
                        new CommandFailure(ExitCode.USAGE, "no policy '" + name + "'; there are " + names() + "."));
    }

    private static String names() {
        return String.join(", ", BundledProfiles.names());
    }

    @Command(mixinStandardHelpOptions = true, description = "Prints the names of the profiles.")
    int list(
            @Option(names = "--lang", paramLabel = "LANGUAGE", defaultValue = "en", description = "en or fr.")
                    String lang)
            throws CommandFailure {
        PolicySentences sentences = new PolicySentences(PolicyOptions.language(lang));
        for (String name : BundledProfiles.names()) {
            Profile profile = profile(name);
            surroundings.out().println(sentences.summary(profile));
        }
        surroundings.out().flush();
        return ExitCode.OK.code();
    }

    @Command(mixinStandardHelpOptions = true, description = "Prints the rules of a profile.")
    int show(
            @Parameters(paramLabel = "PROFILE", description = "A name from 'estampille policy list'.") String name,
            @Option(names = "--lang", paramLabel = "LANGUAGE", defaultValue = "en", description = "en or fr.")
                    String lang,
            @Option(names = "--yaml", description = "The profile as a file, to start a house file from.") boolean yaml)
            throws CommandFailure {
        PolicySentences sentences = new PolicySentences(PolicyOptions.language(lang));
        Profile profile = profile(name);
        if (yaml) {
            surroundings
                    .out()
                    .print(BundledProfiles.text(name)
                            .orElseThrow(() -> new CommandFailure(
                                    ExitCode.USAGE, name + " is a table of rules in the program, not a file.")));
        } else {
            profile.clauses().forEach(clause -> surroundings.out().println(sentences.clause(clause)));
        }
        surroundings.out().flush();
        return ExitCode.OK.code();
    }

    private static final int LARGEST_TABLE = 4 << 20;

    @Command(
            name = "test",
            mixinStandardHelpOptions = true,
            description = "Judges the cases of a table by a profile and says which do not come out as expected.")
    int test(
            @Parameters(paramLabel = "PROFILE", description = "A name from 'estampille policy list'.") String name,
            @Option(
                            names = "--cases",
                            paramLabel = "FILE",
                            description = "A table of cases; each profile has one of its own.")
                    Optional<Path> cases)
            throws CommandFailure, IOException {
        profile(name);
        String text = cases.isPresent()
                ? SmallFile.text(surroundings.directory().resolve(cases.get()), LARGEST_TABLE)
                : BundledProfiles.cases(name)
                        .orElseThrow(() -> new CommandFailure(
                                ExitCode.USAGE, name + " has no table of cases of its own; give one with --cases."));
        return new PolicyCases(surroundings).run(name, text).code();
    }

    @Command(mixinStandardHelpOptions = true, description = "Prints a complete release file to start from.")
    int example() {
        surroundings.out().print(ReleaseExample.yaml());
        surroundings.out().flush();
        return ExitCode.OK.code();
    }
}
