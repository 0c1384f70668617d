package org.estampille.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options by which a label is planned. */
final class LabelOptions {

    @Option(
            names = "--declare",
            paramLabel = "DECL.yaml",
            description = "What is declared. Left out, it is what the file's own manifest declares.")
    Optional<Path> declaration = Optional.empty();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "What kind of work it is, where the declaration does not say: fiction, documentary, news, "
                    + "current_affairs, advert, entertainment, archive, corporate, education, other; or audio-only, "
                    + "for what is heard without a screen. Repeatable.")
    List<String> kinds = new ArrayList<>();

    @Option(
            names = "--lang",
            paramLabel = "LANGUAGE",
            description = "Language of the label, and of what is said about it: en or fr.")
    String lang = "en";

    @Option(
            names = "--break",
            paramLabel = "TIMECODE",
            description = "Where the programme goes on after an interruption, as a time code, or as hh:mm:ss.mmm from "
                    + "its start; repeatable. A label comes again there.")
    List<String> breaks = new ArrayList<>();

    @Option(names = "--cut", paramLabel = "CUT", description = "Where shots are: OpenTimelineIO, CMX 3600 EDL or CSV.")
    Optional<Path> cut = Optional.empty();

    @Option(names = "--rate", paramLabel = "RATE", description = "Frame rate of the cut, where it names none.")
    Optional<String> rate = Optional.empty();

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            description = "What you are under the EU AI Act for this file: provider, deployer, importer, "
                    + "distributor_of_system, platform or none; repeatable.")
    List<String> roles = new ArrayList<>();

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "How long a label stays in the picture; at least 3. Default: ${DEFAULT-VALUE}.")
    long seconds = 5;

    @Option(
            names = "--every",
            paramLabel = "SECONDS",
            description = "After how many seconds a label comes again. Default: ${DEFAULT-VALUE}.")
    long every = 600;

    @Option(names = "--throughout", description = "The label stays in the picture from the first frame to the last.")
    boolean throughout;

    @Option(
            names = "--ffmpeg",
            paramLabel = "PROGRAM",
            description =
                    "The program ffmpeg, with ffprobe beside it. Otherwise ESTAMPILLE_FFMPEG, otherwise the path.")
    Optional<Path> ffmpeg = Optional.empty();
}
