package org.estampille.trust;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/**
 * The certificate profile (C2PA 2.5 clause 13.5.1.1). What a claim-signing certificate is signed with, and which keys it may
 * certify, is {@link CertificateAlgorithms}.
 */
public final class CertificateProfile {

    private static final String AUTHORITY_KEY_IDENTIFIER = "2.5.29.35";
    private static final String SUBJECT_KEY_IDENTIFIER = "2.5.29.14";
    private static final String ANY_EXTENDED_KEY_USAGE = "2.5.29.37.0";
    private static final String TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
    private static final String OCSP_SIGNING = "1.3.6.1.5.5.7.3.9";
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int KEY_CERT_SIGN = 5;

    private final List<String> violations = new ArrayList<>();

    private CertificateProfile() {}

    /**
     * Everything in which the chain breaks the profile; empty when it keeps it. Validity periods and signatures are not looked
     * at, see {@link ChainValidator}.
     *
     * @return one clause each, the signer's own certificate first
     */
    public static List<String> violations(CertificateChain chain, Purpose purpose) {
        CertificateProfile profile = new CertificateProfile();
        profile.leaf(chain.leaf(), purpose);
        for (int i = 1; i < chain.certificates().size(); i++) {
            profile.authority(chain.certificates().get(i), "certificate " + (i + 1) + " of the chain");
        }
        return List.copyOf(profile.violations);
    }

    /** As {@link #violations(CertificateChain, Purpose)}, asking {@code cache} first. */
    public static List<String> violations(CertificateChain chain, Purpose purpose, CertificateCache cache) {
        return cache.violations(chain, purpose);
    }

    private void leaf(X509Certificate leaf, Purpose purpose) {
        String who = "the signer's certificate";
        if (purpose == Purpose.CLAIM_SIGNING) {
            violations.addAll(CertificateAlgorithms.violations(leaf));
        }
        common(leaf, who);
        verify(leaf.getBasicConstraints() < 0, who + " is that of a certification authority");
        boolean[] usage = leaf.getKeyUsage();
        verify(usage == null || usage[DIGITAL_SIGNATURE], who + " lacks the key usage digitalSignature");
        verify(usage == null || !usage[KEY_CERT_SIGN], who + " has the key usage keyCertSign");
        extendedKeyUsage(leaf, purpose, who);
    }

    private void authority(X509Certificate certificate, String who) {
        common(certificate, who);
        verify(certificate.getBasicConstraints() >= 0, who + " is not that of a certification authority");
        verify(certificate.getExtensionValue(SUBJECT_KEY_IDENTIFIER) != null, who + " has no subject key identifier");
        boolean[] usage = certificate.getKeyUsage();
        verify(usage == null || usage[KEY_CERT_SIGN], who + " lacks the key usage keyCertSign");
    }

    private void common(X509Certificate certificate, String who) {
        verify(certificate.getVersion() == 3, who + " is not version 3");
        verify(certificate.getIssuerUniqueID() == null, who + " has an issuerUniqueID");
        verify(certificate.getSubjectUniqueID() == null, who + " has a subjectUniqueID");
        boolean selfSigned = certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
        verify(
                selfSigned || certificate.getExtensionValue(AUTHORITY_KEY_IDENTIFIER) != null,
                who + " has no authority key identifier");
        verify(certificate.getKeyUsage() != null, who + " has no key usage");
    }

    private void extendedKeyUsage(X509Certificate leaf, Purpose purpose, String who) {
        List<String> purposes = purposes(leaf);
        if (purposes.isEmpty()) {
            violations.add(who + " has no extended key usage");
            return;
        }
        verify(!purposes.contains(ANY_EXTENDED_KEY_USAGE), who + " has the extended key usage anyExtendedKeyUsage");
        boolean reserved = purposes.contains(TIME_STAMPING) || purposes.contains(OCSP_SIGNING);
        verify(!reserved || purposes.size() == 1, who + " mixes time-stamping or OCSP signing with other purposes");
        boolean stamps = purposes.contains(TIME_STAMPING);
        if (purpose == Purpose.TIME_STAMPING) {
            verify(stamps, who + " is not for time-stamping");
        } else {
            verify(!reserved, who + " is for time-stamping or OCSP signing");
        }
    }

    /** The extended key usages of a certificate; empty when the extension is absent or cannot be read. */
    static List<String> purposes(X509Certificate certificate) {
        try {
            List<String> purposes = certificate.getExtendedKeyUsage();
            return purposes == null ? List.of() : purposes;
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }

    private void verify(boolean holds, String violation) {
        if (!holds) {
            violations.add(violation);
        }
    }
}
