package org.estampille.stream;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.MalformedContentException;

/**
 * Turns references in manifests into files, and lets none lead out of the manifest's folder or to the network.
 *
 * @param format named in errors
 * @param root folder of the manifest
 */
record LocalFiles(String format, Path root) {

    private static final int LONGEST = 4096;
    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);

    /** {@code reference} as seen from {@code base}; both relative to the root, a base up to its last slash. */
    String resolve(String base, String reference) throws MalformedContentException {
        String trimmed = reference.strip();
        if (SCHEME.matcher(trimmed).matches() || trimmed.startsWith("/") || trimmed.startsWith("\\")) {
            throw malformed("it names '" + shortened(trimmed) + "', and only files below its own folder are read");
        }
        return base.substring(0, base.lastIndexOf('/') + 1) + trimmed;
    }

    /**
     * The file at a reference that was resolved.
     *
     * @throws MalformedContentException when it would lie outside of the root
     */
    Path file(String resolved) throws IOException, MalformedContentException {
        if (resolved.length() > LONGEST) {
            throw malformed("it names a file by more than " + LONGEST + " characters");
        }
        int query = resolved.indexOf('?');
        String plain = query < 0 ? resolved : resolved.substring(0, query);
        Path file;
        try {
            // A plus sign is no space here.
            String decoded = URLDecoder.decode(plain.replace("+", "%2B"), StandardCharsets.UTF_8);
            file = root.resolve(decoded).normalize();
        } catch (IllegalArgumentException e) {
            throw malformed("'" + shortened(plain) + "' is no name of a file");
        }
        boolean inside = file.startsWith(root.normalize()) && !file.equals(root.normalize());
        if (!inside || Files.exists(file) && !file.toRealPath().startsWith(root.toRealPath())) {
            throw malformed("'" + shortened(plain) + "' lies outside of its folder");
        }
        return file;
    }

    /** Where {@code file} lies, as a reference from the root. */
    String reference(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private static String shortened(String reference) {
        return reference.length() > 120 ? reference.substring(0, 120) + "…" : reference;
    }

    /** The number that {@code attribute} of the manifest states, if it states any. */
    Optional<Long> number(Optional<String> value, String attribute) throws MalformedContentException {
        if (value.isPresent() && !value.get().strip().matches("\\d{1,17}")) {
            throw malformed("'" + shortened(value.get()) + "' is no number for '" + attribute + "'");
        }
        return value.map(digits -> Long.parseLong(digits.strip()));
    }

    MalformedContentException malformed(String cause) {
        return new MalformedContentException(format, new ByteRange(0, 0), cause);
    }

    static Path parent(Path file) throws InvalidPathException {
        Path parent = file.toAbsolutePath().getParent();
        return (parent == null ? file.toAbsolutePath() : parent).normalize();
    }
}
