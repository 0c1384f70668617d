package org.estampille.trust;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.estampille.bytes.ByteCursor;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.crypto.MlDsa;

/**
 * How a certificate writes ML-DSA (RFC 9881): parameters absent, the key as it is. Read from the octets of the certificate,
 * since the platform does not tell parameters that are absent from those that are NULL.
 */
final class MlDsaEncoding {

    private static final int VERSION = 0xA0;
    /** Serial number, signature, issuer, validity, subject. */
    private static final int FIELDS_BEFORE_KEY = 5;

    private MlDsaEncoding() {}

    /** Whether both places that name the algorithm of the signature do so without parameters; true for other algorithms. */
    static boolean isSignatureIdentifierBare(X509Certificate certificate) {
        Optional<MlDsa> set = MlDsa.ofObjectIdentifier(certificate.getSigAlgOID());
        if (set.isEmpty()) {
            return true;
        }
        try {
            ByteCursor outer = content(new ByteCursor("X.509", CertificateChain.encoded(certificate), 0));
            element(outer);
            ByteCursor inner = fields(certificate);
            element(inner);
            return element(outer).equals(set.get().algorithmIdentifier())
                    && element(inner).equals(set.get().algorithmIdentifier());
        } catch (MalformedContentException e) {
            return false;
        }
    }

    /** Whether an ML-DSA key is written as clause 4 wants it; true for other keys. */
    static boolean isKeyBare(X509Certificate certificate) {
        try {
            ByteCursor fields = fields(certificate);
            for (int i = 0; i < FIELDS_BEFORE_KEY; i++) {
                element(fields);
            }
            Octets info = element(fields);
            Octets algorithm = element(content(new ByteCursor("X.509", info, 0)));
            for (MlDsa set : MlDsa.values()) {
                boolean named =
                        algorithm.from(2).startsWith(set.algorithmIdentifier().from(2));
                if (named) {
                    return set.isSubjectPublicKeyInfo(info);
                }
            }
            return true;
        } catch (MalformedContentException e) {
            return false;
        }
    }

    /** The fields of the signed part, behind the version. */
    private static ByteCursor fields(X509Certificate certificate) throws MalformedContentException {
        ByteCursor fields = content(new ByteCursor("X.509", signedPart(certificate), 0));
        if (fields.peek(1).at(0) == VERSION) {
            element(fields);
        }
        return fields;
    }

    private static Octets signedPart(X509Certificate certificate) {
        try {
            return Octets.adopt(certificate.getTBSCertificate());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a parsed certificate has its octets", e);
        }
    }

    private static ByteCursor content(ByteCursor cursor) throws MalformedContentException {
        Octets element = element(cursor);
        ByteCursor inside = new ByteCursor("X.509", element, 0);
        inside.skip(1);
        length(inside);
        return inside;
    }

    /** The next element with its tag and length. */
    private static Octets element(ByteCursor cursor) throws MalformedContentException {
        ByteCursor head = new ByteCursor("X.509", cursor.peek(cursor.remaining()), 0);
        head.skip(1);
        long length = length(head);
        return cursor.take(head.position() + length);
    }

    private static long length(ByteCursor cursor) throws MalformedContentException {
        int first = cursor.u8();
        if (first < 0x80) {
            return first;
        }
        cursor.verify(first > 0x80 && first <= 0x84, "a length that is not definite, or over 4 octets");
        long length = 0;
        for (int i = first & 0x7F; i > 0; i--) {
            length = length << 8 | cursor.u8();
        }
        return length;
    }
}
