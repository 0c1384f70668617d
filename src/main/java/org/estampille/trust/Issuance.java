package org.estampille.trust;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;

/** Who issued a certificate, by signature and not by name alone. */
public final class Issuance {
    private Issuance() {}

    /** Whether {@code issuer} has the name of the issuer of {@code certificate} and the key that signed it. */
    public static boolean isIssuedBy(X509Certificate certificate, X509Certificate issuer) {
        if (!certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
            return false;
        }
        try {
            MlDsaCertificate.understood(certificate).verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Parses one certificate. */
    public static X509Certificate certificate(Octets der) throws MalformedContentException {
        return Certificates.parse(der);
    }

    /** The extended key usages of a certificate as object identifiers; empty when there are none that can be read. */
    public static List<String> keyPurposes(X509Certificate certificate) {
        return CertificateProfile.purposes(certificate);
    }
}
