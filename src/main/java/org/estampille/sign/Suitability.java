package org.estampille.sign;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.estampille.trust.CertificateChain;
import org.estampille.trust.CertificateProfile;
import org.estampille.trust.DistinguishedName;
import org.estampille.trust.Purpose;

/** What is refused, or doubted, before anything is signed, since every verifier would refuse or doubt it afterwards. */
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

    /**
     * Why no verifier will trust what a certificate signs, although it keeps the profile: a validator has trust anchors by
     * extended key usage, and none for any of the leaf's (C2PA 2.5 clauses 13.4 and 13.5.1.2).
     *
     * @return a part of a sentence without a full stop; empty when one of its usages is for signing claims
     */
    public static Optional<String> doubt(CertificateChain chain) {
        List<String> usages = CertificateProfile.foreignPurposes(chain, Purpose.CLAIM_SIGNING);
        return usages.isEmpty()
                ? Optional.empty()
                : Optional.of("verifiers will not trust what it signs: none of its extended key usages ("
                        + String.join(", ", usages) + ") is for signing claims; get a certificate for"
                        + " c2pa-kp-claimSigning, emailProtection or documentSigning");
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
