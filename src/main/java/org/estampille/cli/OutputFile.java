package org.estampille.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file that a command will write, checked before any work is done.
 *
 * @param path to write
 * @param shown as the person wrote it
 */
record OutputFile(Path path, String shown) {

    /** What goes into a file. */
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    /**
     * Checks that a file can be made there.
     *
     * @param force whether one that exists is replaced
     * @throws CommandFailure when there is no folder for it, or something that stays
     */
    static OutputFile require(String shown, boolean force, Path directory) throws CommandFailure {
        Path path = directory.resolve(shown);
        if (Files.isDirectory(path)) {
            throw new CommandFailure(ExitCode.IO, shown + " is a folder, not a file.");
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new CommandFailure(ExitCode.IO, shown + " is no file that can be replaced; name one.");
        }
        Path folder = folder(path);
        String named = Optional.ofNullable(Path.of(shown).getParent())
                .map(Path::toString)
                .orElse("this folder");
        if (!Files.exists(folder)) {
            throw new CommandFailure(ExitCode.IO, shown + ": there is no folder " + named + "; make it first.");
        }
        if (!Files.isDirectory(folder)) {
            throw new CommandFailure(ExitCode.IO, shown + ": " + named + " is a file, not a folder.");
        }
        if (!Files.isWritable(folder)) {
            throw new CommandFailure(ExitCode.IO, shown + ": no file can be made in " + named + ".");
        }
        if (!force && Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new CommandFailure(ExitCode.IO, shown + ": exists already; use --force to replace it.");
        }
        return new OutputFile(path, shown);
    }

    private static Path folder(Path path) {
        return Optional.ofNullable(path.toAbsolutePath().getParent()).orElse(path);
    }

    /** Where it is, without links and detours on the way. */
    Path place() throws IOException {
        return folder(path).toRealPath().resolve(path.getFileName());
    }

    /** Puts it in its place, whole or not at all. */
    void write(Content content) throws IOException {
        // Not a temporary file of the platform: those are readable by their owner alone.
        Path draft = path.resolveSibling("." + path.getFileName() + ".estampille-tmp");
        try {
            try (OutputStream out = Files.newOutputStream(draft)) {
                content.write(out);
            }
            Files.move(draft, path, StandardCopyOption.REPLACE_EXISTING);
        } catch (FileSystemException e) {
            throw told(e, e.getReason()); // nobody knows the draft
        } catch (IOException e) {
            throw told(e, e.getMessage()); // such as a full disk, which the stream tells without a name
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private FileSystemException told(IOException cause, @Nullable String reason) {
        FileSystemException told =
                new FileSystemException(shown, null, Optional.ofNullable(reason).orElse("cannot be written"));
        told.initCause(cause);
        return told;
    }
}
