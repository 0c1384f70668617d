package org.estampille.trust;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.MalformedContentException;

/**
 * Certificates somebody decided to trust as issuers: roots, or intermediates on their own (C2PA 2.5 clause 13.4).
 *
 * @param certificates without duplicates
 */
public record TrustAnchors(List<X509Certificate> certificates) {

    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String END = "-----END CERTIFICATE-----";

    public TrustAnchors {
        certificates = List.copyOf(new LinkedHashSet<>(certificates));
    }

    /** No anchors: nobody is trusted. */
    public static TrustAnchors empty() {
        return new TrustAnchors(List.of());
    }

    /**
     * Reads every certificate of a PEM text; text between the blocks is ignored.
     *
     * @throws MalformedContentException when there is none, or one of them cannot be read
     */
    public static TrustAnchors ofPem(String pem) throws MalformedContentException {
        Set<X509Certificate> found = new LinkedHashSet<>();
        int begin = pem.indexOf(BEGIN);
        while (begin >= 0) {
            int end = pem.indexOf(END, begin);
            if (end < 0) {
                throw malformed(begin, "certificate without its end line");
            }
            found.add(certificate(pem.substring(begin, end + END.length()), begin));
            begin = pem.indexOf(BEGIN, end);
        }
        if (found.isEmpty()) {
            throw malformed(0, "no certificate");
        }
        return new TrustAnchors(List.copyOf(found));
    }

    private static X509Certificate certificate(String block, int offset) throws MalformedContentException {
        try {
            Certificate certificate = Certificates.factory()
                    .generateCertificate(new ByteArrayInputStream(block.getBytes(StandardCharsets.US_ASCII)));
            return (X509Certificate) certificate;
        } catch (CertificateException e) {
            throw malformed(offset, "not an X.509 certificate");
        }
    }

    private static MalformedContentException malformed(int offset, String cause) {
        return new MalformedContentException("PEM", new ByteRange(offset, 0), cause);
    }

    /** These anchors and {@code others}. */
    public TrustAnchors merge(TrustAnchors others) {
        Collection<X509Certificate> all = new LinkedHashSet<>(certificates);
        all.addAll(others.certificates);
        return new TrustAnchors(List.copyOf(all));
    }

    public boolean isEmpty() {
        return certificates.isEmpty();
    }
}
