package org.estampille.terms;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.estampille.bytes.Digest;
import org.estampille.bytes.LimitExceededException;

/**
 * A folder of archived texts. Any file in it, at any depth, is found by the SHA-256 of its octets; names count for nothing, but
 * a file that is named by a digest and has another one is known to have been changed.
 */
public final class EvidenceArchive {

    /** Files that one archive may have. */
    static final int MOST_FILES = 20_000;

    private static final int HEX = 64;

    private final Map<Digest, Path> files;
    private final Map<String, Digest> named;

    private EvidenceArchive(Map<Digest, Path> files, Map<String, Digest> named) {
        this.files = Map.copyOf(files);
        this.named = Map.copyOf(named);
    }

    /** An archive with nothing in it. */
    public static EvidenceArchive empty() {
        return new EvidenceArchive(Map.of(), Map.of());
    }

    /**
     * Reads every file below {@code folder} once; links are not followed.
     *
     * @throws LimitExceededException when there are more than 20,000 files
     * @throws IOException when the folder or a file cannot be read
     */
    public static EvidenceArchive of(Path folder) throws IOException, LimitExceededException {
        Map<Digest, Path> files = new HashMap<>();
        Map<String, Digest> named = new TreeMap<>();
        try (Stream<Path> found = Files.walk(folder).limit(2L * MOST_FILES)) {
            int count = 0;
            for (Path file : found.filter(path -> Files.isRegularFile(path, java.nio.file.LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList()) {
                LimitExceededException.check("evidence files", ++count, MOST_FILES);
                Digest digest = TermsDigest.of(file);
                files.putIfAbsent(digest, file);
                digestIn(String.valueOf(file.getFileName())).ifPresent(hex -> named.put(hex, digest));
            }
        } catch (java.io.UncheckedIOException e) {
            throw new IOException(e.getCause());
        }
        return new EvidenceArchive(files, named);
    }

    /** The digest a file name begins with. */
    private static Optional<String> digestIn(String name) {
        if (name.length() < HEX) {
            return Optional.empty();
        }
        String hex = name.substring(0, HEX).toLowerCase(Locale.ROOT);
        return hex.matches("[0-9a-f]{64}") ? Optional.of(hex) : Optional.empty();
    }

    /** The file whose octets have this digest. */
    public Optional<Path> find(Digest sha256) {
        return Optional.ofNullable(files.get(sha256));
    }

    /** What is at hand for a recorded digest. */
    public ArchivedText stateOf(Digest sha256) {
        if (files.containsKey(sha256)) {
            return ArchivedText.MATCHES;
        }
        return named.containsKey(sha256.value().hex()) ? ArchivedText.DIFFERS : ArchivedText.MISSING;
    }
}
