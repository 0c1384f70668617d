package org.estampille.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.SmallFile;

/** A PEM file somebody named; what is wrong with it is said with its name, the line and what to do. */
final class CertificateFile {

    /** Bundles of all public authorities stay well below. */
    private static final int LARGEST = 4 << 20;

    private CertificateFile() {}

    /**
     * The octets of {@code file}.
     *
     * @param shown how to name it, with the option it was given to
     */
    static Octets read(Path file, String shown) throws CommandFailure {
        if (Files.isDirectory(file)) {
            throw new CommandFailure(ExitCode.USAGE, shown + " is a folder; name a PEM file with certificates.");
        }
        try {
            Octets octets = SmallFile.start(file, LARGEST + 1);
            if (octets.length() > LARGEST) {
                throw new CommandFailure(
                        ExitCode.USAGE, shown + " is larger than 4 MiB, too large for a PEM file with certificates.");
            }
            return octets;
        } catch (NoSuchFileException e) {
            throw new CommandFailure(ExitCode.IO, shown + ": no such file.");
        } catch (AccessDeniedException e) {
            throw new CommandFailure(ExitCode.IO, shown + ": permission denied.");
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.IO, shown + " cannot be read: " + CommandLineRunner.sentence(e));
        }
    }

    /** What to say when {@code content} holds no certificates that can be used. */
    static CommandFailure unusable(String shown, Octets content, MalformedContentException cause) {
        String text = content.latin1();
        if (!text.contains("-----BEGIN CERTIFICATE-----")) {
            boolean key = text.contains("PRIVATE KEY-----");
            String what = content.isEmpty()
                    ? " is empty"
                    : key ? " holds a private key and no certificate" : " holds no certificate in PEM form";
            return new CommandFailure(
                    ExitCode.USAGE,
                    shown + what + "; name a text file with blocks that start with '-----BEGIN CERTIFICATE-----'.");
        }
        long line =
                text.substring(0, (int) Math.min(text.length(), cause.where().start()))
                                .chars()
                                .filter(c -> c == '\n')
                                .count()
                        + 1;
        return new CommandFailure(
                ExitCode.USAGE,
                shown + ", line " + line + ": " + cause.problem()
                        + "; get the file again, or remove the block that starts there.");
    }
}
