package org.estampille.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The two ways to write one file; one of them must be chosen, so that nothing is replaced by accident. */
final class OneTarget {

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Write here.")
    private @Nullable Path out;

    @Option(names = "--in-place", required = true, description = "Replace the file itself.")
    private boolean inPlace;

    /** The file to write, empty for the one that is read. */
    Optional<Path> file(Surroundings surroundings) {
        return inPlace ? Optional.empty() : Optional.ofNullable(out).map(surroundings.directory()::resolve);
    }
}
