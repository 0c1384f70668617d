package org.estampille.sign;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Set;
import org.estampille.bytes.Octets;
import org.estampille.sign.DemoCertificates.Issuer;

/**
 * A certification authority of one's own, to try things out: a root, an intermediate and a signer shaped as the C2PA
 * conformance programme's certificate profiles ask. Its names say what it is; only those who take its root as an anchor trust
 * it. The keys of root and intermediate are thrown away.
 *
 * @param root the trust anchor for verifiers, {@code root.pem}
 * @param chain signer and intermediate, {@code chain.pem}
 * @param key the signer's private key, {@code leaf.key.pem}, for its owner's eyes only
 */
public record DemoAuthority(Path root, Path chain, Path key) {

    private static final Duration ROOT_LIFE = Duration.ofDays(3650);
    private static final Duration INTERMEDIATE_LIFE = Duration.ofDays(1826);
    private static final Duration LEAF_LIFE = Duration.ofDays(365);
    /** Certificates begin a little earlier than they are made, for verifiers whose clock is slow. */
    private static final Duration HEAD_START = Duration.ofHours(1);

    /** The files that {@link #create} writes into {@code folder}. */
    public static DemoAuthority in(Path folder) {
        return new DemoAuthority(
                folder.resolve("root.pem"), folder.resolve("chain.pem"), folder.resolve("leaf.key.pem"));
    }

    /**
     * Makes the authority and writes its three files. The folder is made when absent.
     *
     * @throws java.nio.file.FileAlreadyExistsException when one of the files exists; none is replaced
     */
    public static DemoAuthority create(Path folder, Clock clock, SecureRandom random) throws IOException {
        DemoAuthority authority = in(folder);
        for (Path file : Set.of(authority.root, authority.chain, authority.key)) {
            if (Files.exists(file)) {
                throw new java.nio.file.FileAlreadyExistsException(file.toString());
            }
        }
        Files.createDirectories(folder);
        authority.write(new DemoCertificates(random), clock.instant().truncatedTo(ChronoUnit.SECONDS));
        return authority;
    }

    private void write(DemoCertificates certificates, Instant now) throws IOException {
        Instant begin = now.minus(HEAD_START);
        Issuer top = certificates.root(begin, begin.plus(ROOT_LIFE));
        Issuer middle = certificates.intermediate(top, begin, begin.plus(INTERMEDIATE_LIFE));
        KeyPair signer = certificates.keys("secp256r1");
        Octets leaf = certificates.signer(signer, middle, begin, begin.plus(LEAF_LIFE));
        write(key, pem("PRIVATE KEY", Octets.adopt(signer.getPrivate().getEncoded())), true);
        write(chain, pem("CERTIFICATE", leaf) + pem("CERTIFICATE", middle.certificate()), false);
        write(root, pem("CERTIFICATE", top.certificate()), false);
    }

    /** Writes a new file; a secret one is for its owner's eyes only. */
    static void write(Path file, String text, boolean secret) throws IOException {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] attributes = secret && posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Files.createFile(file, attributes);
        Files.writeString(file, text, StandardCharsets.US_ASCII, StandardOpenOption.WRITE);
    }

    static String pem(String label, Octets der) {
        Base64.Encoder encoder = Base64.getMimeEncoder(64, new byte[] {'\n'});
        return "-----BEGIN " + label + "-----\n" + encoder.encodeToString(der.toByteArray()) + "\n-----END " + label
                + "-----\n";
    }
}
