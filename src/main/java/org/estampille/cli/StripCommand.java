package org.estampille.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.estampille.bytes.MalformedContentException;
import org.estampille.report.SafeText;
import org.estampille.tag.Stripper;
import org.estampille.tag.TaggingRefusedException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code estampille strip}: the same file without its manifest. */
@Command(
        name = "strip",
        mixinStandardHelpOptions = true,
        description = "Writes a file without its manifest; picture, sound and other metadata stay as they are.")
final class StripCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "FILE", description = "The media file.")
    private Path file = Path.of("");

    @ArgGroup(multiplicity = "1")
    private OneTarget where = new OneTarget();

    @Option(names = "--force", description = "Replace the target if it exists.")
    private boolean force;

    StripCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandFailure, IOException {
        NamedFile.require("strip", file, "one media file", surroundings);
        Path source = surroundings.directory().resolve(file);
        Optional<Path> elsewhere = where.file(surroundings);
        Path target = elsewhere.orElse(source);
        try {
            boolean stripped =
                    new Stripper(Interruptions.staging()).strip(source, target, elsewhere.isEmpty() || force);
            surroundings
                    .out()
                    .println(SafeText.line(stripped ? "stripped  " + PlainPath.of(target) : "no manifest in " + file));
            return (stripped ? ExitCode.OK : ExitCode.NO_MANIFEST).code();
        } catch (FileAlreadyExistsException e) {
            throw new CommandFailure(
                    ExitCode.IO, PlainPath.of(e.getFile()) + ": exists already; use --force to replace it.");
        } catch (TaggingRefusedException e) {
            throw new CommandFailure(ExitCode.INDETERMINATE, file + ": " + e.getMessage() + ".");
        } catch (MalformedContentException e) {
            throw new CommandFailure(ExitCode.INDETERMINATE, file + ": " + e.getMessage() + ".");
        }
    }
}
