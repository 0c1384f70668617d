package org.estampille.embed;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Keeps track of the files being written, so that an interrupted run can take its temporary files with it. Safe for use by several
 * threads.
 */
public final class StagingArea implements Closeable {

    private final Set<StagedFile> open = ConcurrentHashMap.newKeySet();
    private final Supplier<String> names;

    /** @param names gives a name no other process uses, fit for a file name, a call */
    public StagingArea(Supplier<String> names) {
        this.names = names;
    }

    /**
     * Starts a file.
     *
     * @param target what it is to become; its folder must exist
     */
    public StagedFile beside(Path target) throws IOException {
        StagedFile staged = StagedFile.beside(target, names.get(), open::remove);
        open.add(staged);
        return staged;
    }

    /** Deletes what is not in its place yet; for the end of a run that was cut short. */
    @Override
    public void close() throws IOException {
        for (StagedFile staged : open) {
            staged.close();
        }
    }
}
