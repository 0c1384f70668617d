package org.estampille.cose;

import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.util.Optional;
import org.estampille.bytes.Octets;

/** The curves C2PA allows (C2PA 2.5 clause 12.3.1), told apart by their object identifier in the encoded key. */
enum NamedCurve {
    P256("06082a8648ce3d030107", 64, SignatureAlgorithm.ES256),
    P384("06052b81040022", 96, SignatureAlgorithm.ES384),
    P521("06052b81040023", 132, SignatureAlgorithm.ES512);

    private static final String EC_PUBLIC_KEY = "06072a8648ce3d0201";
    /** The longest head of a SubjectPublicKeyInfo in front of the algorithm: three sequence headers. */
    private static final int FURTHEST = 8;

    private final Octets encoding;
    private final int signatureLength;
    private final SignatureAlgorithm algorithm;

    NamedCurve(String objectIdentifier, int signatureLength, SignatureAlgorithm algorithm) {
        this.encoding = Octets.ofHex(EC_PUBLIC_KEY + objectIdentifier);
        this.signatureLength = signatureLength;
        this.algorithm = algorithm;
    }

    /** Octets of r and s side by side. */
    int signatureLength() {
        return signatureLength;
    }

    /** The algorithm C2PA pairs with this curve. */
    SignatureAlgorithm algorithm() {
        return algorithm;
    }

    static Optional<NamedCurve> of(PublicKey key) {
        if (!(key instanceof ECPublicKey)) {
            return Optional.empty();
        }
        Octets encoded = Octets.copyOf(key.getEncoded());
        for (NamedCurve curve : values()) {
            for (int at = 0; at <= FURTHEST && at < encoded.length(); at++) {
                if (encoded.from(at).startsWith(curve.encoding)) {
                    return Optional.of(curve);
                }
            }
        }
        return Optional.empty();
    }
}
