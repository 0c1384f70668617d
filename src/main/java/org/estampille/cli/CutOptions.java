package org.estampille.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which clips of a cut were made with AI. */
final class CutOptions {

    @Option(
            names = "--from-cut",
            paramLabel = "FILE",
            description = "Take time codes from an OpenTimelineIO file, a CMX 3600 EDL or a CSV list.")
    Optional<Path> file = Optional.empty();

    @Option(
            names = "--rate",
            paramLabel = "RATE",
            description = "Frame rate of the cut, where it names none: 25, 23.976, 29.97 DF, ...")
    Optional<String> rate = Optional.empty();

    @Option(
            names = "--ai-shot",
            split = ",",
            paramLabel = "NAME",
            description = "Clips made with AI, by name, file or reel.")
    List<String> shots = new ArrayList<>();

    @Option(
            names = "--ai-regex",
            paramLabel = "PATTERN",
            description = "Clips whose name, file or reel has a part that matches.")
    Optional<String> pattern = Optional.empty();

    @Option(names = "--ai-marker", paramLabel = "TEXT", description = "Clips with a marker that contains this.")
    Optional<String> marker = Optional.empty();

    @Option(names = "--ai-list", paramLabel = "FILE", description = "Clips named in the first column of a CSV file.")
    Optional<Path> list = Optional.empty();
}
