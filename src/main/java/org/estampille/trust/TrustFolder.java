package org.estampille.trust;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.SmallFile;
import org.estampille.crypto.CryptoEngine;

/**
 * The folder a user's trust lists are kept in: one file a list, a few header lines, an empty line, and the imported file as it
 * was. Each list is checked against the SHA-256 in its header whenever it is read.
 *
 * @param folder need not exist
 */
public record TrustFolder(Path folder) {

    private static final String SUFFIX = ".trust";
    private static final int LARGEST = 4 << 20;
    private static final int MOST_LISTS = 100;

    /** Every list; none when there is no such folder. */
    public TrustLists load() throws IOException, MalformedContentException {
        if (!Files.isDirectory(folder)) {
            return TrustLists.none();
        }
        List<Path> files = new ArrayList<>();
        try (Stream<Path> entries = Files.list(folder)) {
            entries.filter(file -> file.toString().endsWith(SUFFIX)).sorted().forEach(files::add);
        }
        LimitExceededException.check("trust lists", files.size(), MOST_LISTS);
        List<TrustList> lists = new ArrayList<>(files.size());
        for (Path file : files) {
            try {
                lists.add(read(file));
            } catch (MalformedContentException e) {
                throw unusable(file, e);
            }
        }
        return new TrustLists(lists);
    }

    /** Forgets a list, whether or not it can be read; false when there is none of that name. */
    public boolean remove(String name) throws IOException {
        return isName(name) && Files.deleteIfExists(file(name));
    }

    /** Whether there is a list of that name. */
    public boolean has(String name) {
        return isName(name) && Files.exists(file(name));
    }

    /** Whether {@code file} is one of the files lists are kept in, by whatever name. */
    public boolean holds(Path file) throws IOException {
        if (!Files.isDirectory(folder) || !Files.exists(file)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.toList()) {
                if (Files.exists(entry) && Files.isSameFile(entry, file)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a list may be called so: a word of ASCII letters, digits, dots, hyphens and underscores. */
    public static boolean isName(String name) {
        if (name.isEmpty() || name.length() > 100 || name.charAt(0) == '.') {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            if (!letter && !(c >= '0' && c <= '9') && c != '.' && c != '-' && c != '_') {
                return false;
            }
        }
        return true;
    }

    /**
     * Keeps a list under its name; a list of that name is replaced.
     *
     * @param name see {@link #isName}
     * @param source the file's name
     * @param content the file as it is: PEM text, or a list of trusted entities in JSON (ETSI TS 119 602)
     * @throws MalformedContentException when it holds no certificate, or one that cannot be read
     */
    public TrustList add(
            String name, TrustList.Kind kind, Set<String> keyPurposes, String source, Octets content, Instant now)
            throws IOException, MalformedContentException {
        LimitExceededException.check("octets of a trust list", content.length(), LARGEST);
        Content read = Content.of(content);
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        TrustList.Origin origin =
                new TrustList.Origin(name, kind, second, oneLine(source), sha256(content), read.issue());
        String header = "Name: " + name + "\nPurpose: " + kind.label() + "\nImported: " + second + "\nSource: "
                + origin.source() + "\nSHA-256: " + origin.sha256() + "\nKey-Purposes: "
                + String.join(" ", new TreeSet<>(keyPurposes)) + "\n\n";
        Files.createDirectories(folder);
        Path staged = Files.createTempFile(folder, "import", ".tmp");
        try {
            Files.write(staged, Octets.concat(Octets.ofUtf8(header), content).toByteArray());
            Files.move(staged, file(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(staged);
        }
        return new TrustList(origin, keyPurposes, read.anchors());
    }

    /** What a list's file holds, in either of the two forms lists are published in. */
    private record Content(Optional<TrustList.Issue> issue, TrustAnchors anchors) {

        static Content of(Octets octets) throws MalformedContentException {
            if (ListOfTrustedEntities.isJson(octets)) {
                ListOfTrustedEntities list = ListOfTrustedEntities.read(octets);
                return new Content(Optional.of(list.issue()), list.anchors());
            }
            return new Content(Optional.empty(), TrustAnchors.ofPem(octets.latin1()));
        }
    }

    private Path file(String name) {
        return folder.resolve(name + SUFFIX);
    }

    private static TrustList read(Path file) throws IOException, MalformedContentException {
        Octets all = SmallFile.start(file, LARGEST + 4_097);
        LimitExceededException.check("octets of a trust list", all.length(), LARGEST + 4_096);
        int end = all.indexOf(Octets.ofAscii("\n\n"), 0)
                .orElseThrow(() -> malformed(file, "it has no header of a trust list"));
        Map<String, String> header = header(all.slice(0, end));
        Octets content = all.from(end + 2);
        if (!sha256(content).equals(header.get("SHA-256"))) {
            throw malformed(file, "it was changed after it was imported");
        }
        TrustList.Kind kind = TrustList.Kind.ofLabel(header.getOrDefault("Purpose", ""))
                .orElseThrow(() -> malformed(file, "it has no purpose known here"));
        Set<String> purposes = Set.of(header.getOrDefault("Key-Purposes", "").split(" "));
        try {
            Content read = Content.of(content);
            TrustList.Origin origin = new TrustList.Origin(
                    name(file),
                    kind,
                    Instant.parse(header.getOrDefault("Imported", "")),
                    header.getOrDefault("Source", ""),
                    header.getOrDefault("SHA-256", ""),
                    read.issue());
            return new TrustList(origin, purposes, read.anchors());
        } catch (DateTimeException e) {
            throw malformed(file, "it does not say when it was imported");
        }
    }

    private static Map<String, String> header(Octets octets) {
        Map<String, String> header = new LinkedHashMap<>();
        for (String line : octets.utf8().split("\n", -1)) {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                header.put(line.substring(0, colon), line.substring(colon + 2));
            }
        }
        return header;
    }

    private static String name(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.length() - SUFFIX.length());
    }

    private static String sha256(Octets content) {
        return CryptoEngine.platform()
                .hash(HashAlgorithm.SHA256, content)
                .value()
                .hex();
    }

    private static String oneLine(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
                .replace('\n', ' ')
                .replace('\r', ' ');
    }

    /** Whatever of it is broken, the person needs the name of the list and of its file. */
    private static MalformedContentException unusable(Path file, MalformedContentException cause) {
        MalformedContentException unusable = malformed(file, cause.problem() + " (" + file + ")");
        unusable.initCause(cause);
        return unusable;
    }

    private static MalformedContentException malformed(Path file, String cause) {
        return new MalformedContentException("trust list " + name(file), new ByteRange(0, 0), cause);
    }
}
