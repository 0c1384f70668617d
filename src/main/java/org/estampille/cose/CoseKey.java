package org.estampille.cose;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.EllipticCurve;
import java.security.spec.KeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.cbor.CborValue;

/**
 * A public key as COSE writes it (RFC 9052 clause 7, RFC 9053 clause 7, RFC 8230 clause 4).
 *
 * @param kid its identifier, at least one octet
 * @param algorithm the number of the only algorithm it may be used with, where one is stated
 * @param key empty for a kind of key that is not read here
 */
public record CoseKey(Octets kid, Optional<Long> algorithm, Optional<PublicKey> key) {

    private static final String FORMAT = "COSE_Key";
    private static final long KTY = 1;
    private static final long KID = 2;
    private static final long ALG = 3;
    private static final long CURVE = -1;
    private static final long X = -2;
    private static final long Y = -3;
    private static final long MODULUS = -1;
    private static final long EXPONENT = -2;
    private static final long OCTET_KEY_PAIR = 1;
    private static final long ELLIPTIC = 2;
    private static final long RSA = 3;
    private static final long ED25519 = 6;
    private static final int ED25519_OCTETS = 32;
    private static final int LONGEST_MODULUS = 2_048;

    /**
     * Reads a key.
     *
     * @throws MalformedContentException when it has no identifier, or lacks what its kind needs
     */
    public static CoseKey read(CborValue.Map map) throws MalformedContentException {
        Octets kid = octets(map, KID, "kid");
        if (kid.isEmpty()) {
            throw malformed("an empty kid");
        }
        long kind = map.get(KTY).flatMap(CborValue::asLong).orElseThrow(() -> malformed("no kty"));
        Optional<Long> algorithm = map.get(ALG).flatMap(CborValue::asLong);
        try {
            return new CoseKey(kid, algorithm, key(kind, map));
        } catch (GeneralSecurityException e) {
            throw malformed("its parameters are those of no key");
        }
    }

    private static Optional<PublicKey> key(long kind, CborValue.Map map)
            throws MalformedContentException, GeneralSecurityException {
        if (kind == RSA) {
            return Optional.of(rsa(octets(map, MODULUS, "n"), octets(map, EXPONENT, "e")));
        }
        if (kind != ELLIPTIC && kind != OCTET_KEY_PAIR) {
            return Optional.empty();
        }
        long curve = map.get(CURVE).flatMap(CborValue::asLong).orElseThrow(() -> malformed("no crv"));
        if (kind == OCTET_KEY_PAIR) {
            return curve == ED25519 ? Optional.of(ed25519(octets(map, X, "x"))) : Optional.empty();
        }
        return elliptic(curve, map);
    }

    private static PublicKey rsa(Octets modulus, Octets exponent)
            throws MalformedContentException, GeneralSecurityException {
        if (modulus.length() > LONGEST_MODULUS || exponent.length() > modulus.length()) {
            throw malformed("an RSA key of " + modulus.length() + " octets");
        }
        return generate("RSA", new RSAPublicKeySpec(number(modulus), number(exponent)));
    }

    private static PublicKey ed25519(Octets point) throws MalformedContentException, GeneralSecurityException {
        if (point.length() != ED25519_OCTETS) {
            throw malformed("an Ed25519 key of " + point.length() + " octets");
        }
        return encoded("Ed25519", "302a300506032b6570032100", point);
    }

    /** A point may be written without its sign or in short only where nobody signs; both coordinates are wanted here. */
    private static Optional<PublicKey> elliptic(long curve, CborValue.Map map)
            throws MalformedContentException, GeneralSecurityException {
        String head;
        int size;
        if (curve == 1) {
            head = "3059301306072a8648ce3d020106082a8648ce3d030107034200";
            size = 32;
        } else if (curve == 2) {
            head = "3076301006072a8648ce3d020106052b81040022036200";
            size = 48;
        } else if (curve == 3) {
            head = "30819b301006072a8648ce3d020106052b8104002303818600";
            size = 66;
        } else {
            return Optional.empty();
        }
        Octets x = octets(map, X, "x");
        Octets y = octets(map, Y, "y");
        if (x.length() != size || y.length() != size) {
            throw malformed("coordinates of " + x.length() + " and " + y.length() + " octets");
        }
        PublicKey key = encoded("EC", head, Octets.concat(Octets.of(4), x, y));
        if (!(key instanceof ECPublicKey point) || !isOnCurve(point)) {
            throw malformed("a point that is not on its curve");
        }
        return Optional.of(key);
    }

    private static boolean isOnCurve(ECPublicKey key) {
        EllipticCurve curve = key.getParams().getCurve();
        BigInteger prime = ((ECFieldFp) curve.getField()).getP();
        BigInteger x = key.getW().getAffineX();
        BigInteger y = key.getW().getAffineY();
        BigInteger right = x.multiply(x).add(curve.getA()).multiply(x).add(curve.getB());
        return x.compareTo(prime) < 0
                && y.compareTo(prime) < 0
                && y.multiply(y).subtract(right).mod(prime).signum() == 0;
    }

    private static PublicKey encoded(String algorithm, String head, Octets key) throws GeneralSecurityException {
        return generate(
                algorithm,
                new X509EncodedKeySpec(Octets.concat(Octets.ofHex(head), key).toByteArray()));
    }

    private static PublicKey generate(String algorithm, KeySpec spec) throws GeneralSecurityException {
        return KeyFactory.getInstance(algorithm).generatePublic(spec);
    }

    private static BigInteger number(Octets octets) {
        return new BigInteger(1, octets.toByteArray());
    }

    private static Octets octets(CborValue.Map map, long label, String name) throws MalformedContentException {
        return map.get(label).flatMap(CborValue::asOctets).orElseThrow(() -> malformed("no " + name));
    }

    private static MalformedContentException malformed(String cause) {
        return new MalformedContentException(FORMAT, new ByteRange(0, 0), cause);
    }
}
