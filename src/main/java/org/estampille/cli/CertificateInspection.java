package org.estampille.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import org.estampille.bytes.MalformedContentException;
import org.estampille.trust.CertificateCache;
import org.estampille.trust.CertificateChain;
import org.estampille.trust.CertificateProfile;
import org.estampille.trust.DistinguishedName;
import org.estampille.trust.ProfileClause;
import org.estampille.trust.Purpose;
import org.estampille.trust.TrustList;

/** Tells clause by clause whether a certificate would be accepted as a claim signer's. */
final class CertificateInspection {

    private final Surroundings surroundings;
    private final PrintWriter out;

    CertificateInspection(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.out = surroundings.out();
    }

    /** Prints the findings. Trust is told but does not count: it is for each verifier to decide. */
    ExitCode inspect(Path file) throws IOException, CommandFailure {
        CertificateChain chain = read(file);
        Instant now = surroundings.clock().instant();
        boolean accepted = true;
        out.println(file + ": " + printable(name(chain.leaf())));
        for (ProfileClause clause : CertificateProfile.clauses(chain, Purpose.CLAIM_SIGNING)) {
            line(clause.kept(), clause.certificate() + ": " + clause.requirement(), clause.violation());
            accepted &= clause.kept();
        }
        for (X509Certificate certificate : chain.certificates()) {
            boolean valid = new CertificateChain(java.util.List.of(certificate)).isValidAt(now);
            String period = certificate.getNotBefore().toInstant() + " to "
                    + certificate.getNotAfter().toInstant();
            line(valid, printable(name(certificate)) + ": valid now", "valid " + period);
            accepted &= valid;
        }
        Optional<TrustList> list =
                TrustOptions.lists(surroundings).vouchingFor(chain, now, CertificateCache.bounded(10));
        out.println(
                list.isPresent()
                        ? "  trust  your list " + list.get().origin().name() + " vouches for it"
                        : "  trust  no list of yours vouches for it");
        out.println(
                accepted
                        ? "accepted: it keeps the profile (C2PA 2.5 clause 13.5.1)"
                        : "not accepted: see above (C2PA 2.5 clause 13.5.1)");
        return accepted ? ExitCode.OK : ExitCode.REJECTED;
    }

    private CertificateChain read(Path file) throws IOException, CommandFailure {
        try {
            return CertificateChain.ofPem(Files.readString(
                    surroundings.directory().resolve(file), java.nio.charset.StandardCharsets.ISO_8859_1));
        } catch (MalformedContentException e) {
            throw new CommandFailure(
                    ExitCode.USAGE, file + " holds no certificates that can be read: " + e.problem() + ".");
        }
    }

    private void line(boolean kept, String requirement, String violation) {
        out.println((kept ? "  ok     " : "  FAILS  ") + requirement + (kept ? "" : " (" + violation + ")"));
    }

    private static String name(X509Certificate certificate) {
        return DistinguishedName.of(certificate.getSubjectX500Principal()).shortest();
    }

    /** Text of a certificate without characters that steer a terminal. */
    static String printable(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
