package org.estampille.crypto;

import java.security.PublicKey;
import java.util.HexFormat;
import java.util.Optional;
import org.estampille.bytes.Octets;

/**
 * The parameter sets of ML-DSA (FIPS 204) as X.509 writes them (RFC 9881). The Java platform has the algorithm since
 * version 24; before, it hands out such keys without knowing what they are, so they are told by their octets everywhere.
 */
public enum MlDsa {
    ML_DSA_44("11", 1_312, 2_420),
    ML_DSA_65("12", 1_952, 3_309),
    ML_DSA_87("13", 2_592, 4_627);

    private static final String ARC = "2.16.840.1.101.3.4.3.";
    private static final String ENCODED_ARC = "06096086480165030403";

    private final String lastArc;
    private final int keyLength;
    private final int signatureLength;

    MlDsa(String lastArc, int keyLength, int signatureLength) {
        this.lastArc = lastArc;
        this.keyLength = keyLength;
        this.signatureLength = signatureLength;
    }

    /** Octets of a signature. */
    public int signatureLength() {
        return signatureLength;
    }

    /** The parameter set of that object identifier, dotted. */
    public static Optional<MlDsa> ofObjectIdentifier(String objectIdentifier) {
        if (!objectIdentifier.startsWith(ARC)) {
            return Optional.empty();
        }
        return switch (objectIdentifier.substring(ARC.length())) {
            case "17" -> Optional.of(ML_DSA_44);
            case "18" -> Optional.of(ML_DSA_65);
            case "19" -> Optional.of(ML_DSA_87);
            default -> Optional.empty();
        };
    }

    /** The parameter set of a key; empty for any other key, and for one of the wrong length. */
    public static Optional<MlDsa> of(PublicKey key) {
        byte[] encoded = key.getEncoded();
        if (encoded == null) {
            return Optional.empty();
        }
        Octets info = Octets.adopt(encoded);
        for (MlDsa set : values()) {
            if (set.isKey(info, false) || set.isKey(info, true)) {
                return Optional.of(set);
            }
        }
        return Optional.empty();
    }

    /**
     * Whether a SubjectPublicKeyInfo is that of a key of this set, written as RFC 9881 clause 4 wants it: without parameters,
     * the bare key as the bit string.
     */
    public boolean isSubjectPublicKeyInfo(Octets info) {
        return isKey(info, false);
    }

    /** The AlgorithmIdentifier of this set, without parameters (RFC 9881 clause 2). */
    public Octets algorithmIdentifier() {
        return Octets.ofHex(identifier(false));
    }

    /**
     * Whether {@code signature} is over {@code message} by the private half of {@code key}: pure ML-DSA, empty context.
     *
     * @param key see {@link #of}; one of another set verifies nothing
     */
    public boolean verifies(PublicKey key, Octets message, Octets signature) {
        if (signature.length() != signatureLength || !of(key).equals(Optional.of(this))) {
            return false;
        }
        Octets info = Octets.adopt(key.getEncoded());
        return MlDsaSignature.verifies(this, info.from(info.length() - keyLength), message, signature);
    }

    private boolean isKey(Octets info, boolean nullParameters) {
        Octets head = head(nullParameters);
        return info.length() == head.length() + keyLength && info.startsWith(head);
    }

    /**
     * @param nullParameters as the platform writes a key of a kind it does not know, whatever the certificate had
     */
    private Octets head(boolean nullParameters) {
        HexFormat hex = HexFormat.of();
        String identifier = identifier(nullParameters);
        int content = identifier.length() / 2 + 4 + 1 + keyLength;
        return Octets.ofHex("3082" + hex.toHexDigits((short) content) + identifier + "0382"
                + hex.toHexDigits((short) (keyLength + 1)) + "00");
    }

    private String identifier(boolean nullParameters) {
        return (nullParameters ? "300d" : "300b") + ENCODED_ARC + lastArc + (nullParameters ? "0500" : "");
    }
}
