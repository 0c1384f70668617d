package org.estampille.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** A folder results go to; need not exist yet. */
final class OutputFolder {

    private OutputFolder() {}

    /**
     * Checks that {@code folder} is one or can become one.
     *
     * @param why it has to be a folder, one clause
     * @throws CommandFailure when it is a file, or lies below one
     */
    static Path require(Path folder, String why) throws CommandFailure {
        Path there = folder.toAbsolutePath();
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        if (there != null && !Files.isDirectory(there)) {
            boolean itself = there.equals(folder.toAbsolutePath());
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "--out " + folder + (itself ? "" : ": " + there) + " is a file, but " + why
                            + "; name a folder, or one that does not exist yet.");
        }
        return folder;
    }
}
