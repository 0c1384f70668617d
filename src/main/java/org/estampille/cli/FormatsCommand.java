package org.estampille.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.estampille.asset.AssetFormat;
import picocli.CommandLine.Command;

/** {@code estampille formats}: what can be tagged and verified. */
@Command(
        name = "formats",
        mixinStandardHelpOptions = true,
        description = "Lists the formats that can be tagged and verified, and how the manifest is bound to them.")
final class FormatsCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    FormatsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        PrintWriter out = surroundings.out();
        row(out, "format", "media type", "embed", "sidecar", "binding", "limits");
        for (AssetFormat format : AssetFormat.values()) {
            row(out, format.name(), format.mediaType(), "yes", "yes", binding(format), limits(format));
        }
        return ExitCode.OK.code();
    }

    private static void row(PrintWriter out, String... cells) {
        int[] widths = {8, 18, 6, 8, 20, 0};
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.length; i++) {
            line.append(cells[i]);
            line.append(" ".repeat(Math.max(1, widths[i] - cells[i].length())));
        }
        out.println(line.toString().stripTrailing());
    }

    private static String binding(AssetFormat format) {
        return format.family() == AssetFormat.Family.BMFF ? "c2pa.hash.bmff.v3" : "c2pa.hash.data";
    }

    private static String limits(AssetFormat format) {
        return switch (format) {
            case RF64 -> "outside C2PA 2.5: other validators may not read it, --sidecar is safer";
            case WAV, AVI, WEBP -> "below 4 GiB";
            case MP4, MOV, M4A -> "Merkle tree above 64 MiB";
            case FLAC -> "in an ID3v2 tag before the stream, as C2PA 2.5 A.3.5 and the reference SDK do";
            case OGG -> "Vorbis by C2PA 2.5 A.3.7, other sound alike; no pictures";
            case PDF -> "not encrypted";
            default -> "";
        };
    }
}
