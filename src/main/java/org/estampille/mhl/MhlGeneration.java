package org.estampille.mhl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.estampille.bytes.Octets;

/**
 * The next generation of a history, made in place: every file with its hashes, said to be original where the history did not know
 * it, else verified.
 *
 * @param files in the order to write
 * @param tool name and version of the program
 * @param at when the hashes were taken
 */
public record MhlGeneration(List<Entry> files, Tool tool, Instant at) {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd_HHmmss'Z'").withZone(ZoneOffset.UTC);

    public MhlGeneration {
        files = List.copyOf(files);
    }

    /** The program that writes. */
    public record Tool(String name, String version) {}

    /**
     * One file.
     *
     * @param path below the folder, with slashes
     * @param size octets
     * @param modified when it was last changed
     * @param hashes by format
     */
    public record Entry(String path, long size, Instant modified, Map<MhlFormat, String> hashes) {}

    /** Where the next generation of {@code folder} goes when it is written at that time. */
    public static Path place(Path folder, MhlHistory history, Instant at) {
        String label = Optional.ofNullable(folder.toAbsolutePath().normalize().getFileName())
                .map(Path::toString)
                .orElse("root");
        int number = history.generations().size() + 1;
        return folder.resolve(MhlHistory.FOLDER)
                .resolve(String.format("%04d_%s_%s.mhl", number, label, STAMP.format(at)));
    }

    /**
     * Writes the generation and the chain into {@code folder}. The list is complete before the chain names it, and the chain is
     * replaced in one step: a history that breaks off in between is the one before.
     *
     * @return the path of the new generation
     * @throws FileAlreadyExistsException when a file that no chain names has the name of the generation; it stays as it is
     */
    public Path write(Path folder, MhlHistory history) throws IOException {
        Path home = Files.createDirectories(folder.resolve(MhlHistory.FOLDER));
        Path target = place(folder, history, at);
        String name = target.getFileName().toString();
        Octets list = Octets.ofUtf8(list(history));
        Files.write(target, list.toByteArray(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        Map<String, String> generations = new LinkedHashMap<>(history.generations());
        generations.put(name, MhlHistory.hash(list));
        Path chain = home.resolve(MhlHistory.CHAIN);
        Path staged = home.resolve("." + MhlHistory.CHAIN + ".estampille-tmp");
        Files.deleteIfExists(staged); // what a break left, or a link that leads to a file of the collection
        Files.writeString(
                staged,
                chain(generations),
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE);
        Files.move(staged, chain, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return target;
    }

    private static String chain(Map<String, String> generations) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<ascmhldirectory xmlns=\"urn:ASC:MHL:DIRECTORY:v2.0\">\n");
        int number = 1;
        for (Map.Entry<String, String> one : generations.entrySet()) {
            xml.append("  <hashlist sequencenr=\"").append(number++).append("\">\n    <path>");
            xml.append(escaped(one.getKey())).append("</path>\n    <c4>").append(one.getValue());
            xml.append("</c4>\n  </hashlist>\n");
        }
        return xml.append("</ascmhldirectory>\n").toString();
    }

    private String list(MhlHistory history) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<hashlist version=\"2.0\" xmlns=\"urn:ASC:MHL:v2.0\">\n  <creatorinfo>\n    <creationdate>")
                .append(date(at))
                .append("</creationdate>\n    <hostname>unnamed</hostname>\n    <tool version=\"")
                .append(escaped(tool.version()))
                .append("\">")
                .append(escaped(tool.name()))
                .append("</tool>\n  </creatorinfo>\n  <processinfo>\n    <process>in-place</process>\n    <ignore>\n");
        for (String pattern : List.of(".DS_Store", "ascmhl", "ascmhl/", "Thumbs.db", "desktop.ini", "._*")) {
            xml.append("      <pattern>").append(pattern).append("</pattern>\n");
        }
        xml.append("    </ignore>\n  </processinfo>\n  <hashes>\n");
        files.forEach(file -> entry(file, history.known().getOrDefault(file.path(), Map.of()), xml));
        return xml.append("  </hashes>\n</hashlist>\n").toString();
    }

    private void entry(Entry file, Map<MhlFormat, String> before, StringBuilder xml) {
        xml.append("    <hash>\n      <path size=\"").append(file.size()).append("\" lastmodificationdate=\"");
        xml.append(date(file.modified()))
                .append("\">")
                .append(escaped(file.path()))
                .append("</path>\n");
        List<MhlFormat> formats = new ArrayList<>(file.hashes().keySet());
        formats.sort(null);
        for (MhlFormat format : formats) {
            xml.append("      <").append(format.element()).append(" action=\"");
            xml.append(before.isEmpty() ? "original" : "verified")
                    .append("\" hashdate=\"")
                    .append(date(at));
            xml.append("\">")
                    .append(file.hashes().get(format))
                    .append("</")
                    .append(format.element())
                    .append(">\n");
        }
        xml.append("    </hash>\n");
    }

    private static String date(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
