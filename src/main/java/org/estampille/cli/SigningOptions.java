package org.estampille.cli;

import java.io.Console;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.estampille.bytes.ReadLimits;
import org.estampille.bytes.SmallFile;
import org.estampille.crypto.CryptoEngine;
import org.estampille.manifest.ContentCache;
import org.estampille.manifest.ManifestHeader;
import org.estampille.report.SafeText;
import org.estampille.sign.ClaimSigner;
import org.estampille.sign.HttpTimeStampAuthority;
import org.estampille.sign.KeyFiles;
import org.estampille.sign.MissingPassphraseException;
import org.estampille.sign.SigningException;
import org.estampille.sign.Suitability;
import org.estampille.sign.TimeStampAuthority;
import org.estampille.tag.TaggingTools;
import org.estampille.trust.CertificateCache;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say who signs, and what of it they stand behind. */
final class SigningOptions {

    /** The C2PA version written; a reader of 2.2 accepts it. */
    private static final String SPEC_VERSION = "2.4.0";

    private static final Duration TSA_DEADLINE = Duration.ofSeconds(30);

    @Option(names = "--key", paramLabel = "KEY", description = "Private key: PEM, or PKCS#12 with its certificates.")
    private @Nullable Path key;

    @Option(
            names = "--cert",
            paramLabel = "CERT",
            description = "Certificates as PEM, leaf first, without the root. Not needed with PKCS#12.")
    private @Nullable Path cert;

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description =
                    "File with the passphrase of the key. Otherwise ESTAMPILLE_KEY_PASSPHRASE, otherwise the terminal is asked.")
    private @Nullable Path passphraseFile;

    @Option(names = "--tsa", paramLabel = "URL", description = "RFC 3161 authority that time-stamps the signature.")
    private @Nullable URI tsa;

    @Option(
            names = "--vouch",
            description = "The signer stands behind everything declared, not only behind the list of actions.")
    private boolean vouch;

    /** Whether everything declared is what the signer says, not only the list of actions. */
    boolean vouch() {
        return vouch;
    }

    /**
     * Loads the key.
     *
     * @throws CommandFailure when none is named, or it does not fit: there is no default key
     */
    ClaimSigner signer(Surroundings surroundings, CryptoEngine engine) throws CommandFailure, IOException {
        if (key == null) {
            throw new CommandFailure(
                    ExitCode.CANNOT_SIGN,
                    "no signing key: give --key and --cert; 'estampille keys demo' makes a pair for trying things out.");
        }
        NamedFile.require("--key", key, "a file with a private key", surroundings);
        if (cert != null) {
            NamedFile.require("--cert", cert, "a PEM file with certificates", surroundings);
        }
        if (passphraseFile != null) {
            NamedFile.require("--passphrase-file", passphraseFile, "a file with the passphrase", surroundings);
        }
        try {
            ClaimSigner signer = KeyFiles.load(
                    surroundings.directory().resolve(key),
                    Optional.ofNullable(cert)
                            .map(path -> surroundings.directory().resolve(path)),
                    passphrase(surroundings),
                    engine);
            Suitability.require(signer, surroundings.clock().instant());
            warn(cert == null ? key : cert, signer, surroundings);
            return signer;
        } catch (SigningException e) {
            String files = cert == null ? key.toString() : key + " with " + cert;
            String way = e instanceof MissingPassphraseException
                    ? "; give it with --passphrase-file or in ESTAMPILLE_KEY_PASSPHRASE"
                    : "";
            throw new CommandFailure(ExitCode.CANNOT_SIGN, files + ": " + e.getMessage() + way + ".");
        }
    }

    /** Says before anything is signed that nobody will trust it, where that is sure. */
    static void warn(Path file, ClaimSigner signer, Surroundings surroundings) {
        Suitability.doubt(signer.chain())
                .ifPresent(doubt ->
                        surroundings.err().println("estampille: warning: " + SafeText.line(file + ": " + doubt) + "."));
    }

    Optional<TimeStampAuthority> timeStamps(CryptoEngine engine) throws CommandFailure {
        if (tsa == null) {
            return Optional.empty();
        }
        String scheme = String.valueOf(tsa.getScheme());
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new CommandFailure(ExitCode.USAGE, "--tsa " + tsa + ": an http or https address is needed.");
        }
        return Optional.of(new HttpTimeStampAuthority(tsa, TSA_DEADLINE, new SecureRandom(), engine));
    }

    /** Everything that tagging and amending need from outside. */
    TaggingTools tools(
            ClaimSigner signer, CryptoEngine engine, int threads, Progress progress, Surroundings surroundings)
            throws CommandFailure {
        return new TaggingTools(
                signer,
                timeStamps(engine),
                new ManifestHeader.GeneratorInfo("Estampille", ProductVersion.current(), SPEC_VERSION),
                engine,
                CertificateCache.bounded(256),
                ContentCache.bounded(ContentCache.USUAL),
                engine.random().orElseGet(SecureRandom::new),
                ReadLimits.standard(),
                surroundings.clock(),
                threads,
                Interruptions.staging(),
                progress::advance);
    }

    private static final int LONGEST_PASSPHRASE = 64 << 10;

    private Supplier<char[]> passphrase(Surroundings surroundings) throws IOException {
        if (passphraseFile != null) {
            String text = SmallFile.text(surroundings.directory().resolve(passphraseFile), LONGEST_PASSPHRASE);
            return () -> text.stripTrailing().toCharArray();
        }
        Optional<String> variable =
                Optional.ofNullable(surroundings.environment().get("ESTAMPILLE_KEY_PASSPHRASE"));
        return () -> variable.map(String::toCharArray).orElseGet(() -> ask(surroundings));
    }

    private static char[] ask(Surroundings surroundings) {
        Console console = surroundings.interactive() ? System.console() : null;
        char[] typed = console == null ? new char[0] : console.readPassword("Passphrase of the key: ");
        return typed == null ? new char[0] : typed;
    }
}
