package org.estampille.timestamp;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;

/**
 * A TimeStampToken (RFC 3161 clause 2.4.2), read and not yet checked: {@link TimeStampCheck} does that. Algorithms are object
 * identifiers in dotted form.
 *
 * @param octets the DER octets of the token
 * @param content the octets of the TSTInfo, which the signature covers
 * @param time the time it attests, {@code genTime}
 * @param nonce the number of the request, when it is repeated
 * @param imprintAlgorithm the hash of the imprint
 * @param imprint the hash of what was stamped
 * @param signer the signature over the content
 * @param certificates in DER, the signer's own first; empty when that one is not among them
 */
public record TimeStampToken(
        Octets octets,
        Octets content,
        Instant time,
        Optional<BigInteger> nonce,
        String imprintAlgorithm,
        Octets imprint,
        Signer signer,
        List<Octets> certificates) {

    /**
     * The signature of a token (RFC 5652 clause 5.3).
     *
     * @param digestAlgorithm the hash of the content
     * @param contentDigest what the attributes say that hash is
     * @param signatureAlgorithm how the attributes are signed
     * @param attributes the octets of the signed attributes
     * @param certificate which certificate the attributes say is the signer's
     * @param signature the octets of the signature
     */
    public record Signer(
            String digestAlgorithm,
            Octets contentDigest,
            String signatureAlgorithm,
            Octets attributes,
            Optional<CertificateHash> certificate,
            Octets signature) {}

    /**
     * The hash that identifies a certificate (RFC 2634, RFC 5035).
     *
     * @param algorithm of the hash
     * @param hash of the certificate in DER
     */
    public record CertificateHash(String algorithm, Octets hash) {}

    public TimeStampToken {
        certificates = List.copyOf(certificates);
    }

    /**
     * Reads a token.
     *
     * @param der the ContentInfo of a TimeStampToken
     */
    public static TimeStampToken read(Octets der) throws MalformedContentException {
        return TokenReader.token(der);
    }

    /**
     * Reads the token of a reply.
     *
     * @param der a TimeStampResp; one that grants nothing is malformed here (C2PA 2.5 clause 14.8.1.1)
     */
    public static TimeStampToken ofResponse(Octets der) throws MalformedContentException {
        TokenReader.Response response = TokenReader.response(der);
        if (!response.isGranted()) {
            throw TokenReader.TIME_STAMP.malformed("a reply without a token to rely on: " + response.refusal());
        }
        return read(response.token().orElseThrow());
    }
}
