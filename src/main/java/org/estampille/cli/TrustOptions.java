package org.estampille.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.crypto.CryptoEngine;
import org.estampille.revocation.AddressRule;
import org.estampille.revocation.FreshOcspSource;
import org.estampille.revocation.HttpOcspSource;
import org.estampille.revocation.OcspSource;
import org.estampille.trust.CertificateCache;
import org.estampille.trust.TrustAnchors;
import org.estampille.trust.TrustFolder;
import org.estampille.trust.TrustList;
import org.estampille.trust.TrustLists;
import org.estampille.validate.ValidationContext;
import org.estampille.verify.HttpRemoteStores;
import org.estampille.verify.RemoteStores;
import picocli.CommandLine.Option;

/** The options that say whom to trust, and as of when. */
final class TrustOptions {

    private static final int KNOWN_CERTIFICATES = 1_000;
    private static final Duration RESPONDER_TIME = Duration.ofSeconds(5);
    private static final Duration FETCHING_TIME = Duration.ofSeconds(20);

    @Option(
            names = "--trust",
            paramLabel = "PEM",
            description = "Certificates trusted as issuers of signers; may be given several times.")
    private List<Path> anchors = new ArrayList<>();

    @Option(
            names = "--trust-tsa",
            paramLabel = "PEM",
            description = "Certificates trusted as issuers of time-stamping authorities; may be given several times.")
    private List<Path> timeStampAnchors = new ArrayList<>();

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "Judge as of this time instead of now: 2026-11-22 or 2026-11-22T10:00:00Z.")
    private Optional<String> at = Optional.empty();

    @Option(
            names = "--allow-network",
            description =
                    "Ask the responders that the certificates of a trusted signer name whether they are revoked, and fetch "
                            + "manifests that a file only names. Those asked learn what is being verified.")
    private boolean network;

    /** What a validation depends on, as far as the command line says. */
    ValidationContext context(Surroundings surroundings, CryptoEngine engine, int threads) throws CommandFailure {
        TrustLists lists = lists(surroundings);
        return new ValidationContext(
                engine,
                read(surroundings.directory(), anchors, "--trust"),
                read(surroundings.directory(), timeStampAnchors, "--trust-tsa")
                        .merge(lists.anchors(TrustList.Kind.TSA)),
                at.isPresent() ? time(at.get()) : surroundings.clock().instant(),
                ReadLimits.standard(),
                threads,
                CertificateCache.bounded(KNOWN_CERTIFICATES),
                Optional.empty(),
                lists,
                network ? Optional.of(responders()) : Optional.empty());
    }

    private static OcspSource responders() {
        return new FreshOcspSource(new HttpOcspSource(AddressRule.publicOnly(), RESPONDER_TIME), new SecureRandom());
    }

    /** How to fetch what files only name; empty unless the network is allowed. */
    Optional<RemoteStores> remoteStores() {
        return network
                ? Optional.of(new HttpRemoteStores(
                        AddressRule.publicOnly(),
                        FETCHING_TIME,
                        ReadLimits.standard().manifestStore()))
                : Optional.empty();
    }

    /** A list that cannot be read stops the command: judging without it would look like judging with it. */
    static TrustLists lists(Surroundings surroundings) throws CommandFailure {
        TrustFolder folder = TrustCommand.folder(surroundings);
        try {
            return folder.load();
        } catch (MalformedContentException e) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "The " + e.format() + " is unusable: " + e.problem()
                            + "; import it again with --force, or forget it with" + " 'estampille trust remove "
                            + e.format().replace("trust list ", "") + "'.");
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.IO,
                    "The trust lists in " + folder.folder() + " cannot be read: " + CommandLineRunner.sentence(e));
        }
    }

    static TrustAnchors read(Path directory, List<Path> files, String option) throws CommandFailure {
        TrustAnchors all = TrustAnchors.empty();
        for (Path file : files) {
            NamedFile.require(option, file, "a PEM file with certificates", directory);
            String shown = option + " " + file;
            Octets content = CertificateFile.read(directory.resolve(file), shown);
            try {
                all = all.merge(TrustAnchors.ofPem(content.latin1()));
            } catch (MalformedContentException e) {
                throw CertificateFile.unusable(shown, content, e);
            }
        }
        return all;
    }

    private static Instant time(String text) throws CommandFailure {
        try {
            return text.indexOf('T') < 0
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "--at wants a date like 2026-11-22 or a time like 2026-11-22T10:00:00Z, not " + text + ".");
        }
    }
}
