package org.estampille.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** A file somebody named where one file is wanted, checked before the system says no more than "Is a directory". */
final class NamedFile {

    private NamedFile() {}

    /**
     * Refuses an empty name and a folder.
     *
     * @param option the option it was given to, or what the parameter is called
     * @param wanted what to name instead, such as "a key file"
     */
    static void require(String option, Path file, String wanted, Surroundings surroundings) throws CommandFailure {
        require(option, file, wanted, surroundings.directory());
    }

    /** As {@link #require(String, Path, String, Surroundings)}, in {@code directory}. */
    static void require(String option, Path file, String wanted, Path directory) throws CommandFailure {
        if (file.toString().isEmpty()) {
            throw new CommandFailure(ExitCode.USAGE, option + ": the file name is empty; name " + wanted + ".");
        }
        if (Files.isDirectory(directory.resolve(file))) {
            throw new CommandFailure(ExitCode.USAGE, option + " " + file + " is a folder; name " + wanted + ".");
        }
    }
}
