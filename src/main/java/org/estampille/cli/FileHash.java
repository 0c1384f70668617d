package org.estampille.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.estampille.bytes.SmallFile;

/** The SHA-256 of a whole file, in hexadecimal. */
final class FileHash {
    private FileHash() {}

    static String sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(SmallFile.open(file), digest)) {
                byte[] buffer = new byte[1 << 20];
                int count = in.read(buffer);
                while (count >= 0) {
                    count = in.read(buffer);
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every platform has SHA-256", e);
        }
    }
}
