package org.estampille.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.estampille.report.SafeText;
import org.estampille.sign.CertificateRequest;
import org.estampille.sign.DemoAuthority;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code estampille keys}: signing keys. */
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        description = "Makes keys, and says what a certificate is good for.",
        subcommands = {})
final class KeysCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Spec
    private @Nullable CommandSpec spec;

    KeysCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "say which: 'keys demo', 'keys csr' or 'keys inspect'");
        }
        return ExitCode.USAGE.code();
    }

    /** Makes the demo authority. */
    @Command(
            name = "demo",
            mixinStandardHelpOptions = true,
            description =
                    "Makes a local demo authority: root.pem, chain.pem (leaf first, without the root), leaf.key.pem. "
                            + "For trying things out; nobody trusts it.")
    int demo(
            @Option(
                            names = "--out",
                            paramLabel = "DIR",
                            description =
                                    "Where. Without it: estampille/demo-authority below your folder for settings.")
                    @Nullable
                    Path out,
            @Option(names = "--force", description = "Replace an authority that is there.") boolean force)
            throws IOException, CommandFailure {
        Path folder = OutputFolder.require(
                surroundings
                        .directory()
                        .resolve(Optional.ofNullable(out).orElseGet(() -> defaultFolder(surroundings.environment()))),
                "three files are written");
        if (Files.exists(folder.resolve("leaf.key.pem")) && !force) {
            throw new CommandFailure(
                    ExitCode.IO, folder + ": has a demo authority already; use it, or give --force to make a new one.");
        }
        create(folder, surroundings);
        surroundings.out().println(SafeText.line("demo authority, not for production: " + folder));
        for (String file : new String[] {"root.pem", "chain.pem", "leaf.key.pem"}) {
            surroundings.out().println(SafeText.line("  " + folder.resolve(file)));
        }
        return ExitCode.OK.code();
    }

    /** Makes a key and asks for a certificate. */
    @Command(
            name = "csr",
            mixinStandardHelpOptions = true,
            description = "Makes a key and a PKCS #10 request to have it certified for signing claims: "
                    + "leaf.key.pem, request.csr.")
    int csr(
            @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where.") Path out,
            @Option(names = "--name", required = true, paramLabel = "CN", description = "Shown as the signer.")
                    String name,
            @Option(names = "--organization", paramLabel = "O", description = "Legal name.") @Nullable
                    String organization,
            @Option(names = "--country", paramLabel = "C", description = "Two letters.") @Nullable String country)
            throws IOException, CommandFailure {
        if (country != null && country.length() != 2) {
            throw new CommandFailure(ExitCode.USAGE, "--country wants two letters, not '" + country + "'.");
        }
        Path folder = OutputFolder.require(surroundings.directory().resolve(out), "two files are written");
        for (String file : new String[] {"request.csr", "leaf.key.pem"}) {
            if (Files.exists(folder.resolve(file))) {
                throw new CommandFailure(
                        ExitCode.IO,
                        folder.resolve(file) + ": exists already, and a key is never replaced;"
                                + " name another folder with --out, or move the file away.");
            }
        }
        CertificateRequest made = CertificateRequest.create(
                folder,
                new CertificateRequest.Subject(name, Optional.ofNullable(organization), Optional.ofNullable(country)),
                new SecureRandom());
        surroundings.out().println(SafeText.line("key, keep it secret: " + made.key()));
        surroundings.out().println(SafeText.line("request, for the certification authority: " + made.request()));
        return ExitCode.OK.code();
    }

    /** Says what a certificate is good for. */
    @Command(
            name = "inspect",
            mixinStandardHelpOptions = true,
            description = "Says clause by clause whether a certificate would be accepted as a signer's.")
    int inspect(
            @Parameters(paramLabel = "CERT.pem", description = "The signer's certificate first, then its issuers.")
                    Path file)
            throws CommandFailure {
        return new CertificateInspection(surroundings).inspect(file).code();
    }

    /** Below the user's folder for settings. */
    static Path defaultFolder(Map<String, String> environment) {
        return settings(environment).resolve("demo-authority");
    }

    /** The user's folder for the settings of this program. */
    static Path settings(Map<String, String> environment) {
        String settings = Optional.ofNullable(environment.get("XDG_CONFIG_HOME"))
                .or(() -> Optional.ofNullable(environment.get("APPDATA")))
                .orElseGet(() ->
                        Path.of(System.getProperty("user.home", "."), ".config").toString());
        return Path.of(settings, "estampille");
    }

    static void create(Path folder, Surroundings surroundings) throws IOException {
        DemoAuthority.create(folder, surroundings.clock(), new SecureRandom());
    }
}
