package org.estampille.cose;

import java.security.PublicKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.EdECKey;
import java.security.interfaces.RSAKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Optional;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.crypto.MlDsa;

/**
 * The signature algorithms of C2PA 2.5 clause 12.3.1. All can be verified; all but ML-DSA, which Java 17 does not have, can be
 * signed with.
 */
public enum SignatureAlgorithm {
    ES256("ES256", -7, KeyKind.EC, HashAlgorithm.SHA256),
    ES384("ES384", -35, KeyKind.EC, HashAlgorithm.SHA384),
    ES512("ES512", -36, KeyKind.EC, HashAlgorithm.SHA512),
    PS256("PS256", -37, KeyKind.RSA, HashAlgorithm.SHA256),
    PS384("PS384", -38, KeyKind.RSA, HashAlgorithm.SHA384),
    PS512("PS512", -39, KeyKind.RSA, HashAlgorithm.SHA512),
    ED25519("EdDSA", -8, KeyKind.ED25519, HashAlgorithm.SHA512),
    /** ES256 with P-256 and nothing else (RFC 9864). */
    ESP256("ESP256", -9, KeyKind.PAIRED_EC, HashAlgorithm.SHA256),
    /** ES384 with P-384 and nothing else (RFC 9864). */
    ESP384("ESP384", -51, KeyKind.PAIRED_EC, HashAlgorithm.SHA384),
    /** ES512 with P-521 and nothing else (RFC 9864). */
    ESP512("ESP512", -52, KeyKind.PAIRED_EC, HashAlgorithm.SHA512),
    ML_DSA_44("ML-DSA-44", -48, KeyKind.ML_DSA, HashAlgorithm.SHA512),
    ML_DSA_65("ML-DSA-65", -49, KeyKind.ML_DSA, HashAlgorithm.SHA512),
    ML_DSA_87("ML-DSA-87", -50, KeyKind.ML_DSA, HashAlgorithm.SHA512);

    private final String label;
    private final long coseId;
    private final KeyKind keyKind;
    private final HashAlgorithm hash;

    SignatureAlgorithm(String label, long coseId, KeyKind keyKind, HashAlgorithm hash) {
        this.label = label;
        this.coseId = coseId;
        this.keyKind = keyKind;
        this.hash = hash;
    }

    /** The name C2PA gives it, such as {@code ES256}. */
    public String label() {
        return label;
    }

    /** The number in the {@code alg} header (IANA COSE Algorithms). */
    public long coseId() {
        return coseId;
    }

    /** The hash inside the signature, or one as strong; the one to prefer for a time-stamp on it. */
    public HashAlgorithm hash() {
        return hash;
    }

    /** The name the Java platform knows; ECDSA signatures are r and s side by side, not DER. */
    public String jcaName() {
        return switch (keyKind) {
            case EC, PAIRED_EC -> "SHA" + hash.size() * 8 + "withECDSAinP1363Format";
            case RSA -> "RSASSA-PSS";
            case ED25519 -> "Ed25519";
            case ML_DSA -> label;
        };
    }

    /** Parameters to set before use: for RSASSA-PSS the hash, MGF1 with the same hash, and a salt as long as the hash. */
    public Optional<AlgorithmParameterSpec> parameters() {
        return keyKind == KeyKind.RSA
                ? Optional.of(new PSSParameterSpec(
                        hash.jcaName(),
                        "MGF1",
                        new MGF1ParameterSpec(hash.jcaName()),
                        hash.size(),
                        PSSParameterSpec.TRAILER_FIELD_BC))
                : Optional.empty();
    }

    /** The algorithm of that COSE number; empty for any that C2PA does not list. */
    public static Optional<SignatureAlgorithm> ofCoseId(long coseId) {
        for (SignatureAlgorithm algorithm : values()) {
            if (algorithm.coseId == coseId) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }

    /**
     * The algorithm to sign with when the private half of {@code key} is at hand: the one paired with the curve, the one a
     * key restricted to RSASSA-PSS names, PS256 for other RSA keys; none for ML-DSA.
     */
    public static Optional<SignatureAlgorithm> forKey(PublicKey key) {
        if (key instanceof ECKey) {
            Optional<NamedCurve> curve = NamedCurve.of(key);
            return curve.isPresent() ? Optional.of(curve.get().algorithm()) : Optional.empty();
        }
        if (key instanceof RSAKey rsa) {
            return forRsa(rsa);
        }
        return key instanceof EdECKey ed && ed.getParams().getName().equals("Ed25519")
                ? Optional.of(ED25519)
                : Optional.empty();
    }

    private static Optional<SignatureAlgorithm> forRsa(RSAKey key) {
        if (key.getParams() instanceof PSSParameterSpec pss) {
            return switch (pss.getDigestAlgorithm()) {
                case "SHA-256" -> Optional.of(PS256);
                case "SHA-384" -> Optional.of(PS384);
                case "SHA-512" -> Optional.of(PS512);
                default -> Optional.empty();
            };
        }
        return Optional.of(PS256);
    }

    /**
     * Octets in one signature by the private half of {@code key}; empty when the key does not fit this algorithm. Any of the
     * three NIST curves fits ES256, ES384 and ES512, since files made before the pairing was fixed mix them.
     */
    public Optional<Integer> signatureLength(PublicKey key) {
        return switch (keyKind) {
            case EC, PAIRED_EC -> ecdsaLength(NamedCurve.of(key));
            case RSA ->
                key instanceof RSAKey rsa && permits(rsa)
                        ? Optional.of((rsa.getModulus().bitLength() + 7) / 8)
                        : Optional.empty();
            case ED25519 -> forKey(key).equals(Optional.of(ED25519)) ? Optional.of(64) : Optional.empty();
            case ML_DSA -> MlDsa.of(key).equals(mlDsa()) ? mlDsa().map(MlDsa::signatureLength) : Optional.empty();
        };
    }

    /** The parameter set, for the algorithms that no platform provider is asked for. */
    Optional<MlDsa> mlDsa() {
        return switch (this) {
            case ML_DSA_44 -> Optional.of(MlDsa.ML_DSA_44);
            case ML_DSA_65 -> Optional.of(MlDsa.ML_DSA_65);
            case ML_DSA_87 -> Optional.of(MlDsa.ML_DSA_87);
            default -> Optional.empty();
        };
    }

    private Optional<Integer> ecdsaLength(Optional<NamedCurve> curve) {
        boolean fits =
                curve.isPresent() && (keyKind == KeyKind.EC || curve.get().algorithm().hash == hash);
        return fits ? Optional.of(curve.get().signatureLength()) : Optional.empty();
    }

    private boolean permits(RSAKey key) {
        int bits = key.getModulus().bitLength();
        boolean sized = bits >= 2048 && bits <= 16384;
        boolean restricted = key.getParams() instanceof PSSParameterSpec;
        return sized && (!restricted || forRsa(key).equals(Optional.of(this)));
    }

    private enum KeyKind {
        EC,
        PAIRED_EC,
        RSA,
        ED25519,
        ML_DSA
    }
}
