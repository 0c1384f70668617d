package org.estampille.trust;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;

/** Parses single certificates with the platform's factory. */
final class Certificates {
    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String END = "-----END CERTIFICATE-----";
    private static final int SEQUENCE = 0x30;

    private Certificates() {}

    static X509Certificate parse(Octets der) throws MalformedContentException {
        if (der.isEmpty() || der.at(0) != SEQUENCE) {
            throw malformed("not an X.509 certificate in DER"); // the platform would take PEM here
        }
        ByteArrayInputStream stream = new ByteArrayInputStream(der.toByteArray());
        try {
            Certificate certificate = factory().generateCertificate(stream);
            if (stream.available() > 0) {
                throw malformed("octets after the certificate");
            }
            return (X509Certificate) certificate;
        } catch (CertificateException e) {
            throw malformed("not an X.509 certificate in DER");
        }
    }

    /** Every certificate of a PEM text, in order and without repetitions; text between the blocks is ignored. */
    static List<X509Certificate> ofPem(String pem) throws MalformedContentException {
        Set<X509Certificate> found = new LinkedHashSet<>();
        int begin = pem.indexOf(BEGIN);
        while (begin >= 0) {
            int end = pem.indexOf(END, begin);
            if (end < 0) {
                throw malformedPem(begin, "certificate without its end line");
            }
            found.add(ofBlock(pem.substring(begin, end + END.length()), begin));
            begin = pem.indexOf(BEGIN, end);
        }
        if (found.isEmpty()) {
            throw malformedPem(0, "no certificate");
        }
        return List.copyOf(found);
    }

    private static X509Certificate ofBlock(String block, int offset) throws MalformedContentException {
        try {
            return (X509Certificate)
                    factory().generateCertificate(new ByteArrayInputStream(block.getBytes(StandardCharsets.US_ASCII)));
        } catch (CertificateException e) {
            throw malformedPem(offset, "not an X.509 certificate");
        }
    }

    private static MalformedContentException malformedPem(int offset, String cause) {
        return new MalformedContentException("PEM", new ByteRange(offset, 0), cause);
    }

    static CertificateFactory factory() {
        try {
            return CertificateFactory.getInstance("X.509");
        } catch (CertificateException e) {
            throw new IllegalStateException("every Java platform reads X.509", e);
        }
    }

    private static MalformedContentException malformed(String cause) {
        return new MalformedContentException("X.509", new ByteRange(0, 0), cause);
    }
}
