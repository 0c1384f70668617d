package org.estampille.mhl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.FileSource;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.xml.XmlDocuments;
import org.estampille.xml.XmlElement;

/**
 * What the generations of a folder's history say of its files.
 *
 * @param generations file names of the generations and their C4 hashes, first to last
 * @param known the last hash of each format that did not fail, by path below the folder
 * @param failed paths whose last entry says that it failed
 * @param formats that the last generation uses, as far as they are computed here
 * @param obstacle why this program cannot write the next generation, which does not make the history wrong
 */
public record MhlHistory(
        Map<String, String> generations,
        Map<String, Map<MhlFormat, String>> known,
        Set<String> failed,
        Set<MhlFormat> formats,
        Optional<MalformedContentException> obstacle) {

    static final String FOLDER = "ascmhl";
    static final String CHAIN = "ascmhl_chain.xml";

    /** Whether {@code folder} has a history. */
    public static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(FOLDER).resolve(CHAIN));
    }

    /** A history without generations. */
    public static MhlHistory none() {
        return new MhlHistory(Map.of(), Map.of(), Set.of(), Set.of(), Optional.empty());
    }

    /**
     * Reads the history of {@code folder}, and checks that every generation is the one its chain names.
     *
     * @throws MalformedContentException when the chain is broken, or a list breaks its rules
     */
    public static MhlHistory read(Path folder, ReadLimits limits) throws IOException, MalformedContentException {
        Path home = folder.resolve(FOLDER);
        Reading reading = new Reading();
        for (XmlElement entry :
                XmlDocuments.read(octets(home.resolve(CHAIN), limits), limits).children()) {
            String name = entry.textOf("path").orElse("");
            if (name.isEmpty() || name.contains("/") || name.contains("\\")) {
                throw malformed(CHAIN, "names a generation that is not beside it");
            }
            Path file = home.resolve(name);
            if (!Files.isRegularFile(file)) {
                throw malformed(CHAIN, "the generation " + name + " is missing");
            }
            Octets list = octets(file, limits);
            String hash = hash(list);
            if (!entry.textOf("c4").orElse("").equals(hash)) {
                throw malformed(CHAIN, "the generation " + name + " was changed");
            }
            reading.generations.put(name, hash);
            reading.generation(XmlDocuments.read(list, limits), name);
        }
        return new MhlHistory(reading.generations, reading.known, reading.failed, reading.formats, reading.obstacle);
    }

    static String hash(Octets list) {
        MessageDigest digest = MhlFormat.C4.digest();
        digest.update(list.asBuffer());
        return MhlFormat.C4.text(Octets.adopt(digest.digest()));
    }

    private static Octets octets(Path file, ReadLimits limits) throws IOException, MalformedContentException {
        try (FileSource source = FileSource.open(file)) {
            return source.octets(source.range(), limits);
        }
    }

    private static MalformedContentException malformed(String file, String cause) {
        return new MalformedContentException(file, new ByteRange(0, 0), cause);
    }

    /** Files whose hash differs from the history's, is missing, or failed before. */
    public List<String> faults(Map<String, Map<MhlFormat, String>> computed) {
        List<String> faults = new ArrayList<>();
        for (Map.Entry<String, Map<MhlFormat, String>> entry : known.entrySet()) {
            Map<MhlFormat, String> now = computed.getOrDefault(entry.getKey(), Map.of());
            boolean differs = !computed.containsKey(entry.getKey()) || failed.contains(entry.getKey());
            for (Map.Entry<MhlFormat, String> hash : entry.getValue().entrySet()) {
                differs |= !hash.getValue().equalsIgnoreCase(now.getOrDefault(hash.getKey(), hash.getValue()));
            }
            if (differs) {
                faults.add(entry.getKey());
            }
        }
        faults.sort(null);
        return faults;
    }

    /** Every format needed to check each known file. */
    public Set<MhlFormat> needed() {
        Set<MhlFormat> needed = new LinkedHashSet<>(formats);
        known.values().forEach(hashes -> hashes.keySet().stream().findFirst().ifPresent(needed::add));
        return needed;
    }

    /** What was read so far. */
    private static final class Reading {

        private final Map<String, String> generations = new LinkedHashMap<>();
        private final Map<String, Map<MhlFormat, String>> known = new HashMap<>();
        private final Set<String> failed = new LinkedHashSet<>();
        private final Set<MhlFormat> formats = new LinkedHashSet<>();
        private Optional<MalformedContentException> obstacle = Optional.empty();

        private void generation(XmlElement list, String name) throws MalformedContentException {
            formats.clear();
            for (XmlElement hash :
                    list.child("hashes").map(XmlElement::children).orElse(List.of())) {
                if (hash.name().equals("hash")) {
                    file(hash, name);
                }
            }
            if (list.child("references").isPresent()) {
                obstacle = Optional.of(
                        malformed(name, "refers to histories in other folders, which are not updated here"));
            }
        }

        private void file(XmlElement hash, String list) throws MalformedContentException {
            String path = hash.textOf("path").orElseThrow(() -> malformed(list, "an entry has no path"));
            Map<MhlFormat, String> hashes = known.computeIfAbsent(path, unknown -> new LinkedHashMap<>());
            hash.textOf("previousPath").ifPresent(known::remove);
            boolean computable = false;
            for (XmlElement one : hash.children()) {
                Optional<MhlFormat> format = MhlFormat.of(one.name());
                if (format.isPresent()) {
                    computable = true;
                    boolean fails = "failed".equals(one.attributes().get("action"));
                    if (fails) {
                        failed.add(path);
                    } else {
                        failed.remove(path);
                        hashes.put(format.get(), one.text());
                        formats.add(format.get());
                    }
                }
            }
            if (!computable) {
                obstacle = Optional.of(
                        malformed(list, path + " has only hashes of kinds that are not computed here (xxh3, xxh128)"));
            }
        }
    }
}
