package org.estampille.bind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.container.zip.ZipArchive;
import org.estampille.container.zip.ZipEntry;

/**
 * How the hash of a central directory can be understood (C2PA 2.5 clause A.6.2.2): all headers without the checksum of the manifest
 * store, then the end record. Earlier versions wanted that checksum to be zero and hashed it; of the records of ZIP64 between the
 * two no version says anything. Each reading covers what the clause wants covered.
 */
final class DirectoryReadings {
    private DirectoryReadings() {}

    /** What to hash, the words of the clause first. */
    static List<DigestPlan> of(ZipArchive archive, HashAlgorithm algorithm) {
        Optional<ByteRange> checksum = archive.entries().stream()
                .filter(ZipEntry::isStore)
                .map(ZipEntry::checksum)
                .findFirst();
        List<DigestPlan> readings = new ArrayList<>();
        for (boolean large : archive.large().isPresent() ? new boolean[] {false, true} : new boolean[] {false}) {
            checksum.ifPresent(skipped -> readings.add(plan(archive, Optional.of(skipped), large, algorithm)));
            readings.add(plan(archive, Optional.empty(), large, algorithm));
        }
        return readings;
    }

    private static DigestPlan plan(
            ZipArchive archive, Optional<ByteRange> skipped, boolean large, HashAlgorithm algorithm) {
        ByteRange directory = archive.directory();
        List<DigestPlan.Input> inputs = new ArrayList<>();
        long at = directory.start();
        if (skipped.isPresent()) {
            inputs.add(
                    new DigestPlan.FileRange(ByteRange.between(at, skipped.get().start())));
            at = skipped.get().end();
        }
        inputs.add(new DigestPlan.FileRange(ByteRange.between(at, directory.end())));
        if (large) {
            inputs.add(new DigestPlan.FileRange(archive.large().orElseThrow()));
        }
        inputs.add(new DigestPlan.FileRange(archive.end()));
        return new DigestPlan(algorithm, inputs);
    }
}
