package org.estampille.cli;

import java.nio.file.Path;
import java.security.Provider;
import java.util.Optional;
import org.estampille.crypto.CryptoEngine;
import org.estampille.crypto.FastProvider;

/** Chooses the engine for a piece of work: the fast one takes a while to start, so little work is done without it. */
final class Engines {

    private static final int MANY_FILES = 30;
    private static final long MANY_OCTETS = 256L << 20;
    private static final String LIBRARIES = "estampille.lib";

    private Engines() {}

    /** The engine for that many files and octets. */
    static CryptoEngine forWork(long files, long octets) {
        if (files < MANY_FILES && octets < MANY_OCTETS) {
            return CryptoEngine.platform();
        }
        Optional<Provider> fast = FastProvider.load(Path.of(System.getProperty(LIBRARIES, "target/lib")));
        return fast.isPresent() ? CryptoEngine.preferring(fast.get()) : CryptoEngine.platform();
    }
}
