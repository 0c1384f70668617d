package org.estampille.embed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.estampille.asset.PendingChange;
import org.estampille.bytes.MalformedContentException;

/** Brings files back whose change was cut short: each is exactly what it was before. Can itself be cut short and run again. */
public final class Recovery {

    private final Undo undo;

    /** @param shifting moves the content of files back */
    public Recovery(HeadShift shifting) {
        this(new Undo(shifting, Steps.NONE));
    }

    Recovery(Undo undo) {
        this.undo = undo;
    }

    /** What was found. */
    public enum Outcome {
        /** There is no undo record. */
        NOTHING,
        /** The file had not been changed yet; the record is gone. */
        UNTOUCHED,
        /** The file is what it was before. */
        RESTORED
    }

    /**
     * Brings {@code file} back.
     *
     * @throws IOException when it is being changed right now, or is not the file of its record; nothing is written then
     * @throws MalformedContentException when the record is damaged; nothing is written then
     */
    public Outcome recover(Path file) throws IOException, MalformedContentException {
        Path path = PendingChange.recordOf(file);
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return Outcome.NOTHING;
        }
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("its undo record is no file");
        }
        try (UndoFile record = UndoFile.open(path, undo)) {
            Optional<UndoRecord> complete = record.read();
            if (complete.isPresent()) {
                if (!SoleFile.is(file)) {
                    throw new IOException("it is a link, or has other names; no such file is changed");
                }
                undo.revert(file, complete.get());
            }
            record.delete();
            return complete.isPresent() ? Outcome.RESTORED : Outcome.UNTOUCHED;
        }
    }
}
