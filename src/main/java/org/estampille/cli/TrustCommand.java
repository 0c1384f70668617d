package org.estampille.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.report.SafeText;
import org.estampille.trust.DistinguishedName;
import org.estampille.trust.TrustFolder;
import org.estampille.trust.TrustList;
import org.estampille.trust.TrustLists;
import org.estampille.trust.TrustWindow;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code estampille trust}: whom to trust. None is built in. */
@Command(
        name = "trust",
        mixinStandardHelpOptions = true,
        description = "Imports and shows the lists of those you trust. Without one, no signer is trusted.")
final class TrustCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Spec
    private @Nullable CommandSpec spec;

    TrustCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (spec != null) {
            throw new ParameterException(
                    spec.commandLine(), "say which: 'trust import', 'trust list', 'trust show' or 'trust remove'");
        }
        return ExitCode.USAGE.code();
    }

    /** Where the lists are. */
    static TrustFolder folder(Surroundings surroundings) {
        return new TrustFolder(KeysCommand.settings(surroundings.environment()).resolve("trust"));
    }

    /** Takes over a list. */
    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description =
                    "Keeps the certificates of a PEM or JSON trust list as a list that 'verify' trusts from now on.")
    int importList(
            @Parameters(
                            paramLabel = "FILE",
                            description =
                                    "PEM certificates, or a list of trusted entities in JSON as C2PA publishes it.")
                    Path file,
            @Option(
                            names = "--purpose",
                            required = true,
                            paramLabel = "PURPOSE",
                            description =
                                    "claim: issuers of signers for C2PA (the C2PA trust list); tsa: issuers of time-stamping "
                                            + "authorities; cawg: issuers of identities; vendor: issuers of signers, on one "
                                            + "vendor's word; allowed: signers themselves.")
                    TrustList.Kind purpose,
            @Option(names = "--name", paramLabel = "NAME", description = "Default: the purpose.") @Nullable String name,
            @Option(
                            names = "--eku",
                            paramLabel = "OID",
                            description =
                                    "Only for certificates with this extended key usage; may be given several times. "
                                            + "Default for claim: 1.3.6.1.4.1.62558.2.1, else all that fit the purpose.")
                    @Nullable
                    List<String> keyPurposes,
            @Option(names = "--force", description = "Replace a list of that name.") boolean force)
            throws IOException, CommandFailure {
        String called = name == null ? purpose.label() : name;
        TrustFolder folder = folder(surroundings);
        if (!TrustFolder.isName(called)) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "--name wants letters, digits, dots, hyphens and underscores, not '" + called + "'.");
        }
        if (folder.has(called) && !force) {
            throw new CommandFailure(
                    ExitCode.IO, "There is a list '" + called + "' already; give --force to replace it, or --name.");
        }
        if (folder.holds(surroundings.directory().resolve(file))) {
            throw new CommandFailure(
                    ExitCode.USAGE, file + " is a list that was imported already; import the file it came from.");
        }
        Octets content = CertificateFile.read(surroundings.directory().resolve(file), file.toString());
        Set<String> eku = keyPurposes == null ? purpose.keyPurposes() : identifiers(keyPurposes);
        try {
            TrustList list = folder.add(
                    called,
                    purpose,
                    eku,
                    String.valueOf(file.getFileName()),
                    content,
                    surroundings.clock().instant());
            surroundings.out().println(SafeText.line("imported " + line(list)));
            ImportedCertificates.lines(list).forEach(surroundings.out()::println);
            ImportedCertificates.warnings(list).forEach(surroundings.err()::println);
            return ExitCode.OK.code();
        } catch (MalformedContentException e) {
            if (content.latin1().stripLeading().startsWith("{")) {
                throw new CommandFailure(
                        ExitCode.USAGE, file + " is no trust list that can be read: " + e.problem() + ".");
            }
            throw CertificateFile.unusable(file.toString(), content, e);
        }
    }

    private static Set<String> identifiers(Collection<String> texts) throws CommandFailure {
        for (String text : texts) {
            boolean dotted = text.indexOf('.') > 0 && text.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9');
            if (!dotted) {
                throw new CommandFailure(
                        ExitCode.USAGE, "--eku wants an object identifier like 1.3.6.1.5.5.7.3.4, not " + text + ".");
            }
        }
        return Set.copyOf(texts);
    }

    /** One line a list. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "One line for each list.")
    int list() throws CommandFailure {
        TrustLists lists = TrustOptions.lists(surroundings);
        for (TrustList list : lists.lists()) {
            surroundings.out().println(SafeText.line(line(list)));
        }
        if (lists.lists().isEmpty()) {
            surroundings.err().println("No trust list yet. Import one: estampille trust import FILE --purpose claim");
        }
        return ExitCode.OK.code();
    }

    /** Everything about one list. */
    @Command(name = "show", mixinStandardHelpOptions = true, description = "Everything about one list.")
    int show(@Parameters(paramLabel = "NAME") String name) throws CommandFailure {
        for (TrustList list : TrustOptions.lists(surroundings).lists()) {
            if (list.origin().name().equals(name)) {
                print(list);
                return ExitCode.OK.code();
            }
        }
        throw new CommandFailure(ExitCode.USAGE, "There is no list '" + name + "'; see 'estampille trust list'.");
    }

    /** Forgets a list. */
    @Command(
            name = "remove",
            mixinStandardHelpOptions = true,
            description = "Forgets a list, also one that is damaged.")
    int remove(@Parameters(paramLabel = "NAME") String name) throws CommandFailure, IOException {
        if (!folder(surroundings).remove(name)) {
            throw new CommandFailure(ExitCode.USAGE, "There is no list '" + name + "'; see 'estampille trust list'.");
        }
        surroundings.out().println(SafeText.line("removed " + name));
        return ExitCode.OK.code();
    }

    private void print(TrustList list) {
        surroundings.out().println(SafeText.line(line(list)));
        list.origin().issue().ifPresent(issue -> surroundings.out().println(SafeText.line(edition(issue))));
        surroundings.out().println(SafeText.line("SHA-256: " + list.origin().sha256()));
        surroundings
                .out()
                .println(SafeText.line("extended key usages: " + String.join(", ", new TreeSet<>(list.keyPurposes()))));
        for (X509Certificate certificate : list.anchors().certificates()) {
            String name =
                    DistinguishedName.of(certificate.getSubjectX500Principal()).text();
            surroundings
                    .out()
                    .println(SafeText.line("  " + name + ", valid until "
                            + certificate.getNotAfter().toInstant()
                            + windows(list.anchors().windows(certificate))));
        }
    }

    private static String windows(List<TrustWindow> windows) {
        StringBuilder text = new StringBuilder();
        for (TrustWindow window : windows) {
            text.append(text.isEmpty() ? ", trusted " : " and ").append(window.text());
        }
        return text.toString();
    }

    private static String edition(TrustList.Issue issue) {
        String due = issue.nextUpdate().map(next -> ", next due " + next).orElse("");
        return "edition " + issue.sequence() + " of " + issue.scheme() + ", issued " + issue.issued() + due;
    }

    private static String line(TrustList list) {
        TrustList.Origin origin = list.origin();
        int count = list.anchors().certificates().size();
        return origin.name() + ": " + origin.kind().label() + ", " + count
                + (count == 1 ? " certificate" : " certificates") + ", imported "
                + origin.imported().truncatedTo(ChronoUnit.SECONDS) + " from " + origin.source();
    }
}
