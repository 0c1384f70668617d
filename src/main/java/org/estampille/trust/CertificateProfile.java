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

    private final List<ProfileClause> clauses = new ArrayList<>();

    private CertificateProfile() {}

    /**
     * Everything in which the chain breaks the profile; empty when it keeps it. Validity periods and signatures are not looked
     * at, see {@link ChainValidator}.
     *
     * @return one clause each, the signer's own certificate first
     */
    public static List<String> violations(CertificateChain chain, Purpose purpose) {
        List<String> violations = new ArrayList<>();
        for (ProfileClause clause : clauses(chain, purpose)) {
            if (!clause.kept()) {
                violations.add(clause.violation());
            }
        }
        return List.copyOf(violations);
    }

    /** Every requirement that was looked at, kept or not, the signer's own certificate first. */
    public static List<ProfileClause> clauses(CertificateChain chain, Purpose purpose) {
        CertificateProfile profile = new CertificateProfile();
        profile.leaf(chain.leaf(), purpose);
        for (int i = 1; i < chain.certificates().size(); i++) {
            profile.authority(chain.certificates().get(i), "certificate " + (i + 1) + " of the chain");
        }
        return List.copyOf(profile.clauses);
    }

    /** As {@link #violations(CertificateChain, Purpose)}, asking {@code cache} first. */
    public static List<String> violations(CertificateChain chain, Purpose purpose, CertificateCache cache) {
        return cache.violations(chain, purpose);
    }

    private void leaf(X509Certificate leaf, Purpose purpose) {
        String who = "the signer's certificate";
        if (purpose == Purpose.CLAIM_SIGNING) {
            algorithms(leaf, who);
        }
        common(leaf, who);
        boolean[] usage = leaf.getKeyUsage();
        verify(
                who,
                "is no certification authority's",
                leaf.getBasicConstraints() < 0,
                " is that of a certification authority");
        verify(
                who,
                "key usage digitalSignature",
                usage == null || usage[DIGITAL_SIGNATURE],
                " lacks the key usage digitalSignature");
        verify(
                who,
                "no key usage keyCertSign",
                usage == null || !usage[KEY_CERT_SIGN],
                " has the key usage keyCertSign");
        extendedKeyUsage(leaf, purpose, who);
    }

    private void algorithms(X509Certificate leaf, String who) {
        List<String> violations = CertificateAlgorithms.violations(leaf);
        String requirement = "signed with, and certifying, algorithms of the list";
        if (violations.isEmpty()) {
            clauses.add(new ProfileClause(who, requirement, true, ""));
        }
        for (String violation : violations) {
            clauses.add(new ProfileClause(who, requirement, false, violation));
        }
    }

    private void authority(X509Certificate certificate, String who) {
        common(certificate, who);
        verify(
                who,
                "is a certification authority's",
                certificate.getBasicConstraints() >= 0,
                " is not that of a certification authority");
        verify(
                who,
                "subject key identifier",
                certificate.getExtensionValue(SUBJECT_KEY_IDENTIFIER) != null,
                " has no subject key identifier");
        boolean[] usage = certificate.getKeyUsage();
        verify(who, "key usage keyCertSign", usage == null || usage[KEY_CERT_SIGN], " lacks the key usage keyCertSign");
    }

    private void common(X509Certificate certificate, String who) {
        verify(who, "version 3", certificate.getVersion() == 3, " is not version 3");
        verify(who, "no issuerUniqueID", certificate.getIssuerUniqueID() == null, " has an issuerUniqueID");
        verify(who, "no subjectUniqueID", certificate.getSubjectUniqueID() == null, " has a subjectUniqueID");
        boolean selfSigned = certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
        verify(
                who,
                "authority key identifier, unless self-signed",
                selfSigned || certificate.getExtensionValue(AUTHORITY_KEY_IDENTIFIER) != null,
                " has no authority key identifier");
        verify(who, "key usage present", certificate.getKeyUsage() != null, " has no key usage");
    }

    private void extendedKeyUsage(X509Certificate leaf, Purpose purpose, String who) {
        List<String> purposes = purposes(leaf);
        verify(who, "extended key usage present", !purposes.isEmpty(), " has no extended key usage");
        if (purposes.isEmpty()) {
            return;
        }
        verify(
                who,
                "no anyExtendedKeyUsage",
                !purposes.contains(ANY_EXTENDED_KEY_USAGE),
                " has the extended key usage anyExtendedKeyUsage");
        boolean reserved = purposes.contains(TIME_STAMPING) || purposes.contains(OCSP_SIGNING);
        verify(
                who,
                "time-stamping and OCSP signing alone, if at all",
                !reserved || purposes.size() == 1,
                " mixes time-stamping or OCSP signing with other purposes");
        if (purpose == Purpose.TIME_STAMPING) {
            verify(who, "for time-stamping", purposes.contains(TIME_STAMPING), " is not for time-stamping");
        } else {
            verify(who, "not for time-stamping or OCSP", !reserved, " is for time-stamping or OCSP signing");
        }
    }

    /**
     * The extended key usages of a leaf none of which is for {@code purpose}, as object identifiers; empty when one is. The
     * profile allows them, but nothing that the leaf signs can be trusted (C2PA 2.5 clause 13.5.1.2).
     */
    public static List<String> foreignPurposes(CertificateChain chain, Purpose purpose) {
        List<String> purposes = purposes(chain.leaf());
        return purpose.isAllowedBy(purposes) ? List.of() : List.copyOf(purposes);
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

    private void verify(String who, String requirement, boolean holds, String otherwise) {
        clauses.add(new ProfileClause(who, requirement, holds, holds ? "" : who + otherwise));
    }
}
