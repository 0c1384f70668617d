package org.estampille.declaration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A complete and valid release file with comments, to start from. */
public final class ReleaseExample {

    private static final String RESOURCE = "release-example.yaml";

    private ReleaseExample() {}

    /** The text of the example. */
    public static String yaml() {
        try (InputStream resource = ReleaseExample.class.getResourceAsStream(RESOURCE)) {
            byte[] octets = Objects.requireNonNull(resource, RESOURCE).readAllBytes();
            return new String(octets, StandardCharsets.UTF_8);
        } catch (IOException unreadableJar) {
            throw new UncheckedIOException(unreadableJar);
        }
    }
}
