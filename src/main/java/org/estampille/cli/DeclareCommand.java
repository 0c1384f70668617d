package org.estampille.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.declaration.AiUse;
import org.estampille.declaration.DeclarationExample;
import org.estampille.declaration.DeclarationOutcome;
import org.estampille.declaration.DeclarationProblem;
import org.estampille.report.SafeText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code estampille declare}: an example of a declaration, and the check of declarations. */
@Command(
        name = "declare",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(new | from-cut FILE | example | check FILE...)",
        description = "Helps to write a declaration of AI use and output rights.")
public final class DeclareCommand {

    private final Surroundings surroundings;

    public DeclareCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Command(
            name = "new",
            mixinStandardHelpOptions = true,
            sortOptions = false,
            description = "Makes a declaration: asks in a terminal what the options leave open.")
    int create(@Mixin NewDeclarationOptions answers) throws CommandFailure, IOException {
        return new NewDeclaration(answers, surroundings).run();
    }

    @Command(
            name = "from-cut",
            mixinStandardHelpOptions = true,
            sortOptions = false,
            description = "The same, with the time codes of the clips of a cut that were made with AI.")
    int fromCut(
            @Parameters(paramLabel = "CUT", description = "OpenTimelineIO, CMX 3600 EDL or CSV.") Path cut,
            @Mixin NewDeclarationOptions answers)
            throws CommandFailure, IOException {
        answers.cut.file = Optional.of(cut);
        return new NewDeclaration(answers, surroundings).run();
    }

    @Command(mixinStandardHelpOptions = true, description = "Prints a complete declaration to start from.")
    int example() {
        surroundings.out().print(DeclarationExample.yaml());
        surroundings.out().flush();
        return ExitCode.OK.code();
    }

    @Command(mixinStandardHelpOptions = true, description = "Lists everything that is wrong in declarations.")
    int check(@Parameters(arity = "1..*", paramLabel = "FILE", description = "YAML or JSON.") List<Path> files) {
        ExitCode worst = ExitCode.OK;
        for (Path file : files) {
            worst = worst.worse(check(file));
        }
        surroundings.out().flush();
        surroundings.err().flush();
        return worst.code();
    }

    private ExitCode check(Path file) {
        DeclarationOutcome outcome;
        try {
            outcome = DeclarationFile.read(file, surroundings);
        } catch (IOException unreadable) {
            surroundings.err().println(SafeText.line("estampille: " + DeclarationFile.unreadable(file, unreadable)));
            return ExitCode.IO;
        }
        if (outcome instanceof DeclarationOutcome.Faulty faulty) {
            faulty.problems().forEach(problem -> print(file, problem));
            return ExitCode.USAGE;
        }
        List<String> contradictions = outcome instanceof DeclarationOutcome.Declared declared
                ? contradictions(declared.declaration().uses())
                : List.of();
        contradictions.forEach(one -> surroundings.out().println(SafeText.line(file + ": " + one)));
        if (contradictions.isEmpty()) {
            surroundings.out().println(SafeText.line(file + ": complete and valid"));
        }
        return contradictions.isEmpty() ? ExitCode.OK : ExitCode.REVIEW;
    }

    /** What a gate will not accept as it stands, although every field is well written. */
    private static List<String> contradictions(List<AiUse> uses) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < uses.size(); i++) {
            String place = "uses[" + i + "].rights: ";
            uses.get(i)
                    .terms()
                    .rights()
                    .contradiction()
                    .map(pair -> place + "status and mechanism contradict each other (" + pair
                            + "), so no gate accepts them; read the clause and correct one of the two.")
                    .ifPresent(found::add);
        }
        return found;
    }

    private void print(Path file, DeclarationProblem problem) {
        surroundings.out().println(DeclarationFile.line(file, problem));
    }
}
