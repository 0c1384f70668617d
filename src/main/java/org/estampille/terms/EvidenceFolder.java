package org.estampille.terms;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Archived texts of terms that are at hand, known by the SHA-256 of their octets. The texts themselves are not kept. */
public final class EvidenceFolder {

    private static final EvidenceFolder NOT_GIVEN = new EvidenceFolder(Map.of(), false);
    private static final int MOST_FILES = 20_000;
    private static final int PIECE = 1 << 16;

    private final Map<String, String> digests;
    private final Set<String> known;
    private final boolean given;

    private EvidenceFolder(Map<String, String> digests, boolean given) {
        this.digests = Map.copyOf(digests);
        this.known = new HashSet<>(digests.values());
        this.given = given;
    }

    /** Nobody said where texts are kept. */
    public static EvidenceFolder notGiven() {
        return NOT_GIVEN;
    }

    /**
     * Reads every regular file below {@code folder} once; links are not followed.
     *
     * @throws IOException when a file cannot be read, or there are more than {@value #MOST_FILES}
     */
    public static EvidenceFolder of(Path folder) throws IOException {
        Map<String, String> digests = new HashMap<>();
        try (Stream<Path> below = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) below::iterator) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    String name = folder.relativize(file).toString().replace('\\', '/');
                    if (digests.size() == MOST_FILES) {
                        throw new FileSystemException(
                                folder.toString(), null, "holds more than " + MOST_FILES + " files");
                    }
                    digests.put(name, sha256(file));
                }
            }
        }
        return new EvidenceFolder(digests, true);
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] piece = new byte[PIECE];
            for (int read = stream.read(piece); read >= 0; read = stream.read(piece)) {
                digest.update(piece, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether a folder was given at all. */
    public boolean isGiven() {
        return given;
    }

    /**
     * What is at hand of a text.
     *
     * @param sha256 of its octets, in small letters
     * @param reference where it is said to be kept; a file of that name with other octets is a text that was changed
     */
    public ArchivedText look(Optional<String> sha256, Optional<String> reference) {
        if (sha256.isPresent() && known.contains(sha256.get())) {
            return ArchivedText.MATCHES;
        }
        boolean changed =
                reference.isPresent() && isFile(reference.get()) || sha256.isPresent() && isNamed(sha256.get());
        return changed ? ArchivedText.DIFFERS : ArchivedText.MISSING;
    }

    /** Whether a reference names a file: the same path, or one of them ends with the other. */
    private boolean isFile(String reference) {
        return digests.keySet().stream()
                .anyMatch(name ->
                        name.equals(reference) || reference.endsWith("/" + name) || name.endsWith("/" + reference));
    }

    /** Whether a file has a digest for its name, as captures have; it has other octets, or it would have been found by them. */
    private boolean isNamed(String sha256) {
        return digests.keySet().stream()
                .anyMatch(name -> name.substring(name.lastIndexOf('/') + 1).startsWith(sha256));
    }
}
