package org.estampille.ffmpeg;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * FFmpeg as it is on the machine. It is started without a shell and with almost no environment, and each input is forced to one
 * demuxer and to local files, so that no playlist, reference or script in it is followed.
 *
 * @param ffmpeg the program
 * @param ffprobe its sister
 * @param environment of the processes
 */
public record FfmpegPrograms(Path ffmpeg, Path ffprobe, Map<String, String> environment) {

    /** Names the program where it is not on the path. */
    public static final String VARIABLE = "ESTAMPILLE_FFMPEG";

    private static final Set<String> PASSED_ON =
            Set.of("PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SystemRoot", "TEMP", "TMP");

    public FfmpegPrograms {
        environment = Map.copyOf(environment);
    }

    /** Programs that need nothing of the environment. */
    public FfmpegPrograms(Path ffmpeg, Path ffprobe) {
        this(ffmpeg, ffprobe, Map.of());
    }

    /**
     * Finds the programs: where {@value #VARIABLE} says, otherwise in the absolute folders of {@code PATH}.
     *
     * @param environment of this process
     */
    public static Optional<FfmpegPrograms> on(Map<String, String> environment) {
        Optional<String> named = Optional.ofNullable(environment.get(VARIABLE)).filter(text -> !text.isBlank());
        return named.isPresent()
                ? at(Path.of(named.get()), environment)
                : onPath("ffmpeg", environment).flatMap(ffmpeg -> at(ffmpeg, environment));
    }

    /** The program that somebody named, with ffprobe beside it or on the path; empty when one of them cannot be started. */
    public static Optional<FfmpegPrograms> at(Path ffmpeg, Map<String, String> environment) {
        if (!isProgram(ffmpeg)) {
            return Optional.empty();
        }
        Map<String, String> kept = new HashMap<>(environment);
        kept.keySet().retainAll(PASSED_ON);
        return Stream.of("ffprobe", "ffprobe.exe")
                .map(ffmpeg.toAbsolutePath()::resolveSibling)
                .filter(FfmpegPrograms::isProgram)
                .findFirst()
                .or(() -> onPath("ffprobe", environment))
                .map(probe -> new FfmpegPrograms(ffmpeg.toAbsolutePath(), probe, kept));
    }

    private static Optional<Path> onPath(String program, Map<String, String> environment) {
        return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .flatMap(folder -> Stream.of(program, program + ".exe").flatMap(name -> in(folder, name).stream()))
                .filter(FfmpegPrograms::isProgram)
                .findFirst();
    }

    /** Relative folders do not count: what stands in the folder one happens to be in is not installed. */
    private static Optional<Path> in(String folder, String name) {
        try {
            return Optional.of(Path.of(folder, name)).filter(Path::isAbsolute);
        } catch (InvalidPathException notAFolder) {
            return Optional.empty();
        }
    }

    private static boolean isProgram(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }

    /** An input as both programs take it. */
    public static List<String> input(String demuxer, Path file) {
        return List.of("-protocol_whitelist", "file", "-f", demuxer, "-i", url(file));
    }

    /** A file as FFmpeg cannot mistake it for an option, a protocol or a pattern. */
    public static String url(Path file) {
        return "file:" + file.toAbsolutePath().normalize();
    }

    /** ffmpeg with {@code arguments}, to be started; it asks nothing and says only what goes wrong. */
    public ProcessBuilder ffmpeg(List<String> arguments) {
        return process(ffmpeg, List.of("-nostdin", "-hide_banner", "-loglevel", "error"), arguments);
    }

    /** ffprobe with {@code arguments}, to be started. */
    public ProcessBuilder ffprobe(List<String> arguments) {
        return process(ffprobe, List.of("-hide_banner", "-v", "error"), arguments);
    }

    private ProcessBuilder process(Path program, List<String> first, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(first);
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder;
    }
}
