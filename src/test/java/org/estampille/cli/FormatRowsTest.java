package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.FileSource;
import org.estampille.bytes.Octets;
import org.estampille.detect.AssetDetector;
import org.estampille.detect.Detection;
import org.estampille.fixtures.ArchiveWriter;
import org.estampille.fixtures.Fixture;
import org.estampille.fixtures.FixtureIndex;
import org.estampille.fixtures.FontWriter;
import org.estampille.fixtures.StoreWriter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@code estampille formats} says of a format is done with a file of exactly that format. */
class FormatRowsTest {

    /** Columns of the table. */
    private static final int EMBED = 2;

    private static final int SIDECAR = 3;
    private static final int READ = 4;
    private static final int BINDING = 5;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void every_row_is_proved_by_a_file_of_that_format(AssetFormat format) throws IOException {
        Terminal terminal = OwnFiles.in(folder);
        List<String> row = row(format);
        String name = sample(format);

        int embedded = terminal.run(OwnFiles.tag(name, "--out", "tagged-" + name));
        assertThat(embedded == 0).as(terminal.err()).isEqualTo(says(row, EMBED));
        assertThat(Files.exists(folder.resolve("tagged-" + name))).isEqualTo(says(row, EMBED));
        if (says(row, EMBED)) {
            assertThat(verifies(terminal, "tagged-" + name, "embedded", format)).isEqualTo(says(row, READ));
            assertThat(binding(terminal, "tagged-" + name)).isEqualTo(row.get(BINDING));
        }

        if (!says(row, EMBED) && format != AssetFormat.OPAQUE) {
            Octets signed = signedByOthers(format, new StoreWriter(folder.resolve("keys")));
            Files.write(folder.resolve("signed-" + name), signed.toByteArray());
            assertThat(verifies(terminal, "signed-" + name, "embedded", format)).isEqualTo(says(row, READ));
        }

        byte[] before = Files.readAllBytes(folder.resolve(name));
        int beside = terminal.run(OwnFiles.tag(name, "--sidecar"));
        assertThat(beside == 0).as(terminal.err()).isEqualTo(says(row, SIDECAR));
        assertThat(folder.resolve(name)).hasBinaryContent(before);
        assertThat(verifies(terminal, name, "sidecar", format)).isEqualTo(says(row, SIDECAR));
        if (!says(row, EMBED)) {
            assertThat(binding(terminal, name + ".c2pa")).isEqualTo(row.get(BINDING));
        }
    }

    /** A file of a format that is read and not written. */
    private static Octets signedByOthers(AssetFormat format, StoreWriter writer) {
        return format == AssetFormat.ZIP
                ? archive().signed(writer)
                : FontWriter.sample().signed(writer);
    }

    private static ArchiveWriter archive() {
        return ArchiveWriter.of(ArchiveWriter.Entry.deflated("words.txt", "words ".repeat(50)));
    }

    private static List<String> row(AssetFormat format) {
        return FormatTable.text().stream()
                .map(line -> List.of(line.split(" {2,}")))
                .filter(cells -> cells.get(0).equals(format.name()))
                .findFirst()
                .orElseThrow();
    }

    private static boolean says(List<String> row, int column) {
        assertThat(row.get(column)).isIn("yes", "no");
        return row.get(column).equals("yes");
    }

    /** Whether the manifest is found in that place, and holds. */
    private static boolean verifies(Terminal terminal, String name, String place, AssetFormat format) {
        int exit = terminal.run("verify", name, "--trust", "keys/root.pem", "--json");
        assertThat(terminal.out()).contains("\"source\":\"" + place + "\"");
        if (format != AssetFormat.OPAQUE) {
            String type = format == AssetFormat.SFNT ? "font/ttf" : format.mediaType();
            assertThat(terminal.out()).contains("\"format\":\"" + type + "\"");
        }
        return exit == 0;
    }

    /** The hard binding in the manifest: the one label of those there are. */
    private static String binding(Terminal terminal, String name) {
        assertThat(terminal.run("inspect", "--tree", name)).as(terminal.err()).isZero();
        List<String> labels = terminal.out()
                .lines()
                .flatMap(line -> List.of(line.split("[^a-z0-9.]+")).stream())
                .filter(word -> word.startsWith("c2pa.hash."))
                .distinct()
                .toList();
        assertThat(labels).hasSize(1);
        return labels.get(0);
    }

    /** A file of exactly this format in the folder. */
    private String sample(AssetFormat format) throws IOException {
        for (Fixture fixture : FixtureIndex.all()) {
            if (detected(fixture.file()).equals(Optional.of(format))) {
                Path file = folder.resolve(fixture.file().getFileName());
                Files.copy(fixture.file(), file);
                return file.getFileName().toString();
            }
        }
        return generated(format);
    }

    /** HEIF differs from HEIC in its brands alone; archives and fonts are written here; anything else is opaque. */
    private String generated(AssetFormat format) throws IOException {
        Path file = folder.resolve("sample." + format.name().toLowerCase(Locale.ROOT));
        if (format == AssetFormat.ZIP || format == AssetFormat.SFNT) {
            Octets plain = format == AssetFormat.ZIP
                    ? archive().plain()
                    : FontWriter.sample().plain();
            Files.write(file, plain.toByteArray());
            assertThat(detected(file)).contains(format);
        } else if (format == AssetFormat.HEIF) {
            byte[] octets = Files.readAllBytes(FixtureIndex.of("heic/still").file());
            String text = new String(octets, StandardCharsets.ISO_8859_1);
            int brands = text.indexOf("meta");
            String head = text.substring(0, brands).replace("heic", "mif1").replace("heix", "mif1");
            Files.write(file, (head + text.substring(brands)).getBytes(StandardCharsets.ISO_8859_1));
            assertThat(detected(file)).contains(format);
        } else {
            Files.writeString(file, "no format that carries a manifest ".repeat(60));
            assertThat(format).isEqualTo(AssetFormat.OPAQUE);
            assertThat(detected(file)).isEmpty();
        }
        return file.getFileName().toString();
    }

    private static Optional<AssetFormat> detected(Path file) throws IOException {
        try (FileSource source = FileSource.open(file)) {
            return AssetDetector.detect(source) instanceof Detection.Detected found
                    ? Optional.of(found.format())
                    : Optional.empty();
        }
    }
}
