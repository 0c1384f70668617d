package org.estampille.trust;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXReason;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Path validation (RFC 5280 clause 6) from a signer to a trust anchor, which may be an intermediate. Revocation is not asked
 * for. As in the RFC, the validity period of the anchor itself does not count; the {@link TrustWindow} somebody gave it does.
 */
public final class ChainValidator {

    private static final String SUBJECT_KEY_IDENTIFIER = "2.5.29.14";
    private static final String AUTHORITY_KEY_IDENTIFIER = "2.5.29.35";

    private static final String NO_ANCHOR = "no trust anchor issued it or a certificate presented with it";

    private final List<X509Certificate> presented;
    private final TrustAnchors anchors;
    private final Instant at;
    private String reason = NO_ANCHOR;

    private ChainValidator(CertificateChain chain, TrustAnchors anchors, Instant at) {
        this.presented = chain.certificates();
        this.anchors = anchors;
        this.at = at;
    }

    /** Whether a chain that signed a claim leads to one of {@code anchors} at that instant. */
    public static TrustOutcome evaluate(CertificateChain chain, TrustAnchors anchors, Instant at) {
        return evaluate(chain, anchors, at, Purpose.CLAIM_SIGNING);
    }

    /**
     * Whether a chain leads to one of {@code anchors} at that instant, and its leaf may be used for {@code purpose} (C2PA 2.5
     * clause 13.5.1.2).
     */
    public static TrustOutcome evaluate(CertificateChain chain, TrustAnchors anchors, Instant at, Purpose purpose) {
        if (anchors.isEmpty()) {
            return new TrustOutcome.Untrusted("no trust anchors were given");
        }
        if (!purpose.isAllowedBy(CertificateProfile.purposes(chain.leaf()))) {
            return new TrustOutcome.Untrusted("none of its extended key usages is for this purpose");
        }
        return new ChainValidator(chain, anchors, at).evaluate();
    }

    /** As {@link #evaluate(CertificateChain, TrustAnchors, Instant, Purpose)}, asking {@code cache} first. */
    public static TrustOutcome evaluate(
            CertificateChain chain, TrustAnchors anchors, Instant at, Purpose purpose, CertificateCache cache) {
        return cache.outcome(chain, anchors, at, purpose);
    }

    private TrustOutcome evaluate() {
        List<X509Certificate> path = new ArrayList<>();
        List<X509Certificate> understood = new ArrayList<>();
        Optional<X509Certificate> next = Optional.of(presented.get(0));
        while (next.isPresent()) {
            path.add(next.get());
            understood.add(MlDsaCertificate.understood(next.get()));
            for (X509Certificate anchor : issuersOf(next.get())) {
                if (leadsTo(anchor, understood)) {
                    return new TrustOutcome.Trusted(anchor);
                }
            }
            next = presentedIssuer(next.get(), path);
        }
        return new TrustOutcome.Untrusted(reason);
    }

    /** Anchors with the name of the issuer, those with its key identifier first: names are often shared by several keys. */
    private List<X509Certificate> issuersOf(X509Certificate certificate) {
        List<X509Certificate> issuers = new ArrayList<>();
        for (X509Certificate anchor : anchors.certificates()) {
            boolean named = anchor.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
            if (named && !anchors.counts(anchor, at)) {
                reason = "its trust anchor counts only " + windows(anchor);
            } else if (named && anchor.getBasicConstraints() >= 0) {
                issuers.add(identifies(certificate, anchor) ? 0 : issuers.size(), anchor);
            }
        }
        return issuers;
    }

    private String windows(X509Certificate anchor) {
        List<String> texts = new ArrayList<>();
        for (TrustWindow window : anchors.windows(anchor)) {
            texts.add(window.text());
        }
        return String.join(" and ", texts);
    }

    private Optional<X509Certificate> presentedIssuer(X509Certificate certificate, List<X509Certificate> path) {
        for (X509Certificate candidate : presented) {
            boolean named = candidate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
            if (named && !path.contains(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** Whether the authority key identifier of the one holds the subject key identifier of the other (RFC 5280 4.2.1.1). */
    private static boolean identifies(X509Certificate certificate, X509Certificate issuer) {
        byte[] wanted = certificate.getExtensionValue(AUTHORITY_KEY_IDENTIFIER);
        byte[] offered = issuer.getExtensionValue(SUBJECT_KEY_IDENTIFIER);
        if (wanted == null || offered == null) {
            return false;
        }
        // OCTET STRING { SEQUENCE { [0] identifier ...  against  OCTET STRING { OCTET STRING { identifier
        return offered.length > 4
                && wanted.length >= offered.length + 2
                && Arrays.equals(offered, 4, offered.length, wanted, 6, offered.length + 2);
    }

    private boolean leadsTo(X509Certificate anchor, List<X509Certificate> path) {
        try {
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(anchor, null)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at));
            CertPathValidator.getInstance("PKIX")
                    .validate(Certificates.factory().generateCertPath(path), parameters);
            return true;
        } catch (CertPathValidatorException e) {
            reason = describe(e);
            return false;
        } catch (InvalidAlgorithmParameterException e) {
            throw new IllegalStateException("the anchor set is not empty", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has PKIX path validation", e);
        }
    }

    private static String describe(CertPathValidatorException e) {
        String where = e.getIndex() < 0 ? "the chain" : "certificate " + (e.getIndex() + 1) + " of the chain";
        Object kind = e.getReason();
        if (kind == PKIXReason.NO_TRUST_ANCHOR) {
            return NO_ANCHOR;
        }
        if (kind == CertPathValidatorException.BasicReason.EXPIRED) {
            return where + " had expired";
        }
        if (kind == CertPathValidatorException.BasicReason.NOT_YET_VALID) {
            return where + " was not yet valid";
        }
        if (kind == CertPathValidatorException.BasicReason.INVALID_SIGNATURE) {
            return where + " is not signed by its issuer";
        }
        return where + " does not pass path validation (" + e.getMessage() + ")";
    }
}
