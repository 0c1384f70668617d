package org.estampille.bytes;

import java.util.Optional;

/** The hash algorithms C2PA allows (C2PA 2.5 clause 12.1); nothing else may be used, not even by choice. */
public enum HashAlgorithm {
    SHA256("sha256", "SHA-256", 32),
    SHA384("sha384", "SHA-384", 48),
    SHA512("sha512", "SHA-512", 64);

    private final String label;
    private final String jcaName;
    private final int size;

    HashAlgorithm(String label, String jcaName, int size) {
        this.label = label;
        this.jcaName = jcaName;
        this.size = size;
    }

    /** The name C2PA writes, such as {@code sha256}. */
    public String label() {
        return label;
    }

    /** The name the Java platform knows, such as {@code SHA-256}. */
    public String jcaName() {
        return jcaName;
    }

    /** Octets in one digest. */
    public int size() {
        return size;
    }

    /** The algorithm of that C2PA name; empty for any name that is not allowed. */
    public static Optional<HashAlgorithm> ofLabel(String label) {
        for (HashAlgorithm algorithm : values()) {
            if (algorithm.label.equals(label)) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }
}
