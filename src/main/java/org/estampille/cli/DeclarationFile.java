package org.estampille.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.estampille.bytes.SmallFile;
import org.estampille.declaration.Declaration;
import org.estampille.declaration.DeclarationOutcome;
import org.estampille.declaration.DeclarationProblem;
import org.estampille.declaration.DeclarationReader;
import org.estampille.report.SafeText;

/** A declaration as a person handed it in. */
final class DeclarationFile {
    private DeclarationFile() {}

    /** Reads a file; one octet more than allowed is enough to see that it is too large. */
    static DeclarationOutcome read(Path file, Surroundings surroundings) throws IOException {
        return DeclarationReader.read(
                SmallFile.start(surroundings.directory().resolve(file), DeclarationReader.LONGEST + 1),
                file.toString());
    }

    /** Why a declaration could not be read, one sentence. */
    static String unreadable(Path file, IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return file + ": no such file.";
        }
        if (cause instanceof AccessDeniedException) {
            return file + ": permission denied.";
        }
        if (cause instanceof FileSystemException named && named.getReason() != null) {
            return file + ": " + named.getReason() + ".";
        }
        return file + ": cannot be read: " + CommandLineRunner.sentence(cause);
    }

    /** One line about one problem. */
    static String line(Path file, DeclarationProblem problem) {
        String field = problem.field().isEmpty() ? "" : problem.field() + ": ";
        return SafeText.line(file + ":" + problem.line() + ": " + field + problem.message());
    }

    /**
     * The declaration, ready for use.
     *
     * @throws CommandFailure when it is faulty; every problem has been printed
     */
    static Declaration load(Path file, Surroundings surroundings) throws CommandFailure {
        DeclarationOutcome outcome;
        try {
            outcome = read(file, surroundings);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.IO, unreadable(file, e));
        }
        if (outcome instanceof DeclarationOutcome.Declared declared) {
            return declared.declaration();
        }
        int problems = 0;
        if (outcome instanceof DeclarationOutcome.Faulty faulty) {
            for (DeclarationProblem problem : faulty.problems()) {
                surroundings.err().println(line(file, problem));
                problems++;
            }
        }
        throw new CommandFailure(
                ExitCode.USAGE,
                file + ": " + problems + (problems == 1 ? " problem" : " problems")
                        + " in the declaration; nothing was tagged. 'estampille declare example' prints a complete one.");
    }
}
