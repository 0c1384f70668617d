package org.estampille.report;

import java.util.Locale;
import java.util.Optional;

/**
 * What came of tagging many files as one.
 *
 * @param path what was tagged, as the person wrote it
 * @param written the file with the manifest
 * @param length octets of that file
 * @param manifest its label
 * @param members how many files it stands for
 * @param octets of all of them
 * @param hashList the new generation of the media hash list
 * @param outcome whether anything had to be done
 */
public record CollectionReport(
        String path,
        String written,
        long length,
        String manifest,
        int members,
        long octets,
        Optional<String> hashList,
        TagReport.Outcome outcome) {

    /** A line for a terminal, and one for the hash list. */
    public String toText() {
        String files = members == 1 ? "1 file" : members + " files";
        String done = switch (outcome) {
            case WOULD_TAG -> "would tag  ";
            case UNCHANGED -> "unchanged  ";
            default -> "tagged     ";
        };
        String line = done + SafeText.line(written) + "  (" + files + ", " + size(octets) + ", one manifest of "
                + size(length) + ")";
        return hashList.map(list -> line + System.lineSeparator() + "hash list  " + SafeText.line(list))
                .orElse(line);
    }

    private static String size(long octets) {
        return octets < 10_000
                ? octets + " octets"
                : octets < 10_000_000
                        ? String.format(Locale.ROOT, "%.1f kB", octets / 1e3)
                        : octets < 10_000_000_000L
                                ? String.format(Locale.ROOT, "%.1f MB", octets / 1e6)
                                : String.format(Locale.ROOT, "%.1f GB", octets / 1e9);
    }

    /** One JSON object, without a line end. */
    public String toJson() {
        return SafeJson.object(json -> {
            JsonFields fields = new JsonFields(json);
            fields.text("path", path);
            fields.text("outcome", outcome.name().toLowerCase(Locale.ROOT));
            fields.text("written", written);
            fields.text("format", "application/c2pa");
            json.writeNumberProperty("bytes", length);
            fields.text("manifest", manifest);
            json.writeNumberProperty("members", members);
            json.writeNumberProperty("memberBytes", octets);
            hashList.ifPresent(list -> fields.text("hashList", list));
        });
    }
}
