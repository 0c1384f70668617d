package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

final class PolicyEvalCommandTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeRubric() throws IOException {
        Files.writeString(folder.resolve("rubric.yml"), """
                rubric_metadata: {name: House, version: 1.0.0}
                ---
                - id: store:present
                  expression: length(manifests) > 0 || $estampille.excused
                  reportText:
                    "true": {en: There is one, fr: "Il y en a un, c'est sûr <b>"}
                    "false": {en: There is none, fr: Il n'y en a pas}
                """);
    }

    @Test
    void a_rubric_is_evaluated_over_crjson_in_the_language_asked_for() throws IOException {
        Files.writeString(folder.resolve("a.crjson"), " {\"manifests\": [{}]}");
        Terminal terminal = new Terminal(folder);

        assertThat(terminal.run("policy", "eval", "rubric.yml", "a.crjson", "--lang", "fr"))
                .isZero();
        assertThat(terminal.out()).contains("\"rubricName\": \"House\"").contains("c'est s\\u00fbr \\u003cb\\u003e");
    }

    @Test
    void a_media_file_without_a_store_gets_a_result_and_says_so_by_its_exit_code() throws IOException {
        Files.copy(Path.of("fixtures/jpeg/baseline/asset.jpg"), folder.resolve("plain.jpg"));
        Terminal terminal = new Terminal(folder);

        assertThat(terminal.run("policy", "eval", "rubric.yml", "plain.jpg")).isEqualTo(ExitCode.NO_MANIFEST.code());
        assertThat(new JsonMapper()
                        .readTree(terminal.out())
                        .at("/false/store/0/reportText")
                        .asString())
                .isEqualTo("There is none");
    }

    @Test
    void facts_are_handed_in() throws IOException {
        Files.writeString(folder.resolve("a.crjson"), "{\"manifests\": []}");
        Files.writeString(folder.resolve("facts.json"), "{\"excused\": true}");
        Terminal terminal = new Terminal(folder);

        assertThat(terminal.run("policy", "eval", "rubric.yml", "a.crjson", "--facts", "facts.json"))
                .isZero();
        assertThat(terminal.out()).contains("There is one");
    }

    @Test
    void what_cannot_be_read_is_said_in_one_sentence() throws IOException {
        Files.writeString(folder.resolve("a.crjson"), "{\"manifests\": [");
        Files.writeString(folder.resolve("b.yml"), "a: [");
        Terminal terminal = new Terminal(folder);

        assertThat(terminal.run("policy", "eval", "rubric.yml", "a.crjson")).isEqualTo(ExitCode.USAGE.code());
        assertThat(terminal.err())
                .startsWith("estampille: a.crjson at character")
                .hasLineCount(1);
        assertThat(terminal.run("policy", "eval", "b.yml", "a.crjson")).isEqualTo(ExitCode.USAGE.code());
        assertThat(terminal.err()).startsWith("estampille: b.yml: line").hasLineCount(1);
        assertThat(terminal.run("policy", "eval", "absent.yml", "a.crjson")).isEqualTo(ExitCode.IO.code());
        assertThat(terminal.run("policy")).isEqualTo(ExitCode.USAGE.code());
        assertThat(terminal.out()).isEmpty();
    }
}
