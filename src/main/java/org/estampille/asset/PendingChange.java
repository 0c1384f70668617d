package org.estampille.asset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file that is being changed where it stands has an undo record beside it; when that stays behind, the change was cut short. */
public final class PendingChange {

    private static final String ENDING = ".estampille-undo";

    private PendingChange() {}

    /** Where the undo record of {@code file} stands while there is one. */
    public static Path recordOf(Path file) {
        return file.resolveSibling(file.getFileName() + ENDING);
    }

    /** Whether a change of {@code file} is under way or was cut short: what it holds now is neither the old nor the new. */
    public static boolean concerns(Path file) {
        return file.getFileName() != null && Files.exists(recordOf(file));
    }

    /** Whether {@code name} is that of an undo record. */
    public static boolean isRecord(String name) {
        return name.length() > ENDING.length() && name.endsWith(ENDING);
    }

    /** The file that {@code record} belongs to; empty when its name is not that of a record. */
    public static Optional<Path> fileOf(Path record) {
        String name = String.valueOf(record.getFileName());
        return isRecord(name)
                ? Optional.of(record.resolveSibling(name.substring(0, name.length() - ENDING.length())))
                : Optional.empty();
    }
}
