package org.estampille.revocation;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.crypto.CryptoEngine;
import org.estampille.trust.Issuance;

/**
 * Whether a response is about a certificate, and from one who may speak about it (RFC 6960 clauses 3.2 and 4.2.2.2). The
 * certificate is named by the hashes of its issuer's name and key together with its serial number; a serial number alone is
 * shared by certificates of many issuers.
 */
public final class OcspCheck {

    private static final String OCSP_SIGNING = "1.3.6.1.5.5.7.3.9";
    /** SHA-1 names certificates here, it proves nothing. */
    private static final Map<String, String> NAMING_HASHES = Map.of(
            "1.3.14.3.2.26", "SHA-1",
            "2.16.840.1.101.3.4.2.1", "SHA-256",
            "2.16.840.1.101.3.4.2.2", "SHA-384",
            "2.16.840.1.101.3.4.2.3", "SHA-512");

    private final CryptoEngine engine;
    private final X509Certificate subject;
    private final X509Certificate issuer;

    private OcspCheck(CryptoEngine engine, X509Certificate subject, X509Certificate issuer) {
        this.engine = engine;
        this.subject = subject;
        this.issuer = issuer;
    }

    /**
     * Reads and checks a response.
     *
     * @param der an OCSPResponse
     * @param subject the certificate in question
     * @param issuer a certificate whose key signed that of the subject; the caller made sure of it
     */
    public static OcspOutcome check(CryptoEngine engine, Octets der, X509Certificate subject, X509Certificate issuer) {
        try {
            return new OcspCheck(engine, subject, issuer).check(OcspResponse.read(der));
        } catch (MalformedContentException e) {
            return new OcspOutcome.Unusable(e.problem());
        }
    }

    private OcspOutcome check(OcspResponse response) throws MalformedContentException {
        Optional<OcspAnswer> answer = answer(response);
        if (answer.isEmpty()) {
            return new OcspOutcome.Unusable("the response is about another certificate");
        }
        return isAuthorised(response)
                ? new OcspOutcome.Answered(answer.get())
                : new OcspOutcome.Unusable("the response is not signed by the issuer or a responder of the issuer's");
    }

    /** The answer about the subject; the worst where a response has several. */
    private Optional<OcspAnswer> answer(OcspResponse response) {
        Optional<OcspAnswer> found = Optional.empty();
        for (OcspResponse.Single single : response.singles()) {
            boolean worse = found.isEmpty() || single.answer().standing() == OcspAnswer.Standing.REVOKED;
            if (worse && single.serial().equals(subject.getSerialNumber()) && isOfIssuer(single)) {
                found = Optional.of(single.answer());
            }
        }
        return found;
    }

    private boolean isOfIssuer(OcspResponse.Single single) {
        String hash = NAMING_HASHES.get(single.hashAlgorithm());
        if (hash == null) {
            return false;
        }
        byte[] key = SubjectPublicKeyInfo.getInstance(issuer.getPublicKey().getEncoded())
                .getPublicKeyData()
                .getBytes();
        return hash(hash, subject.getIssuerX500Principal().getEncoded()).equals(single.issuerName())
                && hash(hash, key).equals(single.issuerKey());
    }

    private static Octets hash(String algorithm, byte[] octets) {
        try {
            return Octets.adopt(MessageDigest.getInstance(algorithm).digest(octets));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    private boolean isAuthorised(OcspResponse response) throws MalformedContentException {
        if (OcspSignature.isBy(engine, response, issuer.getPublicKey())) {
            return true;
        }
        for (Octets der : response.certificates()) {
            X509Certificate responder = Issuance.certificate(der);
            if (isDelegated(responder, response.producedAt())
                    && OcspSignature.isBy(engine, response, responder.getPublicKey())) {
                return true;
            }
        }
        return false;
    }

    /** Issued by the very issuer, for this and nothing else, and valid when it signed. */
    private boolean isDelegated(X509Certificate responder, Instant signedAt) {
        boolean[] usage = responder.getKeyUsage();
        return Issuance.keyPurposes(responder).contains(OCSP_SIGNING)
                && responder.getBasicConstraints() < 0
                && (usage == null || usage[0])
                && !signedAt.isBefore(responder.getNotBefore().toInstant())
                && !signedAt.isAfter(responder.getNotAfter().toInstant())
                && Issuance.isIssuedBy(responder, issuer);
    }
}
