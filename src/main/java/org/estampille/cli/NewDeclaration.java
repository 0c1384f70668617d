package org.estampille.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.estampille.cut.Cut;
import org.estampille.cut.CutEvent;
import org.estampille.declaration.DeclarationOutcome;
import org.estampille.declaration.DeclarationProblem;
import org.estampille.declaration.DeclarationReader;
import org.estampille.declaration.DeclarationYaml;
import org.estampille.report.SafeText;
import org.estampille.terms.TermsCatalogue;
import org.estampille.terms.TermsRow;
import org.estampille.timecode.FrameRate;

/** Makes a declaration from answers, checks it, and writes it. */
final class NewDeclaration {

    private final NewDeclarationOptions answers;
    private final Surroundings surroundings;

    NewDeclaration(NewDeclarationOptions answers, Surroundings surroundings) {
        this.answers = answers;
        this.surroundings = surroundings;
    }

    int run() throws CommandFailure, IOException {
        if (answers.out.isPresent() && !answers.force && Files.exists(target(answers.out.get()))) {
            throw new FileAlreadyExistsException(answers.out.get().toString());
        }
        requirePairs();
        Optional<Cut> cut = answers.cut.file.isPresent()
                ? Optional.of(CutFile.load(answers.cut.file.get(), answers.cut.rate, surroundings))
                : Optional.empty();
        requireOneRate(cut);
        List<CutEvent> clips = cut.isPresent() ? CutFile.chosen(cut.get(), answers.cut, surroundings) : List.of();
        cut.ifPresent(list -> warnOfRates(list, clips));
        answers.title = answers.title.or(() -> cut.flatMap(Cut::title));
        TermsCatalogue catalogue = answers.catalogue.catalogue(surroundings);
        ToolNames tools = new CataloguedTools(catalogue);
        complete(tools, catalogue);
        Optional<CataloguedTerms> terms = new TermsChoice(answers, catalogue, surroundings).chosen();
        String yaml = DeclarationYaml.of(new DeclarationDraft(answers, tools, terms).fields(cut, clips));
        check(yaml);
        write(yaml, clips.size());
        return ExitCode.OK.code();
    }

    /** Which time codes belong to which shot is not for us to guess. */
    private void requirePairs() throws CommandFailure {
        int shots = answers.shots.size();
        int spans = answers.timecodes.size();
        if (shots > 1 && spans > 0 && shots != spans) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "--shot names " + shots + " shots and --tc " + spans + (spans == 1 ? " range" : " ranges")
                            + "; give one range for each shot, in the same order.");
        }
    }

    /** The labels of the clips are counted as the cut counts. */
    private void requireOneRate(Optional<Cut> cut) throws CommandFailure {
        Optional<FrameRate> given = answers.frameRate.flatMap(FrameRate::parse);
        if (cut.isPresent()
                && given.isPresent()
                && !given.get().equals(cut.get().rate())) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "--frame-rate says " + given.get().text() + ", the cut counts at "
                            + cut.get().rate().text() + "; leave it out, or correct --rate.");
        }
    }

    /** A list that names no rate was read at the one somebody typed; the films beside it know it better. */
    private void warnOfRates(Cut cut, List<CutEvent> clips) {
        DeclaredTimes.warnings(target(answers.cut.file.orElseThrow()), cut, clips)
                .forEach(warning -> surroundings.err().println(SafeText.line("warning: " + warning)));
    }

    private Path target(Path out) {
        return surroundings.directory().resolve(out);
    }

    /** A row that is named says of itself which tool and plan it is about. */
    private void complete(ToolNames tools, TermsCatalogue catalogue) throws CommandFailure, IOException {
        Optional<TermsRow> row = answers.terms.flatMap(catalogue::row);
        answers.tool = answers.tool.or(() -> row.map(TermsRow::tool));
        answers.plan = answers.plan.or(() -> row.map(TermsRow::plan));
        DeclarationQuestions questions = new DeclarationQuestions(answers, tools);
        List<String> missing = questions.missing();
        if (surroundings.answers().isPresent()) {
            Dialogue dialogue = new Dialogue(surroundings.answers().get(), surroundings.err());
            questions.ask(dialogue, answers.out.map(NewDeclaration::stem));
        } else if (!missing.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "this is no terminal to ask in, and these are missing: " + String.join(", ", missing) + ".");
        }
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        int point = name.indexOf('.');
        return point > 0 ? name.substring(0, point) : name;
    }

    /** What flags and answers say goes through the same reader as what people write. */
    private void check(String yaml) throws CommandFailure {
        if (DeclarationReader.read(yaml, "answers") instanceof DeclarationOutcome.Faulty faulty) {
            for (DeclarationProblem problem : faulty.problems()) {
                surroundings.err().println(SafeText.line(problem.field() + ": " + problem.message()));
            }
            throw new CommandFailure(ExitCode.USAGE, "the answers make no valid declaration; nothing was written.");
        }
    }

    private void write(String yaml, int clips) throws IOException {
        if (answers.out.isEmpty()) {
            surroundings.out().print(yaml);
            surroundings.out().flush();
            return;
        }
        Path out = target(answers.out.get());
        if (answers.force) {
            Files.writeString(out, yaml, StandardCharsets.UTF_8);
        } else {
            Files.writeString(
                    out, yaml, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        }
        String place = SafeText.line(answers.out.get().toString());
        surroundings
                .err()
                .println("wrote " + place + (clips > 0 ? ", " + clips + (clips == 1 ? " clip" : " clips") : "")
                        + "; next: estampille tag FILE --declare " + place);
    }
}
