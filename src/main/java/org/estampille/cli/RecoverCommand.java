package org.estampille.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.estampille.asset.PendingChange;
import org.estampille.bytes.MalformedContentException;
import org.estampille.embed.Recovery;
import org.estampille.report.SafeText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code estampille recover}: brings files back whose change in place was cut short. */
@Command(
        name = "recover",
        mixinStandardHelpOptions = true,
        description = "Brings files back to what they were when a change in place was cut short.")
final class RecoverCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(arity = "1..*", paramLabel = "FILE|DIR", description = "Files, and folders with all files below them.")
    private List<String> paths = new ArrayList<>();

    RecoverCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        ExitCode worst = ExitCode.OK;
        Recovery recovery = new Recovery(Interruptions.shifting());
        for (String argument : paths) {
            Path path = surroundings.directory().resolve(argument);
            boolean folder = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
            Set<Path> files =
                    folder ? below(path) : Set.of(PendingChange.fileOf(path).orElse(path));
            if (!folder && !Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                throw new NoSuchFileException(argument);
            }
            if (files.isEmpty()) {
                surroundings.out().println(SafeText.line("nothing to recover in " + argument));
            }
            for (Path file : files) {
                worst = worst.worse(recover(recovery, file));
            }
        }
        return worst.code();
    }

    /** The files below {@code folder} that have an undo record. */
    private static Set<Path> below(Path folder) throws IOException {
        Set<Path> files = new TreeSet<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.forEach(path -> PendingChange.fileOf(path).ifPresent(files::add));
        } catch (java.io.UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
        return files;
    }

    private ExitCode recover(Recovery recovery, Path file) {
        try {
            String done = switch (recovery.recover(file)) {
                case NOTHING -> "nothing to recover for ";
                case UNTOUCHED -> "was not changed yet  ";
                case RESTORED -> "restored  ";
            };
            surroundings.out().println(SafeText.line(done + file));
            return ExitCode.OK;
        } catch (MalformedContentException e) {
            return failed(file, "its undo record is damaged, " + e.getMessage(), ExitCode.INDETERMINATE);
        } catch (FileSystemException e) {
            surroundings.err().println("estampille: " + SafeText.line(CommandLineRunner.sentence(e)));
            return ExitCode.IO;
        } catch (IOException e) {
            return failed(file, String.valueOf(e.getMessage()), ExitCode.IO);
        }
    }

    private ExitCode failed(Path file, String cause, ExitCode code) {
        surroundings.err().println("estampille: " + SafeText.line(file + ": " + cause + "."));
        return code;
    }
}
