package org.estampille.sign;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.estampille.trust.CertificateChain;
import org.estampille.trust.CertificateProfile;
import org.estampille.trust.DistinguishedName;
import org.estampille.trust.Purpose;

/** What is refused before anything is signed, since every verifier would refuse it afterwards. */
public final class Suitability {
    private Suitability() {}

    /**
     * Refuses a signer that breaks the certificate profile, or whose certificates are not valid at that time.
     *
     * @throws SigningException naming everything that is wrong
     */
    public static void require(ClaimSigner signer, Instant now) throws SigningException {
        requireProfile(signer);
        CertificateChain chain = signer.chain();
        if (!chain.isValidAt(now)) {
            for (X509Certificate certificate : chain.certificates()) {
                requireValid(certificate, now);
            }
        }
    }

    private static void requireValid(X509Certificate certificate, Instant now) throws SigningException {
        String name =
                DistinguishedName.of(certificate.getSubjectX500Principal()).shortest();
        Instant begins = certificate.getNotBefore().toInstant();
        Instant ends = certificate.getNotAfter().toInstant();
        if (now.isBefore(begins)) {
            throw new SigningException("the certificate of '" + name + "' is not valid before " + begins);
        }
        if (now.isAfter(ends)) {
            throw new SigningException("the certificate of '" + name + "' expired at " + ends);
        }
    }

    static void requireProfile(ClaimSigner signer) throws SigningException {
        List<String> violations = CertificateProfile.violations(signer.chain(), Purpose.CLAIM_SIGNING);
        if (!violations.isEmpty()) {
            throw new SigningException("the certificate may not sign claims: " + String.join("; ", violations));
        }
    }
}
