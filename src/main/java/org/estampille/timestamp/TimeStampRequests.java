package org.estampille.timestamp;

import java.io.IOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.estampille.bytes.Digest;
import org.estampille.bytes.Octets;

/** Encodes requests (RFC 3161 clause 2.4.1). */
public final class TimeStampRequests {
    private TimeStampRequests() {}

    /**
     * A TimeStampReq that asks for the authority's certificates (C2PA 2.5 clause 10.3.2.5).
     *
     * @param imprint the hash to be stamped
     * @param nonce a number not used before
     */
    public static Octets encode(Digest imprint, BigInteger nonce) {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        String oid = switch (imprint.algorithm()) {
            case SHA256 -> "2.16.840.1.101.3.4.2.1";
            case SHA384 -> "2.16.840.1.101.3.4.2.2";
            case SHA512 -> "2.16.840.1.101.3.4.2.3";
        };
        try {
            return Octets.adopt(generator
                    .generate(new ASN1ObjectIdentifier(oid), imprint.value().toByteArray(), nonce)
                    .getEncoded());
        } catch (IOException e) {
            throw new IllegalStateException("encoding to memory", e);
        }
    }
}
