package org.estampille.validate;

import java.io.IOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.Octets;
import org.estampille.cose.CoseSign1;
import org.estampille.revocation.OcspAnswer;
import org.estampille.revocation.OcspCheck;
import org.estampille.revocation.OcspOutcome;
import org.estampille.revocation.OcspRequests;
import org.estampille.trust.CertificateChain;
import org.estampille.trust.Issuance;
import org.estampille.trust.TrustList;

/**
 * Rule {@code revocation} (clauses 13.5.2 and 14.9): what responders said about the signer's certificates. Evidence that nobody
 * has to believe changes nothing, since anybody can put it there; of believable answers the worst counts.
 */
final class RevocationRules {

    private static final Duration WITHOUT_NEXT_UPDATE = Duration.ofHours(24);

    private final Scope scope;
    private final CertificateChain chain;
    private final Optional<Instant> attested;
    private final List<OcspEvidence> evidence;

    RevocationRules(Scope scope, CoseSign1 cose, CertificateChain chain, SigningTime time) {
        this.scope = scope;
        this.chain = chain;
        this.attested = time.attested();
        this.evidence = OcspEvidence.of(scope, cose);
    }

    /** Why an authority of the chain must not be trusted, if so; only what came with the file is asked. */
    Optional<String> revokedAuthority() {
        for (int i = 1; i < chain.certificates().size() && !evidence.isEmpty(); i++) {
            if (stored(chain.certificates().get(i)).status() == Revocation.Status.REVOKED) {
                return Optional.of("certificate " + (i + 1) + " of the chain is revoked");
            }
        }
        return Optional.empty();
    }

    /**
     * What is known about the signer's own certificate, with its code.
     *
     * @param trusted whether its chain leads to an anchor; a responder that anybody may name is never asked
     */
    Revocation ofSigner(boolean trusted, String url) {
        Revocation found = stored(chain.leaf());
        boolean open = found.status() == Revocation.Status.NOT_CHECKED || found.status() == Revocation.Status.UNKNOWN;
        if (open && trusted && scope.context().ocsp().isPresent() && OcspRequests.namesResponder(chain.leaf())) {
            found = online();
        }
        Optional<StatusCode> code = code(found.status());
        if (code.isPresent()) {
            scope.findings().add(code.get(), url, found.explanation());
        }
        return found;
    }

    private static Optional<StatusCode> code(Revocation.Status status) {
        return switch (status) {
            case NOT_REVOKED -> Optional.of(StatusCode.SIGNING_CREDENTIAL_OCSP_NOT_REVOKED);
            case REVOKED -> Optional.of(StatusCode.SIGNING_CREDENTIAL_OCSP_REVOKED);
            case UNKNOWN -> Optional.of(StatusCode.SIGNING_CREDENTIAL_OCSP_UNKNOWN);
            case NOT_CHECKED -> Optional.of(StatusCode.SIGNING_CREDENTIAL_OCSP_SKIPPED);
            case INACCESSIBLE -> Optional.of(StatusCode.SIGNING_CREDENTIAL_OCSP_INACCESSIBLE);
            case NO_SERVICE -> Optional.empty();
        };
    }

    /** What the evidence in the file says about one certificate. */
    private Revocation stored(X509Certificate certificate) {
        Optional<X509Certificate> issuer = evidence.isEmpty() ? Optional.empty() : issuerOf(certificate);
        Revocation best = nothing(certificate);
        if (issuer.isEmpty()) {
            return best;
        }
        for (OcspEvidence item : evidence) {
            OcspOutcome outcome = OcspCheck.check(scope.context().engine(), item.response(), certificate, issuer.get());
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
        boolean begun = !answer.thisUpdate().isAfter(scope.context().at());
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
    private Revocation online() {
        X509Certificate leaf = chain.leaf();
        Optional<X509Certificate> issuer = issuerOf(leaf);
        Optional<URI> responder = OcspRequests.responder(leaf);
        if (issuer.isEmpty() || responder.isEmpty()) {
            return Revocation.without(Revocation.Status.INACCESSIBLE, "the responder or the issuer is not known");
        }
        try {
            Octets request = OcspRequests.encode(leaf, issuer.get());
            Octets response = scope.context().ocsp().orElseThrow().ask(responder.get(), request);
            OcspOutcome outcome = OcspCheck.check(scope.context().engine(), response, leaf, issuer.get());
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
        if (!covers(answer, scope.context().at())) {
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
        if (found.isEmpty()) {
            found = issuerOf(certificate, scope.context().anchors().certificates());
        }
        for (TrustList list : scope.context().lists().lists()) {
            if (found.isEmpty()) {
                found = issuerOf(certificate, list.anchors().certificates());
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
