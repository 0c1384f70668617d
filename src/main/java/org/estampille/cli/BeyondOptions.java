package org.estampille.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.estampille.disclosure.Ancestor;
import org.estampille.disclosure.Descent;
import org.estampille.marks.MarkReader;
import org.estampille.policy.Gate;
import org.estampille.report.VerificationReport;
import org.estampille.validate.ValidationContext;
import org.estampille.verify.Verifier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code verify} looks at beyond the manifest, where it is asked to. */
final class BeyondOptions {

    private static final int SHA256_DIGITS = 64;

    @Option(
            names = "--marks",
            description = "Also read marks of AI outside of the manifest and hold them against what is signed.")
    private boolean marks;

    @Option(
            names = "--descends-from",
            paramLabel = "FILE|HASH|MANIFEST-ID",
            description = "Also say whether the history leads back to this file, hash (SHA-256) or manifest.")
    private @Nullable String ancestor;

    /** The verifier that looks there as well. */
    Verifier extend(Verifier verifier, Gate gate, ValidationContext context, Path directory)
            throws CommandFailure, IOException {
        Verifier marking = marks ? verifier.readingMarks() : verifier;
        boolean compared = marks || gate.asksForMarks();
        return ancestor == null ? marking : marking.descendingFrom(ancestor(ancestor, compared, context, directory));
    }

    /**
     * What the file is held against.
     *
     * @param compared whether its marks are asked for too; a policy asks as {@code --marks} does
     */
    private static Ancestor ancestor(String named, boolean compared, ValidationContext context, Path directory)
            throws CommandFailure, IOException {
        String hash = named.startsWith("sha256:") ? named.substring("sha256:".length()) : named;
        if (hash.length() == SHA256_DIGITS && hash.matches("[0-9a-fA-F]+")) {
            return new Ancestor(named, Optional.empty(), Optional.of(hash), Optional.empty());
        }
        if (named.startsWith("urn:") || named.contains(":urn:")) {
            return new Ancestor(named, Optional.of(named), Optional.empty(), Optional.empty());
        }
        Path file = directory.resolve(named);
        if (!Files.isRegularFile(file)) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    named
                            + ": --descends-from takes a file, a SHA-256 in hexadecimal or a manifest's 'urn:...'; it is none.");
        }
        Optional<String> manifest = new Verifier(context)
                .verify(file, named)
                .validation()
                .map(result -> result.active().manifest().label());
        return new Ancestor(
                named,
                manifest,
                Optional.of(FileHash.sha256(file)),
                compared ? Optional.of(MarkReader.read(file, context.limits())) : Optional.empty());
    }

    /** Descent that is asked for and not shown is for a person to decide about. */
    static ExitCode exitCode(VerificationReport report) {
        return report.descent().map(Descent::isShown).orElse(true) ? ExitCode.OK : ExitCode.REVIEW;
    }
}
