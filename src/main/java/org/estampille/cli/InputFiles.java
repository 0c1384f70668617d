package org.estampille.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/** Turns the files, folders and patterns of a command line into files. */
final class InputFiles {

    /**
     * One file to work on.
     *
     * @param path to open
     * @param shown as the person would write it
     * @param relative where it goes below an output folder
     * @param named whether it was named itself, not found in a folder
     */
    record Input(Path path, String shown, Path relative, boolean named) {}

    /**
     * Files to work on.
     *
     * @param inputs in order
     * @param leftOut whether a folder was not looked into because it is for the results
     */
    record Listed(List<Input> inputs, boolean leftOut) {}

    private final Path directory;
    private final Optional<Path> results;
    private final List<Input> inputs = new ArrayList<>();
    private boolean leftOut;

    private InputFiles(Path directory, Optional<Path> results) {
        this.directory = directory;
        this.results = results.isPresent() && Files.isDirectory(results.get()) ? results : Optional.empty();
    }

    /**
     * Lists the regular files of {@code arguments} in order: a folder gives all files below it, sorted, with their paths relative
     * to it; a name with {@code *}, {@code ?} or {@code [} that is no file gives the files that match.
     *
     * @throws NoSuchFileException when an argument names nothing
     */
    static List<Input> list(List<String> arguments, Path directory) throws IOException {
        InputFiles files = new InputFiles(directory, Optional.empty());
        files.list(arguments);
        return files.inputs;
    }

    /**
     * The same without what lies in the folder of the results, where that lies in a folder that is given: a second run would else take
     * up what the first one wrote. A file that is named itself is listed wherever it lies.
     *
     * @param results need not be there
     */
    static Listed list(List<String> arguments, Path directory, Optional<Path> results) throws IOException {
        InputFiles files = new InputFiles(directory, results);
        files.list(arguments);
        return new Listed(List.copyOf(files.inputs), files.leftOut);
    }

    private void list(List<String> arguments) throws IOException {
        for (String argument : arguments) {
            if (argument.isBlank()) {
                // An empty name would mean the folder one is in, with everything below it.
                throw new FileSystemException("''", null, "an empty name; perhaps a variable is not set");
            }
            Path path = directory.resolve(argument);
            if (isOther(path)) {
                throw new FileSystemException(argument, null, "neither a file nor a folder, and may never end");
            }
            if (Files.isDirectory(path)) {
                walk(path, argument);
            } else if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                inputs.add(new Input(path, argument, path.getFileName(), true));
            } else {
                match(argument);
            }
        }
    }

    /** Pipes, devices and sockets. */
    private static boolean isOther(Path path) {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class).isOther();
        } catch (IOException e) {
            return false; // who opens it will say why it cannot be
        }
    }

    private void walk(Path folder, String shown) throws IOException {
        Path prefix = Path.of(shown);
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path below, BasicFileAttributes attributes) throws IOException {
                if (results.isPresent() && !below.equals(folder) && Files.isSameFile(below, results.get())) {
                    leftOut = true;
                    return FileVisitResult.SKIP_SUBTREE;
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                // A link to a file counts as that file; links to folders are not followed, so no walk runs in a circle.
                if (attributes.isRegularFile() || Files.isRegularFile(file)) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                // What cannot be looked into is listed, so that the one who works on it says so.
                found.add(file);
                return FileVisitResult.CONTINUE;
            }
        });
        found.sort(null);
        for (Path file : found) {
            Path relative = folder.relativize(file);
            inputs.add(new Input(file, prefix.resolve(relative).toString(), relative, false));
        }
    }

    private void match(String pattern) throws IOException {
        Path path = Path.of(pattern);
        Path parent = path.getParent() == null ? Path.of("") : path.getParent();
        Path folder = directory.resolve(parent);
        String name = String.valueOf(path.getFileName());
        boolean isPattern = name.indexOf('*') >= 0 || name.indexOf('?') >= 0 || name.indexOf('[') >= 0;
        if (!isPattern || !Files.isDirectory(folder)) {
            throw new NoSuchFileException(pattern);
        }
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> matches = Files.newDirectoryStream(folder, name)) {
            for (Path file : matches) {
                if (Files.isRegularFile(file)) {
                    found.add(file);
                }
            }
        } catch (PatternSyntaxException e) {
            throw new NoSuchFileException(pattern);
        }
        if (found.isEmpty()) {
            throw new NoSuchFileException(pattern);
        }
        found.stream()
                .sorted()
                .forEach(file -> inputs.add(
                        new Input(file, parent.resolve(file.getFileName()).toString(), file.getFileName(), true)));
    }
}
