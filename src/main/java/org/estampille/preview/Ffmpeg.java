package org.estampille.preview;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * FFmpeg, as it is on the machine. It gets one file, by its absolute path and with the name of its format, so that no playlist or
 * reference leads it to another file or to the network; an empty environment; no shell; and the time that is left.
 *
 * @param ffmpeg the decoder
 * @param ffprobe which tells durations
 */
public record Ffmpeg(Path ffmpeg, Path ffprobe) {

    private static final int CHUNK = 1 << 16;

    /** Looks for both in the folders of {@code PATH}; relative folders do not count. */
    public static Optional<Ffmpeg> on(String searchPath) {
        Optional<Path> decoder = find("ffmpeg", searchPath);
        Optional<Path> probe = find("ffprobe", searchPath);
        return decoder.isPresent() && probe.isPresent()
                ? Optional.of(new Ffmpeg(decoder.get(), probe.get()))
                : Optional.empty();
    }

    private static Optional<Path> find(String name, String searchPath) {
        for (String folder : searchPath.split(File.pathSeparator, -1)) {
            Optional<Path> found = program(folder, name).or(() -> program(folder, name + ".exe"));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> program(String folder, String name) {
        try {
            Path path = Path.of(folder, name);
            boolean usable = path.isAbsolute() && Files.isRegularFile(path) && Files.isExecutable(path);
            return usable ? Optional.of(path) : Optional.empty();
        } catch (InvalidPathException notAFolder) {
            return Optional.empty();
        }
    }

    /** What every input is read with. */
    private static List<String> input(String format, Path file) {
        return List.of(
                "-protocol_whitelist",
                "file",
                "-f",
                format,
                "-i",
                "file:" + file.toAbsolutePath().normalize());
    }

    /** What ffprobe says of the durations and kinds of streams, a line each, at most 64 KiB; empty when it fails. */
    Optional<String> facts(String format, Path file, Deadline deadline) throws IOException {
        List<String> command = new ArrayList<>(List.of(ffprobe.toString(), "-hide_banner", "-v", "error"));
        command.addAll(List.of("-show_entries", "format=duration:stream=codec_type", "-of", "default=nw=1"));
        command.addAll(input(format, file));
        StringBuilder text = new StringBuilder();
        boolean done = run(
                command,
                CHUNK,
                deadline,
                chunk -> text.append(java.nio.charset.StandardCharsets.US_ASCII.decode(chunk)));
        return done ? Optional.of(text.toString()) : Optional.empty();
    }

    /**
     * Runs the decoder on one file.
     *
     * @param before options of the input
     * @param after options of the output, which goes to the pipe
     * @param most octets of output that are read
     * @return whether it came to its end in time
     */
    boolean decode(
            String format,
            Path file,
            List<String> before,
            List<String> after,
            long most,
            Deadline deadline,
            Consumer<ByteBuffer> output)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(ffmpeg.toString(), "-nostdin", "-hide_banner"));
        command.addAll(List.of("-loglevel", "error", "-max_alloc", "536870912", "-threads", "2"));
        command.addAll(before);
        command.addAll(input(format, file));
        command.addAll(after);
        command.add("pipe:1");
        return run(command, most, deadline, output);
    }

    private static boolean run(List<String> command, long most, Deadline deadline, Consumer<ByteBuffer> output)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        Process process = builder.start();
        try (InputStream out = process.getInputStream()) {
            process.getOutputStream().close();
            // The pipe ends with the process, and so does the reading of it.
            var unused = process.onExit()
                    .orTimeout(deadline.milliseconds(), TimeUnit.MILLISECONDS)
                    .exceptionally(late -> process.destroyForcibly());
            byte[] chunk = new byte[CHUNK];
            long total = 0;
            int count = out.read(chunk);
            while (count >= 0 && total + count <= most) {
                output.accept(ByteBuffer.wrap(chunk, 0, count));
                total += count;
                count = out.read(chunk);
            }
            return count < 0 && process.waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while FFmpeg decoded");
        } finally {
            process.destroyForcibly();
        }
    }
}
