package org.estampille.cli;

import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.estampille.embed.FallocateShift;
import org.estampille.embed.HeadShift;
import org.estampille.embed.StagingArea;

/** What happens when somebody stops the process before it is done. */
final class Interruptions {
    private Interruptions() {}

    /** An area whose temporary files go when the process is interrupted; a process that is killed leaves them behind. */
    static StagingArea staging() {
        String run = UUID.randomUUID().toString();
        AtomicLong files = new AtomicLong();
        StagingArea staging = new StagingArea(() -> run + "-" + files.incrementAndGet(), shifting());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> clear(staging), "estampille-clear"));
        return staging;
    }

    /** How files are moved by blocks on this system. */
    static HeadShift shifting() {
        return System.getProperty("os.name", "").equals("Linux") ? new FallocateShift() : HeadShift.NONE;
    }

    private static void clear(StagingArea staging) {
        try {
            staging.close();
        } catch (IOException e) {
            System.err.println("estampille: a temporary file is left behind: " + e.getMessage());
        }
    }
}
