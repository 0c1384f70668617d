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
import java.util.concurrent.TimeUnit;
import org.estampille.ffmpeg.FfmpegPrograms;

/**
 * FFmpeg at work: for a bounded time, and killed with this process.
 *
 * @param programs of this machine
 * @param limit how long one run may take
 */
public record Ffmpeg(FfmpegPrograms programs, Duration limit) {

    private static final int LONGEST_MESSAGE = 64 << 10;
    private static final int LONGEST_LINE = 300;

    /**
     * Finds the programs: where the user says, otherwise where {@link FfmpegPrograms#on} looks.
     *
     * @param named by the user
     * @param environment of this process
     */
    public static Ffmpeg find(Optional<Path> named, Map<String, String> environment, Duration limit)
            throws BurnException {
        Optional<String> place = named.map(Path::toString)
                .or(() -> Optional.ofNullable(environment.get(FfmpegPrograms.VARIABLE))
                        .filter(text -> !text.isBlank()));
        Optional<FfmpegPrograms> found = place.isPresent()
                ? FfmpegPrograms.at(Path.of(place.get()), environment)
                : FfmpegPrograms.on(environment);
        String missing = place.map(name -> name + " is no program that can be started, or ffprobe is neither beside it"
                        + " nor on the path; name ffmpeg of a whole FFmpeg")
                .orElse("FFmpeg is not on this machine's path; install it, or name it with --ffmpeg or "
                        + FfmpegPrograms.VARIABLE);
        return new Ffmpeg(found.orElseThrow(() -> new BurnException(BurnException.Reason.NO_TOOL, missing)), limit);
    }

    /** Runs ffmpeg; what it says when it fails is the cause. */
    void run(List<String> arguments, WorkFolder folder) throws IOException, BurnException {
        List<String> overwriting = new ArrayList<>(List.of("-y"));
        overwriting.addAll(arguments);
        run(programs.ffmpeg(overwriting), folder.file("ffmpeg.out"), folder);
    }

    /** Runs ffprobe; its answer stands in the file that is returned. */
    Path probe(List<String> arguments, WorkFolder folder) throws IOException, BurnException {
        Path answer = folder.file("probe.txt");
        run(programs.ffprobe(arguments), answer, folder);
        return answer;
    }

    /** Whether a filter was built in. */
    boolean hasFilter(String name, WorkFolder folder) throws IOException, BurnException {
        Path list = folder.file("filters.txt");
        run(programs.ffmpeg(List.of("-filters")), list, folder);
        return Files.readString(list, StandardCharsets.ISO_8859_1)
                .lines()
                .anyMatch(line -> line.contains(" " + name + " "));
    }

    private void run(ProcessBuilder program, Path output, WorkFolder folder) throws IOException, BurnException {
        Process process = program.directory(folder.path().toFile())
                .redirectInput(
                        ProcessBuilder.Redirect.from(new File(folder.nothing().toString())))
                .redirectOutput(output.toFile())
                .start();
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
