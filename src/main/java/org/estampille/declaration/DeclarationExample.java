package org.estampille.declaration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A complete and valid declaration with comments, to start from. */
public final class DeclarationExample {

    private static final String RESOURCE = "example.yaml";

    private DeclarationExample() {}

    /** The text of the example. */
    public static String yaml() {
        try (InputStream resource = DeclarationExample.class.getResourceAsStream(RESOURCE)) {
            byte[] octets = Objects.requireNonNull(resource, RESOURCE).readAllBytes();
            return new String(octets, StandardCharsets.UTF_8);
        } catch (IOException unreadableJar) {
            throw new UncheckedIOException(unreadableJar);
        }
    }
}
