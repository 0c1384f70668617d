package org.estampille.mhl;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.estampille.bytes.Octets;

/** Hash formats of media hash lists, in the order the schema wants. The two of XXH3 are not computed here. */
public enum MhlFormat {
    C4("c4", "SHA-512"),
    MD5("md5", "MD5"),
    SHA1("sha1", "SHA-1"),
    XXH64("xxh64", "");

    private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final int C4_DIGITS = 88;

    private final String element;
    private final String platform;

    MhlFormat(String element, String platform) {
        this.element = element;
        this.platform = platform;
    }

    /** The name of the XML element. */
    public String element() {
        return element;
    }

    /** The format of that element; empty for those not computed here. */
    public static Optional<MhlFormat> of(String element) {
        for (MhlFormat format : values()) {
            if (format.element.equals(element)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** A new computation. */
    public MessageDigest digest() {
        if (this == XXH64) {
            return new XxHash64();
        }
        try {
            return MessageDigest.getInstance(platform);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + platform, e);
        }
    }

    /** How the list writes a hash: hexadecimal, or for C4 (SMPTE ST 2114) base 58 after {@code c4}. */
    public String text(Octets hash) {
        if (this != C4) {
            return HexFormat.of().formatHex(hash.toByteArray());
        }
        BigInteger rest = new BigInteger(1, hash.toByteArray());
        StringBuilder digits = new StringBuilder();
        while (digits.length() < C4_DIGITS) {
            BigInteger[] parts = rest.divideAndRemainder(BigInteger.valueOf(BASE58.length()));
            digits.append(BASE58.charAt(parts[1].intValue()));
            rest = parts[0];
        }
        return "c4" + digits.reverse();
    }
}
