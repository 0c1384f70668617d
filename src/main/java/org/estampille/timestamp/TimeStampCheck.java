package org.estampille.timestamp;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.crypto.CryptoEngine;
import org.estampille.timestamp.TimeStampOutcome.Kind;
import org.estampille.trust.CertificateCache;
import org.estampille.trust.CertificateChain;
import org.estampille.trust.CertificateProfile;
import org.estampille.trust.ChainValidator;
import org.estampille.trust.DistinguishedName;
import org.estampille.trust.Purpose;
import org.estampille.trust.TrustAnchors;
import org.estampille.trust.TrustOutcome;

/**
 * The check of a time-stamp token (C2PA 2.5 clause 14.8.2), in the order of that clause. The octets that were stamped are the
 * caller's to know: see {@code cose.SigStructure}.
 */
public final class TimeStampCheck {

    private final CryptoEngine engine;
    private final CertificateCache cache;
    private final Optional<TrustAnchors> anchors;

    /**
     * @param engine for hashes and signatures
     * @param cache of the authorities' certificates
     * @param anchors those of time-stamping authorities; empty leaves trust open, no anchors at all trusts nobody
     */
    public TimeStampCheck(CryptoEngine engine, CertificateCache cache, Optional<TrustAnchors> anchors) {
        this.engine = engine;
        this.cache = cache;
        this.anchors = anchors;
    }

    /**
     * Checks a token with the engine of the platform and no cache.
     *
     * @param token a DER TimeStampToken, as in {@code sigTst2}
     * @param stampedMessage the octets the imprint must be of
     */
    public static TimeStampOutcome check(Octets token, Octets stampedMessage, Optional<TrustAnchors> anchors) {
        return new TimeStampCheck(CryptoEngine.platform(), CertificateCache.bounded(16), anchors)
                .ofToken(token, stampedMessage);
    }

    /** Checks a DER TimeStampToken, as in {@code sigTst2}. */
    public TimeStampOutcome ofToken(Octets token, Octets stampedMessage) {
        try {
            return outcome(TimeStampToken.read(token), stampedMessage);
        } catch (MalformedContentException e) {
            return TimeStampOutcome.malformed(e.problem());
        }
    }

    /** Checks a DER TimeStampResp, as in {@code sigTst}. */
    public TimeStampOutcome ofResponse(Octets response, Octets stampedMessage) {
        try {
            return outcome(TimeStampToken.ofResponse(response), stampedMessage);
        } catch (MalformedContentException e) {
            return TimeStampOutcome.malformed(e.problem());
        }
    }

    private TimeStampOutcome outcome(TimeStampToken token, Octets stampedMessage) throws MalformedContentException {
        Optional<CertificateChain> chain = token.certificates().isEmpty()
                ? Optional.empty()
                : Optional.of(CertificateChain.read(token.certificates(), cache));
        Verdict verdict = new Verdict(token.time(), chain.map(CertificateChain::leaf));
        CmsSignature signature = new CmsSignature(engine, token);
        if (!signature.isAcceptable()) {
            return verdict.of(Kind.UNTRUSTED, "signed with an algorithm that is not acceptable");
        }
        if (chain.isEmpty()) {
            return verdict.of(Kind.UNTRUSTED, "the authority's certificate is not in the token");
        }
        if (!signature.isBy(chain.get().publicKey(), token.certificates().get(0))) {
            return verdict.of(Kind.MISMATCH, "the token's own signature is wrong");
        }
        Optional<HashAlgorithm> hash = CmsSignature.hash(token.imprintAlgorithm());
        if (hash.isEmpty()) {
            return verdict.of(Kind.UNTRUSTED, "the imprint is made with a hash that is not acceptable");
        }
        if (!engine.hash(hash.get(), stampedMessage).value().equals(token.imprint())) {
            return verdict.of(Kind.MISMATCH, "it stamps something else");
        }
        return trust(verdict, chain.get());
    }

    private TimeStampOutcome trust(Verdict verdict, CertificateChain chain) {
        CertificateChain leaf = new CertificateChain(List.of(chain.leaf()));
        List<String> violations = CertificateProfile.violations(leaf, Purpose.TIME_STAMPING, cache);
        if (!violations.isEmpty()) {
            return verdict.of(Kind.UNTRUSTED, "the authority's certificate breaks the profile: " + violations.get(0));
        }
        if (anchors.isEmpty()) {
            return leaf.isValidAt(verdict.time) ? verdict.validated(Optional.empty()) : verdict.outsideValidity();
        }
        TrustOutcome outcome = outcomeAt(verdict.time, chain);
        if (outcome instanceof TrustOutcome.Trusted trusted) {
            return verdict.validated(Optional.of(trusted.certificate()));
        }
        boolean expired = !chain.isValidAt(verdict.time)
                && outcomeAt(latestBeginning(chain), chain).isTrusted();
        return expired ? verdict.outsideValidity() : verdict.of(Kind.UNTRUSTED, untrusted(outcome));
    }

    private static String untrusted(TrustOutcome outcome) {
        return outcome instanceof TrustOutcome.Untrusted because
                ? "no trust anchor vouches for the authority: " + because.reason()
                : "no trust anchor vouches for the authority";
    }

    private TrustOutcome outcomeAt(Instant at, CertificateChain chain) {
        return ChainValidator.evaluate(chain, anchors.orElseGet(TrustAnchors::empty), at, Purpose.TIME_STAMPING, cache);
    }

    /** An instant at which the whole chain was valid, if there ever was one. */
    private static Instant latestBeginning(CertificateChain chain) {
        Instant latest = Instant.MIN;
        for (X509Certificate certificate : chain.certificates()) {
            Instant begins = certificate.getNotBefore().toInstant();
            latest = begins.isAfter(latest) ? begins : latest;
        }
        return latest;
    }

    private record Verdict(Instant time, Optional<X509Certificate> certificate) {

        TimeStampOutcome of(Kind kind, String explanation) {
            return new TimeStampOutcome(
                    kind, Optional.of(time), authority(), certificate, Optional.empty(), explanation);
        }

        TimeStampOutcome outsideValidity() {
            return of(
                    Kind.OUTSIDE_VALIDITY, "the attested time is outside the validity of the authority's certificates");
        }

        TimeStampOutcome validated(Optional<X509Certificate> anchor) {
            return new TimeStampOutcome(Kind.VALIDATED, Optional.of(time), authority(), certificate, anchor, "");
        }

        private Optional<String> authority() {
            return certificate.map(
                    leaf -> DistinguishedName.of(leaf.getSubjectX500Principal()).shortest());
        }
    }
}
