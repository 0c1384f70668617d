package org.estampille.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.report.SafeText;
import org.estampille.sign.Suitability;
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
    ExitCode inspect(Path file) throws CommandFailure {
        CertificateChain chain = read(file);
        Instant now = surroundings.clock().instant();
        boolean accepted = true;
        print(file + ": " + name(chain.leaf()));
        for (ProfileClause clause : CertificateProfile.clauses(chain, Purpose.CLAIM_SIGNING)) {
            line(clause.kept(), clause.certificate() + ": " + clause.requirement(), clause.violation());
            accepted &= clause.kept();
        }
        for (X509Certificate certificate : chain.certificates()) {
            boolean valid = new CertificateChain(java.util.List.of(certificate)).isValidAt(now);
            String period = certificate.getNotBefore().toInstant() + " to "
                    + certificate.getNotAfter().toInstant();
            line(valid, name(certificate) + ": valid now", "valid " + period);
            accepted &= valid;
        }
        Optional<TrustList> list =
                TrustOptions.lists(surroundings).vouchingFor(chain, now, CertificateCache.bounded(10));
        print(
                list.isPresent()
                        ? "  trust  your list " + list.get().origin().name() + " vouches for it"
                        : "  trust  no list of yours vouches for it");
        Suitability.doubt(chain).ifPresent(doubt -> print("  trust  " + doubt));
        print(
                accepted
                        ? "accepted: it keeps the profile (C2PA 2.5 clause 13.5.1)"
                        : "not accepted: see above (C2PA 2.5 clause 13.5.1)");
        return accepted ? ExitCode.OK : ExitCode.REJECTED;
    }

    private CertificateChain read(Path file) throws CommandFailure {
        Octets content = CertificateFile.read(surroundings.directory().resolve(file), file.toString());
        try {
            return CertificateChain.ofPem(content.latin1());
        } catch (MalformedContentException e) {
            throw CertificateFile.unusable(file.toString(), content, e);
        }
    }

    private void line(boolean kept, String requirement, String violation) {
        print((kept ? "  ok     " : "  FAILS  ") + requirement + (kept ? "" : " (" + violation + ")"));
    }

    /** Names in a certificate are whatever its maker wrote. */
    private void print(String line) {
        out.println(SafeText.line(line));
    }

    private static String name(X509Certificate certificate) {
        return DistinguishedName.of(certificate.getSubjectX500Principal()).shortest();
    }
}
