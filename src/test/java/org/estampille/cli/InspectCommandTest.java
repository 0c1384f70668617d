package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

final class InspectCommandTest {

    @TempDir
    private Path folder;

    @Test
    void crjson_of_a_file_without_a_store_has_no_manifests() throws IOException {
        Files.copy(Path.of("fixtures/jpeg/baseline/asset.jpg"), folder.resolve("plain.jpg"));
        Terminal terminal = new Terminal(folder);

        assertThat(terminal.run("inspect", "--crjson", "plain.jpg")).isEqualTo(ExitCode.NO_MANIFEST.code());
        assertThat(new JsonMapper().readTree(terminal.out()).path("manifests").isEmpty())
                .isTrue();
    }

    @Test
    void crjson_of_what_cannot_be_looked_at_is_no_document() throws IOException {
        Files.writeString(folder.resolve("notes.jpg"), "not a picture");
        Terminal terminal = new Terminal(folder);

        assertThat(terminal.run("inspect", "--crjson", "notes.jpg")).isEqualTo(ExitCode.INDETERMINATE.code());
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).contains("notes.jpg");
    }
}
