package org.estampille.preview;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.estampille.ffmpeg.FfmpegPrograms;

/**
 * FFmpeg as a reader of files whose manifest holds, in the time that is left.
 *
 * @param programs of this machine
 */
record Decoder(FfmpegPrograms programs) {

    private static final int CHUNK = 1 << 16;

    /** What ffprobe says of the durations and kinds of streams, a line each, at most 64 KiB; empty when it fails. */
    Optional<String> facts(String format, Path file, Deadline deadline) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of("-show_entries", "format=duration:stream=codec_type", "-of", "default=nw=1"));
        arguments.addAll(FfmpegPrograms.input(format, file));
        StringBuilder text = new StringBuilder();
        boolean done = run(
                programs.ffprobe(arguments),
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
        List<String> arguments = new ArrayList<>(List.of("-max_alloc", "536870912", "-threads", "2"));
        arguments.addAll(before);
        arguments.addAll(FfmpegPrograms.input(format, file));
        arguments.addAll(after);
        arguments.add("pipe:1");
        return run(programs.ffmpeg(arguments), most, deadline, output);
    }

    private static boolean run(ProcessBuilder program, long most, Deadline deadline, Consumer<ByteBuffer> output)
            throws IOException {
        Process process = program.redirectError(ProcessBuilder.Redirect.DISCARD).start();
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
