package org.estampille.cawg;

import java.io.IOException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.estampille.trust.CertificateChain;
import org.estampille.trust.CertificateProfile;
import org.estampille.trust.ChainValidator;
import org.estampille.trust.Purpose;
import org.estampille.trust.TrustAnchors;
import org.estampille.trust.TrustOutcome;

/**
 * Whether somebody the user trusts vouches for a named actor's certificate (clause 8.2.4): its purpose must be accepted, and the
 * certificate must be on a list itself or lead to an authority on it.
 */
final class X509Trust {

    private static final String DOCUMENT_SIGNING = "1.3.6.1.5.5.7.3.36";
    private static final String EMAIL_PROTECTION = "1.3.6.1.5.5.7.3.4";

    /** S/MIME certificates whose holder was validated as organisation, sponsored or individual person. */
    private static final Set<String> POLICIES = Set.of(
            "2.23.140.1.5.2.2",
            "2.23.140.1.5.2.3",
            "2.23.140.1.5.3.2",
            "2.23.140.1.5.3.3",
            "2.23.140.1.5.4.2",
            "2.23.140.1.5.4.3");

    /** S/MIME certificates count up to 31 March 2027 (clause 8.2.4.1). */
    private static final Instant INTERIM_END = Instant.parse("2027-04-01T00:00:00Z");

    private X509Trust() {}

    /** The judgement at {@code when}, the time of a trusted stamp or now. */
    static TrustOutcome evaluate(CertificateChain chain, IdentityContext context, Instant when) {
        if (context.trust().anchors().isEmpty()) {
            return new TrustOutcome.Untrusted("no trust anchors for identities were given");
        }
        String objection = purpose(chain.leaf(), when);
        if (!objection.isEmpty()) {
            return new TrustOutcome.Untrusted(objection);
        }
        TrustAnchors anchors = context.trust().anchors();
        if (anchors.certificates().contains(chain.leaf())) {
            return listed(chain.leaf(), anchors, when);
        }
        List<String> violations = CertificateProfile.violations(chain, Purpose.CLAIM_SIGNING, context.credentials());
        return violations.isEmpty()
                ? ChainValidator.evaluate(chain, anchors, when, Purpose.CLAIM_SIGNING, context.credentials())
                : new TrustOutcome.Untrusted(violations.get(0));
    }

    private static TrustOutcome listed(X509Certificate leaf, TrustAnchors anchors, Instant when) {
        boolean valid = anchors.counts(leaf, when) && new CertificateChain(List.of(leaf)).isValidAt(when);
        return valid && leaf.getBasicConstraints() < 0
                ? new TrustOutcome.Trusted(leaf)
                : new TrustOutcome.Untrusted("on the list, but not valid or not trusted then, or that of an authority");
    }

    /** Why the certificate may not be used for identities; empty text when it may. */
    private static String purpose(X509Certificate leaf, Instant when) {
        List<String> purposes = purposes(leaf);
        if (purposes.contains(DOCUMENT_SIGNING)) {
            return "";
        }
        if (!purposes.contains(EMAIL_PROTECTION)) {
            return "its extended key usage is not accepted for identities";
        }
        if (!when.isBefore(INTERIM_END)) {
            return "e-mail certificates count only up to 31 March 2027";
        }
        return hasPolicy(leaf) ? "" : "its certificate policy is not accepted for identities";
    }

    private static List<String> purposes(X509Certificate leaf) {
        try {
            List<String> purposes = leaf.getExtendedKeyUsage();
            return purposes == null ? List.of() : purposes;
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }

    private static boolean hasPolicy(X509Certificate leaf) {
        X509CertSelector selector = new X509CertSelector();
        try {
            selector.setPolicy(POLICIES);
        } catch (IOException e) {
            throw new IllegalStateException("the policies are object identifiers", e);
        }
        return selector.match(leaf);
    }
}
