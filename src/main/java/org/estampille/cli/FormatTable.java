package org.estampille.cli;

import java.util.ArrayList;
import java.util.List;
import org.estampille.asset.AssetFormat;
import org.estampille.container.Containers;
import org.estampille.container.FormatTraits;

/** The table of formats, made from what each container format says of itself. */
final class FormatTable {

    private static final List<String> SHORT =
            List.of("format", "media type", "embed", "sidecar", "read", "binding", "limits");
    private static final List<String> LONG = List.of(
            "format", "media type", "embed", "sidecar", "read", "binding", "also read", "carrier", "rule", "limits");

    private FormatTable() {}

    /** Lines of columns padded with spaces, for a terminal. */
    static List<String> text() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(SHORT);
        for (AssetFormat format : AssetFormat.values()) {
            FormatTraits traits = Containers.of(format).traits(format);
            rows.add(List.of(
                    format.name(),
                    format.mediaType(),
                    embed(traits),
                    "yes",
                    "yes",
                    traits.bindings().get(0),
                    traits.limits()));
        }
        int[] widths = new int[SHORT.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return rows.stream().map(row -> padded(row, widths)).toList();
    }

    private static String padded(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
        }
        return line.toString().stripTrailing();
    }

    /** Lines of a Markdown table with everything there is to say. */
    static List<String> markdown() {
        List<String> lines = new ArrayList<>();
        lines.add(markdown(LONG));
        lines.add("|---".repeat(LONG.size()) + "|");
        for (AssetFormat format : AssetFormat.values()) {
            FormatTraits traits = Containers.of(format).traits(format);
            List<String> others = traits.bindings().subList(1, traits.bindings().size());
            lines.add(markdown(List.of(
                    format.name(),
                    "`" + format.mediaType() + "`",
                    embed(traits),
                    "yes",
                    "yes",
                    "`" + traits.bindings().get(0) + "`",
                    others.isEmpty() ? "" : "`" + String.join("`, `", others) + "`",
                    traits.carrier(),
                    traits.rule(),
                    traits.limits())));
        }
        return lines;
    }

    private static String markdown(List<String> cells) {
        StringBuilder line = new StringBuilder("|");
        for (String cell : cells) {
            line.append(cell.isEmpty() ? " " : " " + cell + " ").append('|');
        }
        return line.toString();
    }

    private static String embed(FormatTraits traits) {
        return traits.embeds() ? "yes" : "no";
    }
}
