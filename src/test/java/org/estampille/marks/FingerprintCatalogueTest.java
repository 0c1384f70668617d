package org.estampille.marks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class FingerprintCatalogueTest {

    private final FingerprintCatalogue catalogue = FingerprintCatalogue.bundled();

    @Test
    void each_fingerprint_has_an_id_of_its_own_and_a_source() {
        assertThat(catalogue.fingerprints()).extracting(Fingerprint::id).doesNotHaveDuplicates();
        assertThat(catalogue.fingerprints()).extracting(Fingerprint::source).doesNotContain("");
        assertThat(catalogue.version()).matches("\\d{4}-\\d{2}-\\d{2}");
    }

    @Test
    void the_specification_shows_the_table_as_it_is() throws IOException {
        String page = Files.readString(Path.of("specs/marks.md"));
        assertThat(page).contains("version " + catalogue.version());
        for (Fingerprint fingerprint : catalogue.fingerprints()) {
            assertThat(page).contains(row(fingerprint));
        }
        assertThat(page.lines().filter(line -> line.startsWith("| `")).count())
                .isEqualTo(catalogue.fingerprints().size());
    }

    private static String row(Fingerprint fingerprint) {
        String generator = fingerprint
                .generator()
                .map(name -> name.equals("=") ? "the value" : name)
                .orElse("—");
        return "| `" + fingerprint.id() + "` | " + generator + " | ";
    }

    @Test
    void each_row_of_the_specification_has_the_meaning_and_strength_of_the_table() throws IOException {
        String page = Files.readString(Path.of("specs/marks.md"));
        for (Fingerprint fingerprint : catalogue.fingerprints()) {
            String line = page.lines()
                    .filter(row -> row.startsWith("| `" + fingerprint.id() + "` |"))
                    .collect(Collectors.joining());
            assertThat(line)
                    .endsWith("| " + fingerprint.meaning().name().toLowerCase(Locale.ROOT) + " | "
                            + fingerprint.strength().label() + " | " + fingerprint.source() + " |");
            for (Location location : fingerprint.locations()) {
                assertThat(line).contains(location.label());
            }
        }
    }
}
