package org.estampille.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.estampille.asset.PendingChange;
import org.estampille.tag.Destination;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where each input of {@code tag} goes. */
final class TagTargets {

    /** The three ways to write; one of them must be chosen, so that nothing is replaced by accident. */
    static final class Where {
        @Option(
                names = "--out",
                required = true,
                paramLabel = "DIR|FILE",
                description =
                        "Write here: a folder when there are several inputs or it is one. Below a folder to be tagged, "
                                + "what is in it is left out.")
        private @Nullable String out;

        @Option(names = "--in-place", required = true, description = "Replace each file.")
        private boolean inPlace;

        @Option(
                names = "--sidecar",
                required = true,
                description = "Write FILE.c2pa beside each file and leave the media alone.")
        private boolean sidecar;

        Optional<String> out() {
            return Optional.ofNullable(out);
        }
    }

    private final Where where;
    private final Optional<Path> folder;
    private final Path directory;

    private TagTargets(Where where, Optional<Path> folder, Path directory) {
        this.where = where;
        this.folder = folder;
        this.directory = directory;
    }

    /**
     * Decides whether {@code --out} is a folder.
     *
     * @throws CommandFailure when two inputs would be written to one file
     */
    static TagTargets of(Where where, List<InputFiles.Input> files, Path directory) throws CommandFailure {
        Optional<Path> out = Optional.ofNullable(where.out).map(directory::resolve);
        boolean several = files.size() != 1 || !files.get(0).named();
        boolean namedAsFolder = where.out != null && where.out.endsWith("/");
        Optional<Path> folder = out.filter(path -> several || namedAsFolder || Files.isDirectory(path));
        if (folder.isPresent()) {
            OutputFolder.require(
                    folder.get(),
                    several
                            ? "with " + (files.size() == 1 ? "a folder as input" : files.size() + " inputs")
                                    + " --out must be a folder"
                            : "the name ends in '/'");
            Set<Path> relatives = new HashSet<>();
            for (InputFiles.Input file : files) {
                if (!relatives.add(file.relative())) {
                    throw new CommandFailure(
                            ExitCode.USAGE,
                            file.shown() + ": another input has the same name " + file.relative()
                                    + " below --out; tag them in two runs.");
                }
            }
        }
        return new TagTargets(where, folder, directory);
    }

    /** Leaves out what is no media by its very name when it was only found in a folder: hidden files, those in hidden folders, manifests. */
    static List<InputFiles.Input> taggable(List<InputFiles.Input> files) throws CommandFailure {
        List<InputFiles.Input> taggable = files.stream()
                .filter(file -> file.named()
                        || !isHidden(file.relative())
                                && !isIncidental(file.relative().getFileName().toString()))
                .toList();
        if (taggable.isEmpty()) {
            throw new CommandFailure(ExitCode.USAGE, "nothing to tag: no file found.");
        }
        return taggable;
    }

    private static boolean isHidden(Path relative) {
        for (Path name : relative) {
            if (name.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIncidental(String name) {
        return name.endsWith(".c2pa") || PendingChange.isRecord(name);
    }

    /**
     * The folder that streams go to.
     *
     * @throws CommandFailure when none was named: a stream is many files that refer to one another
     */
    Path streamFolder() throws CommandFailure {
        if (where.out == null) {
            throw new CommandFailure(
                    ExitCode.USAGE, "a stream is written to a folder of its own; name it with --out DIR.");
        }
        return OutputFolder.require(directory.resolve(where.out), "a stream is many files");
    }

    Destination destination(InputFiles.Input file) {
        if (where.inPlace) {
            return new Destination.InPlace(file.path());
        }
        if (where.sidecar) {
            return new Destination.Sidecar(
                    file.path().resolveSibling(file.path().getFileName() + ".c2pa"));
        }
        return new Destination.NewFile(folder.map(path -> path.resolve(file.relative()))
                .orElseGet(
                        () -> directory.resolve(Optional.ofNullable(where.out).orElseThrow())));
    }
}
