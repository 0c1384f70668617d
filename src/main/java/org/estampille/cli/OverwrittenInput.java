package org.estampille.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.estampille.bytes.ReadLimits;
import org.estampille.extract.SidecarNames;
import org.estampille.stream.StreamReader;
import org.estampille.verify.CollectionStore;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * Refuses a command line that would write over a file which it has read: media, what stands beside them, keys, lists, rules. What
 * counts is the file, whatever name or link leads to it, and no {@code --force} allows it.
 */
final class OverwrittenInput {

    private static final String SIDECAR = "--sidecar";
    private static final String REPORT = "--report";
    private static final String OUT = "--out";
    private static final String EVIDENCE = "--evidence";
    private static final Set<String> WRITING = Set.of(OUT, REPORT, "--credits-text", SIDECAR);

    /** A file that would be written, and the words that ask for it. */
    private record Target(Path path, String asked) {}

    private final Surroundings surroundings;
    private final List<Path> named = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();

    private OverwrittenInput(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Whether arguments, or a file of arguments that they name, may ask for a file to be written. */
    static boolean isConceivable(String[] arguments) {
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (argument.startsWith("@") || WRITING.contains(equals < 0 ? argument : argument.substring(0, equals))) {
                return true;
            }
        }
        return false;
    }

    /** @throws CommandFailure when a file that is there would be read and replaced */
    static void refuse(ParseResult parsed, Surroundings surroundings) throws CommandFailure {
        ParseResult command = parsed;
        while (command.hasSubcommand()) {
            command = command.subcommand();
        }
        new OverwrittenInput(surroundings).refuse(command);
    }

    private void refuse(ParseResult command) throws CommandFailure {
        if (!standsInTheWay(command)) {
            return;
        }
        List<InputFiles.Input> media = new ArrayList<>();
        List<InputFiles.Input> others = new ArrayList<>();
        Optional<Path> results = results(command);
        for (ArgSpec argument : command.matchedArgs()) {
            if (!isOutput(argument) && !keepsProofs(command, argument)) {
                List<InputFiles.Input> into = argument.isPositional() ? media : others;
                argument.originalStringValues().forEach(value -> into.addAll(listed(value, results)));
            }
        }
        boolean beside = command.hasMatchedOption(SIDECAR);
        for (ArgSpec argument : command.matchedArgs()) {
            if (isOutput(argument)) {
                argument.originalStringValues().forEach(value -> target((OptionSpec) argument, value, media));
            }
        }
        proofs(command);
        if (targets.isEmpty()) {
            return;
        }
        others.forEach(input -> named.addAll(readWith(input.path())));
        if (!beside) { // the manifest that stands beside a file is what a new one is to replace
            media.forEach(input -> named.addAll(readWith(input.path())));
        }
        named.addAll(settings());
        for (Target target : targets) {
            for (Path input : named) {
                refuse(target, input);
            }
        }
    }

    /** Whether anything is where files would be written. Mostly nothing is, and then a batch need not be listed twice. */
    private boolean standsInTheWay(ParseResult command) {
        for (ArgSpec argument : command.matchedArgs()) {
            if (isOutput(argument)
                    && (((OptionSpec) argument).longestName().equals(SIDECAR)
                            || argument.originalStringValues().stream()
                                    .anyMatch(value -> written((OptionSpec) argument, value)
                                            .filter(Files::exists)
                                            .isPresent()))) {
                return true;
            }
        }
        return command.matchedArgs().stream().anyMatch(argument -> keepsProofs(command, argument));
    }

    /** The file or folder that an option says to write; empty when no file has such a name, of which the command tells. */
    private Optional<Path> written(OptionSpec option, String value) {
        int start = option.longestName().equals(REPORT) ? value.indexOf('=') + 1 : 0;
        try {
            return Optional.of(surroundings.directory().resolve(value.substring(start)));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static boolean isOutput(ArgSpec argument) {
        return argument instanceof OptionSpec option && WRITING.contains(option.longestName());
    }

    /** Other commands read what {@code --evidence} names. */
    private static boolean keepsProofs(ParseResult command, ArgSpec argument) {
        return argument instanceof OptionSpec option
                && option.longestName().equals(EVIDENCE)
                && command.commandSpec().userObject() instanceof LabelApplyCommand;
    }

    private void proofs(ParseResult command) {
        for (ArgSpec argument : command.matchedArgs()) {
            if (keepsProofs(command, argument) && command.hasMatchedOption(OUT)) {
                String folder = argument.originalStringValues().get(0);
                String out = command.matchedOption(OUT).originalStringValues().get(0);
                try {
                    LabelRun.proofs(surroundings.directory().resolve(folder), Path.of(out))
                            .forEach(proof -> target(proof, EVIDENCE + " " + folder));
                } catch (InvalidPathException e) {
                    // No file has such a name; the command says so.
                }
            }
        }
    }

    private void target(OptionSpec option, String value, List<InputFiles.Input> inputs) {
        String name = option.longestName();
        if (name.equals(SIDECAR)) {
            inputs.forEach(
                    input -> target(input.path().resolveSibling(input.path().getFileName() + ".c2pa"), name));
            return;
        }
        written(option, value).ifPresent(path -> {
            inputs.forEach(input -> target(path.resolve(input.relative()), name + " " + value));
            target(path, name + " " + value);
        });
    }

    private void target(Path path, String asked) {
        if (Files.isRegularFile(path)) {
            targets.add(new Target(path, asked));
        }
    }

    /** The folder whose files are not read when it lies in one that is; of {@code tag}, which alone writes to folders. */
    private Optional<Path> results(ParseResult command) {
        return command.commandSpec().userObject() instanceof TagCommand && command.hasMatchedOption(OUT)
                ? written(
                        command.matchedOption(OUT),
                        command.matchedOption(OUT).originalStringValues().get(0))
                : Optional.empty();
    }

    private List<InputFiles.Input> listed(String value, Optional<Path> results) {
        try {
            return value.isBlank()
                    ? List.of()
                    : InputFiles.list(List.of(value), surroundings.directory(), results)
                            .inputs();
        } catch (IOException | InvalidPathException e) {
            return List.of(); // a word, a number, or a file of which the command says that it is not there
        }
    }

    /** A file and those that are read with it. */
    private static List<Path> readWith(Path file) {
        List<Path> all = new ArrayList<>(SidecarNames.of(file));
        all.add(file);
        all.addAll(CollectionStore.covered(file, ReadLimits.standard()).members());
        if (StreamReader.isManifest(file) && Files.isRegularFile(file)) {
            all.addAll(new StreamReader(ReadLimits.standard()).at(file).files());
        }
        return all;
    }

    /** Trust lists, archived terms and keys that this person keeps. */
    private List<Path> settings() {
        Path folder = KeysCommand.settings(surroundings.environment());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of(); // what needs them says what is wrong with them
        }
    }

    private void refuse(Target target, Path input) throws CommandFailure {
        try {
            if (Files.exists(input) && Files.isSameFile(target.path(), input)) {
                Path shown = Optional.of(input)
                        .filter(path -> path.startsWith(surroundings.directory()))
                        .map(surroundings.directory()::relativize)
                        .orElse(input);
                throw new CommandFailure(
                        ExitCode.USAGE,
                        target.asked() + " would replace " + shown
                                + ", which the same command reads; nothing was done, name another file.");
            }
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.IO, target.asked() + ": " + CommandLineRunner.sentence(e));
        }
    }
}
