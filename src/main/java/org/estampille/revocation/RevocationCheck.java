package org.estampille.revocation;

import java.io.IOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.Octets;
import org.estampille.crypto.CryptoEngine;
import org.estampille.trust.CertificateChain;
import org.estampille.trust.Issuance;
import org.estampille.trust.TrustAnchors;

/**
 * What responders said about the certificates of one signer, and what follows from it at the time that counts (C2PA 2.5 clause
 * 14.9; CAWG Identity Assertion 1.3 clause 8.2.2 says the same of identities). Evidence that nobody has to believe changes
 * nothing, since anybody can put it there; of believable answers the worst counts.
 *
 * @param engine for hashes and signatures
 * @param chain of the signer
 * @param anchors where issuers are found that the chain leaves out; an anchor itself is never asked about
 * @param attested when the signature was made, as a trusted time-stamp says
 * @param now the time "now" stands for
 * @param evidence responses that came with the file
 * @param network how to reach responders; empty asks none
 */
public record RevocationCheck(
        CryptoEngine engine,
        CertificateChain chain,
        List<TrustAnchors> anchors,
        Optional<Instant> attested,
        Instant now,
        List<OcspEvidence> evidence,
        Optional<OcspSource> network) {

    private static final Duration WITHOUT_NEXT_UPDATE = Duration.ofHours(24);

    public RevocationCheck {
        anchors = List.copyOf(anchors);
        evidence = List.copyOf(evidence);
    }

    /**
     * Why an authority of the chain must not be trusted, if so.
     *
     * @param ask whether responders of authorities may be asked where the file says nothing; only for a chain that is trusted, so
     *     that no stranger has requests sent anywhere
     */
    public Optional<String> revokedAuthority(boolean ask) {
        if (evidence.isEmpty() && !(ask && network.isPresent())) {
            return Optional.empty();
        }
        List<X509Certificate> certificates = chain.certificates();
        for (int i = 1; i < certificates.size(); i++) {
            boolean open = ask && !isAnchor(certificates.get(i)) && !isSelfIssued(certificates.get(i));
            if (of(certificates.get(i), open).status() == Revocation.Status.REVOKED) {
                return Optional.of("certificate " + (i + 1) + " of the chain is revoked");
            }
        }
        return Optional.empty();
    }

    /** What is known about the signer's own certificate; see {@link #revokedAuthority} for {@code ask}. */
    public Revocation ofSigner(boolean ask) {
        return of(chain.leaf(), ask);
    }

    private Revocation of(X509Certificate certificate, boolean ask) {
        Revocation found = stored(certificate);
        boolean open = found.status() == Revocation.Status.NOT_CHECKED || found.status() == Revocation.Status.UNKNOWN;
        return open && ask && network.isPresent() && OcspRequests.namesResponder(certificate)
                ? online(certificate, network.get())
                : found;
    }

    private boolean isAnchor(X509Certificate certificate) {
        for (TrustAnchors some : anchors) {
            if (some.certificates().contains(certificate)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSelfIssued(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }

    /** What the evidence in the file says about one certificate. */
    private Revocation stored(X509Certificate certificate) {
        Optional<X509Certificate> issuer = evidence.isEmpty() ? Optional.empty() : issuerOf(certificate);
        Revocation best = nothing(certificate);
        if (issuer.isEmpty()) {
            return best;
        }
        for (OcspEvidence item : evidence) {
            OcspOutcome outcome = OcspCheck.check(engine, item.response(), certificate, issuer.get());
            if (outcome instanceof OcspOutcome.Answered answered) {
                best = worse(best, judged(answered.answer(), item.source()));
            }
        }
        return best;
    }

    private static Revocation nothing(X509Certificate certificate) {
        return OcspRequests.namesResponder(certificate)
                ? Revocation.without(Revocation.Status.NOT_CHECKED, "no usable answer came with the file")
                : Revocation.without(Revocation.Status.NO_SERVICE, "the certificate names no responder");
    }

    private static Revocation worse(Revocation one, Revocation other) {
        return rank(other.status()) > rank(one.status()) ? other : one;
    }

    private static int rank(Revocation.Status status) {
        return switch (status) {
            case REVOKED -> 3;
            case NOT_REVOKED -> 2;
            case UNKNOWN -> 1;
            case NOT_CHECKED, INACCESSIBLE, NO_SERVICE -> 0;
        };
    }

    /**
     * An answer in the file (clause 14.9.1). The standard only considers it with a trusted time-stamp. Without one a good answer
     * is worth nothing here either, but a revocation counts: nothing shows that the signature is older.
     */
    private Revocation judged(OcspAnswer answer, Revocation.Source source) {
        boolean begun = !answer.thisUpdate().isAfter(now);
        boolean covers = attested.isPresent() && covers(answer, attested.get());
        return switch (answer.standing()) {
            case REVOKED ->
                begun && (covers || attested.isEmpty())
                        ? of(Revocation.Status.REVOKED, source, answer, "revoked")
                        : none("a revocation in the file is about another time");
            case GOOD ->
                begun && covers
                        ? of(Revocation.Status.NOT_REVOKED, source, answer, "not revoked")
                        : none("an answer in the file does not cover the time of signing");
            case UNKNOWN ->
                begun && covers
                        ? of(Revocation.Status.UNKNOWN, source, answer, "the responder does not know it")
                        : none("an answer in the file does not cover the time of signing");
            case RELEASED -> none("the answer in the file is not simply good");
        };
    }

    /** Whether an answer says something about a time: one before it was given, or while it held. */
    private static boolean covers(OcspAnswer answer, Instant time) {
        Instant end = answer.nextUpdate().orElse(answer.producedAt().plus(WITHOUT_NEXT_UPDATE));
        return time.isBefore(end);
    }

    private static Revocation none(String explanation) {
        return Revocation.without(Revocation.Status.NOT_CHECKED, explanation);
    }

    private static Revocation of(Revocation.Status status, Revocation.Source source, OcspAnswer answer, String what) {
        String explanation = what + ", says a responder as of " + answer.thisUpdate();
        return new Revocation(status, Optional.of(source), Optional.of(answer.thisUpdate()), explanation);
    }

    /** Asks the responder the certificate names (clause 14.9.2). */
    private Revocation online(X509Certificate certificate, OcspSource source) {
        Optional<X509Certificate> issuer = issuerOf(certificate);
        Optional<URI> responder = OcspRequests.responder(certificate);
        if (issuer.isEmpty() || responder.isEmpty()) {
            return Revocation.without(Revocation.Status.INACCESSIBLE, "the responder or the issuer is not known");
        }
        try {
            Octets response = source.ask(responder.get(), OcspRequests.encode(certificate, issuer.get()));
            OcspOutcome outcome = OcspCheck.check(engine, response, certificate, issuer.get());
            return outcome instanceof OcspOutcome.Answered answered
                    ? fresh(answered.answer())
                    : Revocation.without(Revocation.Status.INACCESSIBLE, "the answer cannot be used");
        } catch (IOException e) {
            return Revocation.without(
                    Revocation.Status.INACCESSIBLE,
                    "no answer: " + (e.getMessage() == null ? "connection failed" : e.getMessage()));
        }
    }

    /** Today's answer. One that has run out may be an old one sent again. */
    private Revocation fresh(OcspAnswer answer) {
        if (!covers(answer, now)) {
            return Revocation.without(Revocation.Status.INACCESSIBLE, "the answer has expired");
        }
        Revocation.Source source = Revocation.Source.ONLINE;
        boolean later = attested.isPresent()
                && answer.revokedAt().isPresent()
                && answer.revokedAt().get().isAfter(attested.get());
        return switch (answer.standing()) {
            case GOOD, RELEASED -> of(Revocation.Status.NOT_REVOKED, source, answer, "not revoked");
            case REVOKED ->
                later
                        ? of(Revocation.Status.NOT_REVOKED, source, answer, "revoked only after it signed")
                        : of(Revocation.Status.REVOKED, source, answer, "revoked");
            case UNKNOWN -> of(Revocation.Status.UNKNOWN, source, answer, "the responder does not know it");
        };
    }

    /** A certificate of the chain or an anchor whose key really signed this one. */
    private Optional<X509Certificate> issuerOf(X509Certificate certificate) {
        Optional<X509Certificate> found = issuerOf(certificate, chain.certificates());
        for (TrustAnchors some : anchors) {
            if (found.isEmpty()) {
                found = issuerOf(certificate, some.certificates());
            }
        }
        return found;
    }

    private static Optional<X509Certificate> issuerOf(X509Certificate certificate, List<X509Certificate> candidates) {
        for (X509Certificate candidate : candidates) {
            if (candidate.getBasicConstraints() >= 0 && Issuance.isIssuedBy(certificate, candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
