package org.estampille.terms;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.estampille.bytes.Digest;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.Octets;
import org.estampille.bytes.SmallFile;

/** SHA-256 as evidence records it. */
public final class TermsDigest {

    private TermsDigest() {}

    /** Of octets in memory. */
    public static Digest of(Octets octets) {
        MessageDigest digest = sha256();
        digest.update(octets.asBuffer());
        return new Digest(HashAlgorithm.SHA256, Octets.adopt(digest.digest()));
    }

    /** Of a file, read once from begin to end. */
    public static Digest of(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 16];
        try (InputStream stream = SmallFile.open(file)) {
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
        return new Digest(HashAlgorithm.SHA256, Octets.adopt(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
