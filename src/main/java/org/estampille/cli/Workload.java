package org.estampille.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import org.estampille.crypto.CryptoEngine;
import org.estampille.crypto.FastProvider;

/**
 * How much there is to do, and with what. One small file is done soonest with what the platform has loaded already; a batch or a
 * large file is worth loading a fast native provider for.
 *
 * @param octets of all files together
 * @param engine hashes and signatures
 * @param threadsAcross files worked on at once
 * @param threadsWithin threads that may share one file
 */
record Workload(long octets, CryptoEngine engine, int threadsAcross, int threadsWithin) {

    /** The platform hashes as fast only once both compilers have run; the native provider does so from the first block. */
    private static final long LARGE = 8L << 20;

    private static final int MANY = 20;

    static Workload of(List<InputFiles.Input> files, Surroundings surroundings) throws IOException {
        long octets = 0;
        for (InputFiles.Input file : files) {
            octets += octets(file.path());
        }
        int cores = Runtime.getRuntime().availableProcessors();
        boolean worthIt = octets >= LARGE || files.size() >= MANY;
        CryptoEngine engine = worthIt ? fast() : CryptoEngine.platform();
        return new Workload(octets, engine, Math.min(cores, files.size()), files.size() == 1 ? cores : 1);
    }

    /** None where there is no regular file; who opens it says what is there instead. */
    private static long octets(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.isRegularFile() ? attributes.size() : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    /** Files that are one thing to tag: each is read by one thread, several at once. */
    static Workload ofOne(List<Path> members) throws IOException {
        long octets = 0;
        for (Path member : members) {
            octets += Files.size(member);
        }
        boolean worthIt = octets >= LARGE || members.size() >= MANY;
        int cores = Runtime.getRuntime().availableProcessors();
        return new Workload(octets, worthIt ? fast() : CryptoEngine.platform(), 1, cores);
    }

    private static CryptoEngine fast() {
        return Optional.ofNullable(System.getProperty("estampille.lib"))
                .map(Path::of)
                .or(Workload::besideJar)
                .flatMap(FastProvider::load)
                .map(CryptoEngine::preferring)
                .orElseGet(CryptoEngine::platform);
    }

    /** The folder {@code lib} beside the jar this class came from. */
    private static Optional<Path> besideJar() {
        return Optional.ofNullable(Workload.class.getProtectionDomain().getCodeSource())
                .map(source -> Path.of(source.getLocation().getPath()).resolveSibling("lib"));
    }
}
