package org.estampille.trust;

import java.io.ByteArrayInputStream;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;

/** Parses single certificates with the platform's factory. */
final class Certificates {
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
