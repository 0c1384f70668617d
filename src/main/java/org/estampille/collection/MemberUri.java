package org.estampille.collection;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The relative references that name the members of a collection (C2PA 2.5 clause 16.3.4): strict to write, lenient to read. */
public final class MemberUri {

    private static final String UNRESERVED = "-._~";

    private MemberUri() {}

    /** Writes a path: segments with a slash between them, everything but the unreserved characters of RFC 3986 as percent codes. */
    public static String of(List<String> path) {
        StringBuilder uri = new StringBuilder();
        for (String segment : path) {
            if (!uri.isEmpty()) {
                uri.append('/');
            }
            for (byte octet : segment.getBytes(StandardCharsets.UTF_8)) {
                char c = (char) (octet & 0xFF);
                boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0);
                if (plain) {
                    uri.append(c);
                } else {
                    uri.append('%').append(hex(c >> 4)).append(hex(c & 15));
                }
            }
        }
        return uri.toString();
    }

    /**
     * The decoded segments of a reference. Spaces, accents and stray per cent signs may stand as they are.
     *
     * @return empty when it could lead out of the collection or names no file in it
     */
    public static Optional<List<String>> path(String uri) {
        if (uri.indexOf('?') >= 0 || uri.indexOf('#') >= 0) {
            return Optional.empty();
        }
        List<String> segments = new ArrayList<>();
        for (String segment : uri.split("/", -1)) {
            Optional<String> decoded = decoded(segment);
            if (decoded.isEmpty() || leadsAway(decoded.get())) {
                return Optional.empty();
            }
            segments.add(decoded.get());
        }
        return Optional.of(List.copyOf(segments));
    }

    /**
     * The name of an entry of an archive, which only its directory is asked about: anything a file could be called, and a slash
     * behind the name of a folder.
     *
     * @return empty when it is no plain relative reference
     */
    public static Optional<String> entry(String uri) {
        if (uri.indexOf('?') >= 0 || uri.indexOf('#') >= 0) {
            return Optional.empty();
        }
        List<String> segments = new ArrayList<>();
        String[] written = uri.split("/", -1);
        for (int i = 0; i < written.length; i++) {
            Optional<String> decoded = decoded(written[i]);
            boolean folder = i > 0 && i == written.length - 1;
            if (decoded.isEmpty()
                    || decoded.get().isEmpty() && !folder
                    || decoded.get().equals(".")
                    || decoded.get().equals("..")) {
                return Optional.empty();
            }
            segments.add(decoded.get());
        }
        return Optional.of(String.join("/", segments));
    }

    private static boolean leadsAway(String segment) {
        return segment.isEmpty()
                || segment.equals(".")
                || segment.equals("..")
                || segment.chars().anyMatch(c -> c == '/' || c == '\\' || c == '\0' || c == ':');
    }

    private static Optional<String> decoded(String segment) {
        if (segment.indexOf('%') < 0) {
            return Optional.of(segment);
        }
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        for (int i = 0; i < segment.length(); ) {
            int code = segment.codePointAt(i);
            int high = i + 2 < segment.length() ? Character.digit(segment.charAt(i + 1), 16) : -1;
            int low = i + 2 < segment.length() ? Character.digit(segment.charAt(i + 2), 16) : -1;
            if (code == '%' && high >= 0 && low >= 0) {
                octets.write(high << 4 | low);
                i += 3;
            } else {
                octets.writeBytes(Character.toString(code).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(code);
            }
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets.toByteArray()))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static char hex(int digit) {
        return Character.toUpperCase(Character.forDigit(digit, 16));
    }
}
