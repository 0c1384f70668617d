package org.estampille.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.estampille.report.SafeText;

/**
 * Where results go. What prints them swallows failures, so the first is kept here and asked for at the end; nothing is written
 * after it, since results with a gap would look whole.
 */
final class StandardOutput extends OutputStream {

    /** The kind of a file in its mode (POSIX, sys/stat.h), and two of them. */
    private static final int KIND = 0170000;

    private static final int PIPE = 0010000;
    private static final int SOCKET = 0140000;

    private final OutputStream stream;
    private Optional<IOException> failure = Optional.empty();

    StandardOutput(OutputStream stream) {
        this.stream = stream;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        if (failure.isPresent()) {
            throw failure.get();
        }
        try {
            stream.write(octets, offset, length);
        } catch (IOException e) {
            failure = Optional.of(e);
            throw e;
        }
    }

    /**
     * The exit code of a command whose own is {@code code}, once everything is flushed. Says on {@code err} what was lost, unless
     * whoever read from a pipe wanted no more of it.
     */
    int codeAfter(int code, PrintWriter err) {
        if (failure.isEmpty()) {
            return code;
        }
        if (!isPiped()) {
            err.println("estampille: standard output: "
                    + SafeText.line(String.valueOf(failure.get().getMessage()))
                    + "; the results there are incomplete, write them elsewhere.");
            err.flush();
        }
        for (ExitCode own : ExitCode.values()) {
            if (own.code() == code) {
                return own.worse(ExitCode.IO).code();
            }
        }
        return ExitCode.IO.code();
    }

    /** A pipe fails only when nobody reads from it any more. The message would not tell: it is in the language of the system. */
    private static boolean isPiped() {
        try {
            int kind = (Integer) Files.getAttribute(Path.of("/dev/stdout"), "unix:mode") & KIND;
            return kind == PIPE || kind == SOCKET;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return false;
        }
    }
}
