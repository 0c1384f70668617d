package org.estampille.burn;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The programs ffmpeg and ffprobe of this machine. They are started without a shell, with an environment of almost nothing, for a
 * bounded time, and may open local files only.
 *
 * @param ffmpeg the program
 * @param ffprobe its sister
 * @param environment of the processes
 * @param limit how long one run may take
 */
public record Ffmpeg(Path ffmpeg, Path ffprobe, Map<String, String> environment, Duration limit) {

    /** Names the program where it is not on the path. */
    public static final String VARIABLE = "ESTAMPILLE_FFMPEG";

    private static final Set<String> PASSED_ON =
            Set.of("PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SystemRoot", "TEMP", "TMP");
    private static final int LONGEST_MESSAGE = 64 << 10;
    private static final int LONGEST_LINE = 300;

    public Ffmpeg {
        environment = Map.copyOf(environment);
    }

    /**
     * Finds the programs: where the user says, otherwise on the path.
     *
     * @param named by the user
     * @param environment of this process
     */
    public static Ffmpeg find(Optional<Path> named, Map<String, String> environment, Duration limit)
            throws BurnException {
        Optional<Path> ffmpeg = named.or(() -> Optional.ofNullable(environment.get(VARIABLE))
                .filter(text -> !text.isBlank())
                .map(Path::of));
        if (ffmpeg.isPresent() && !Files.isExecutable(ffmpeg.get())) {
            throw new BurnException(
                    BurnException.Reason.NO_TOOL, ffmpeg.get() + " is no program that can be started; name ffmpeg");
        }
        Path found = ffmpeg.or(() -> onPath("ffmpeg", environment))
                .orElseThrow(() -> new BurnException(
                        BurnException.Reason.NO_TOOL,
                        "FFmpeg is not on this machine's path; install it, or name it with --ffmpeg or " + VARIABLE));
        Path probe = Stream.of("ffprobe", "ffprobe.exe")
                .map(found.toAbsolutePath()::resolveSibling)
                .filter(Files::isExecutable)
                .findFirst()
                .or(() -> onPath("ffprobe", environment))
                .orElseThrow(() -> new BurnException(
                        BurnException.Reason.NO_TOOL, "ffprobe is not beside " + found + "; install all of FFmpeg"));
        Map<String, String> kept = new java.util.HashMap<>(environment);
        kept.keySet().retainAll(PASSED_ON);
        return new Ffmpeg(found.toAbsolutePath(), probe.toAbsolutePath(), kept, limit);
    }

    private static Optional<Path> onPath(String program, Map<String, String> environment) {
        return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .map(Path::of)
                .filter(Path::isAbsolute)
                .flatMap(folder -> Stream.of(folder.resolve(program), folder.resolve(program + ".exe")))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** An input: forced to one demuxer, so that no playlist or script is followed, and to local files. */
    static List<String> input(String demuxer, Path file) {
        return List.of("-protocol_whitelist", "file", "-f", demuxer, "-i", url(file));
    }

    /** A file as FFmpeg cannot mistake it for an option, a protocol or a pattern. */
    static String url(Path file) {
        return "file:" + file.toAbsolutePath();
    }

    /** Runs ffmpeg; what it says when it fails is the cause. */
    void run(List<String> arguments, WorkFolder folder) throws IOException, BurnException {
        List<String> command =
                new ArrayList<>(List.of(ffmpeg.toString(), "-nostdin", "-hide_banner", "-loglevel", "error", "-y"));
        command.addAll(arguments);
        run(command, folder.file("ffmpeg.out"), folder);
    }

    /** Runs ffprobe; its answer stands in the file that is returned. */
    Path probe(List<String> arguments, WorkFolder folder) throws IOException, BurnException {
        List<String> command = new ArrayList<>(List.of(ffprobe.toString(), "-hide_banner", "-v", "error"));
        command.addAll(arguments);
        Path answer = folder.file("probe.txt");
        run(command, answer, folder);
        return answer;
    }

    /** Whether a filter was built in. */
    boolean hasFilter(String name, WorkFolder folder) throws IOException, BurnException {
        Path list = folder.file("filters.txt");
        run(List.of(ffmpeg.toString(), "-nostdin", "-hide_banner", "-loglevel", "error", "-filters"), list, folder);
        return Files.readString(list, StandardCharsets.ISO_8859_1)
                .lines()
                .anyMatch(line -> line.contains(" " + name + " "));
    }

    private void run(List<String> command, Path output, WorkFolder folder) throws IOException, BurnException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.path().toFile())
                .redirectInput(
                        ProcessBuilder.Redirect.from(new File(folder.nothing().toString())))
                .redirectOutput(output.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        Thread last = new Thread(process::destroyForcibly, "estampille-ffmpeg");
        Runtime.getRuntime().addShutdownHook(last);
        try {
            Said said = new Said(process.getErrorStream());
            said.start();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new BurnException(
                        BurnException.Reason.FAILED,
                        "FFmpeg was not done after " + limit.toMinutes() + " minutes; --limit gives it longer");
            }
            said.join(1_000);
            if (process.exitValue() != 0) {
                throw new BurnException(BurnException.Reason.FAILED, "FFmpeg failed: " + said.inShort());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroyForcibly();
            forget(last);
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending: the hook is running already.
            return;
        }
    }

    /** What a program says on standard error: all of it is read, the start of it kept. */
    private static final class Said extends Thread {
        private final InputStream stream;
        private volatile String text = "";

        Said(InputStream stream) {
            super("estampille-ffmpeg-messages");
            setDaemon(true);
            this.stream = stream;
        }

        @Override
        public void run() {
            try (stream) {
                text = new String(stream.readNBytes(LONGEST_MESSAGE), StandardCharsets.UTF_8);
                stream.transferTo(java.io.OutputStream.nullOutputStream());
            } catch (IOException e) {
                text = String.valueOf(e.getMessage());
            }
        }

        String inShort() {
            String line = text.strip().lines().reduce((first, next) -> next).orElse("it did not say why");
            return line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "..." : line;
        }
    }
}
