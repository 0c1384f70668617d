package org.estampille.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** Finds the files that arguments name: a file stands for itself, a folder for every regular file below it. */
final class FileWalk {

    /**
     * One file.
     *
     * @param file where it is
     * @param name as people know it: the argument, or what was found below it
     * @param size in octets; 0 when it could not be found out
     */
    record Found(Path file, String name, long size) {}

    private FileWalk() {}

    /** Every file, those of each folder in the order of their names. What cannot be looked into is listed as a file. */
    static List<Found> of(Path directory, List<Path> arguments) throws IOException {
        List<Found> all = new ArrayList<>();
        for (Path argument : arguments) {
            Path start = directory.resolve(argument);
            if (Files.isDirectory(start)) {
                List<Found> below = below(start, argument);
                below.sort((one, other) -> one.file().compareTo(other.file()));
                all.addAll(below);
            } else {
                all.add(new Found(start, argument.toString(), sizeOf(start)));
            }
        }
        return all;
    }

    private static long sizeOf(Path file) throws IOException {
        return Files.isRegularFile(file) ? Files.size(file) : 0;
    }

    private static List<Found> below(Path start, Path argument) throws IOException {
        List<Found> found = new ArrayList<>();
        Files.walkFileTree(start, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                // A link to a file counts as that file; links to folders are not followed, so no walk runs in a circle.
                if (attributes.isRegularFile() || Files.isRegularFile(file)) {
                    found.add(new Found(file, name(file), Files.size(file)));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                found.add(new Found(file, name(file), 0));
                return FileVisitResult.CONTINUE;
            }

            private String name(Path file) {
                return argument.resolve(start.relativize(file)).toString();
            }
        });
        return found;
    }
}
