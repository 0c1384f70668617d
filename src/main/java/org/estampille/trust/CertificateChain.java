package org.estampille.trust;

import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;

/**
 * The certificates a signer presents: its own first, then those that lead to a trust anchor. Nothing about them is true until
 * {@link ChainValidator} says so.
 *
 * @param certificates at least one
 */
public record CertificateChain(List<X509Certificate> certificates) {

    private static final int LONGEST = 20;

    public CertificateChain {
        certificates = List.copyOf(certificates);
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException("a chain has at least one certificate");
        }
    }

    /**
     * Parses a chain.
     *
     * @param der the certificates in DER, the signer's own first
     * @throws MalformedContentException when there is none, there are more than 20, or one of them is no certificate
     */
    public static CertificateChain read(List<Octets> der) throws MalformedContentException {
        return read(der, CertificateCache.bounded(LONGEST));
    }

    /** As {@link #read(List)}, parsing only what {@code cache} does not have. */
    public static CertificateChain read(List<Octets> der, CertificateCache cache) throws MalformedContentException {
        if (der.isEmpty() || der.size() > LONGEST) {
            throw new MalformedContentException(
                    "X.509", new ByteRange(0, 0), "chain of " + der.size() + " certificates");
        }
        List<X509Certificate> certificates = new ArrayList<>(der.size());
        for (Octets octets : der) {
            certificates.add(cache.certificate(octets));
        }
        return new CertificateChain(certificates);
    }

    /**
     * The certificates of a PEM text, in its order; the caller sees to it that the signer's own is the first.
     *
     * @throws MalformedContentException when there is none, or one of them cannot be read
     */
    public static CertificateChain ofPem(String pem) throws MalformedContentException {
        return new CertificateChain(Certificates.ofPem(pem));
    }

    /** The signer's own certificate. */
    public X509Certificate leaf() {
        return certificates.get(0);
    }

    /** The key that checks the signer's signatures. */
    public PublicKey publicKey() {
        return leaf().getPublicKey();
    }

    /** The octets of each certificate, in order. */
    public List<Octets> der() {
        List<Octets> der = new ArrayList<>(certificates.size());
        for (X509Certificate certificate : certificates) {
            der.add(encoded(certificate));
        }
        return der;
    }

    /** Whether every certificate presented is within its validity period (C2PA 2.5 clause 14.8.2). */
    public boolean isValidAt(Instant at) {
        for (X509Certificate certificate : certificates) {
            if (at.isBefore(certificate.getNotBefore().toInstant())
                    || at.isAfter(certificate.getNotAfter().toInstant())) {
                return false;
            }
        }
        return true;
    }

    /** Whether a certificate presented begins only after {@code at}. */
    public boolean isEarlyAt(Instant at) {
        return certificates.stream()
                .anyMatch(certificate -> at.isBefore(certificate.getNotBefore().toInstant()));
    }

    static Octets encoded(X509Certificate certificate) {
        try {
            return Octets.adopt(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a parsed certificate has its octets", e);
        }
    }
}
