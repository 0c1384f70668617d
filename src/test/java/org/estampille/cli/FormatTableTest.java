package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.estampille.asset.AssetFormat;
import org.estampille.container.Containers;
import org.estampille.container.FormatTraits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table people read is the one the code gives: {@code mvn test -Dtest=FormatTableTest -Dtest.args=-Dformats.renew=true}. */
class FormatTableTest {

    private static final Path PAGE = Path.of("specs", "formats.md");
    private static final String START = "<!-- table: estampille formats --markdown -->\n";
    private static final String END = "<!-- end of table -->\n";

    @Test
    void the_page_shows_the_table_of_the_code() throws IOException {
        String page = Files.readString(PAGE);
        int start = page.indexOf(START) + START.length();
        int end = page.indexOf(END);
        String table = String.join("\n", FormatTable.markdown()) + "\n";
        if (Boolean.getBoolean("formats.renew")) {
            Files.writeString(PAGE, page.substring(0, start) + table + page.substring(end));
            return;
        }
        assertThat(page.substring(start, end)).isEqualTo(table);
    }

    @Test
    void the_command_prints_a_row_for_each_format() {
        List<String> lines = FormatTable.text();

        assertThat(lines).hasSize(1 + AssetFormat.values().length);
        assertThat(lines.get(0)).matches("format +media type +embed +sidecar +read +binding +limits");
        assertThat(lines).allMatch(line -> line.length() <= 160);
    }

    @ParameterizedTest
    @EnumSource
    void every_row_says_what_carries_the_manifest_and_what_binds_it(AssetFormat format) {
        FormatTraits traits = Containers.of(format).traits(format);

        assertThat(traits.carrier()).isNotBlank();
        assertThat(traits.rule()).matches("C2PA 2\\.5 .*|none; .*");
        assertThat(traits.bindings()).isNotEmpty().allMatch(label -> label.startsWith("c2pa.hash."));
        assertThat(traits.limits()).doesNotEndWith(".");
    }
}
