package org.estampille.revocation;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;

/**
 * A successful OCSPResponse (RFC 6960 clause 4.2.1), read and not yet checked.
 *
 * @param signed the octets the signature covers
 * @param algorithm object identifier of the signature algorithm
 * @param parameters of that algorithm in DER
 * @param signature the octets of the signature
 * @param producedAt when it was signed
 * @param certificates in DER
 * @param singles what it says about which certificates
 */
record OcspResponse(
        Octets signed,
        String algorithm,
        Optional<Octets> parameters,
        Octets signature,
        Instant producedAt,
        List<Octets> certificates,
        List<Single> singles) {

    /**
     * What is said about one certificate.
     *
     * @param hashAlgorithm object identifier of the hash of the next two
     * @param issuerName hash of the issuer's name
     * @param issuerKey hash of the issuer's key
     * @param serial of the certificate
     * @param answer about it
     */
    record Single(String hashAlgorithm, Octets issuerName, Octets issuerKey, BigInteger serial, OcspAnswer answer) {}

    OcspResponse {
        certificates = List.copyOf(certificates);
        singles = List.copyOf(singles);
    }

    static OcspResponse read(Octets der) throws MalformedContentException {
        return OcspReader.read(der);
    }
}
