package org.estampille.cawg;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Optional;
import org.estampille.cbor.CborValue;

/** Public keys written as JSON (RFC 7517, 7518 clause 6, 8037 clause 2), of the kinds C2PA signs with. */
final class JsonWebKey {

    private static final int LARGEST = 2_048;

    private JsonWebKey() {}

    /** The key; empty when it is of another kind or cannot be read. */
    static Optional<PublicKey> read(CborValue.Map jwk) {
        try {
            return switch (Fields.text(jwk, "kty").orElse("")) {
                case "OKP" -> edwards(jwk);
                case "EC" -> elliptic(jwk);
                case "RSA" -> rsa(jwk);
                default -> Optional.empty();
            };
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty(); // no key of that kind, or not base64url
        }
    }

    private static Optional<PublicKey> edwards(CborValue.Map jwk) throws GeneralSecurityException {
        Optional<byte[]> x = octets(jwk, "x");
        boolean known = Fields.text(jwk, "crv").equals(Optional.of("Ed25519"));
        if (!known || x.isEmpty() || x.get().length != 32) {
            return Optional.empty();
        }
        byte[] y = reversed(x.get());
        boolean odd = (y[0] & 0x80) != 0;
        y[0] &= 0x7F;
        EdECPoint point = new EdECPoint(odd, new BigInteger(1, y));
        return Optional.of(KeyFactory.getInstance("Ed25519")
                .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point)));
    }

    private static byte[] reversed(byte[] octets) {
        byte[] reversed = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            reversed[i] = octets[octets.length - 1 - i];
        }
        return reversed;
    }

    private static Optional<PublicKey> elliptic(CborValue.Map jwk) throws GeneralSecurityException {
        String curve = switch (Fields.text(jwk, "crv").orElse("")) {
            case "P-256" -> "secp256r1";
            case "P-384" -> "secp384r1";
            case "P-521" -> "secp521r1";
            default -> "";
        };
        Optional<BigInteger> x = number(jwk, "x");
        Optional<BigInteger> y = number(jwk, "y");
        if (curve.isEmpty() || x.isEmpty() || y.isEmpty()) {
            return Optional.empty();
        }
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec(curve));
        ECParameterSpec spec = parameters.getParameterSpec(ECParameterSpec.class);
        ECPoint point = new ECPoint(x.get(), y.get());
        return Optional.of(KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, spec)));
    }

    private static Optional<PublicKey> rsa(CborValue.Map jwk) throws GeneralSecurityException {
        Optional<BigInteger> modulus = number(jwk, "n");
        Optional<BigInteger> exponent = number(jwk, "e");
        return modulus.isEmpty() || exponent.isEmpty()
                ? Optional.empty()
                : Optional.of(KeyFactory.getInstance("RSA")
                        .generatePublic(new RSAPublicKeySpec(modulus.get(), exponent.get())));
    }

    private static Optional<BigInteger> number(CborValue.Map jwk, String name) {
        return octets(jwk, name).map(octets -> new BigInteger(1, octets));
    }

    private static Optional<byte[]> octets(CborValue.Map jwk, String name) {
        return Fields.text(jwk, name)
                .filter(text -> !text.isEmpty() && text.length() <= LARGEST)
                .map(Base64.getUrlDecoder()::decode);
    }
}
