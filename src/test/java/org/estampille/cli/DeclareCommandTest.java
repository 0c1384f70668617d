package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.estampille.declaration.DeclarationExample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DeclareCommandTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        Surroundings surroundings = new Surroundings(
                new PrintWriter(out),
                new PrintWriter(err),
                folder,
                Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC),
                Map.of(),
                false);
        return new CommandLine(new DeclareCommand(surroundings))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    @Test
    void the_example_passes_its_own_check() throws IOException {
        assertThat(run("example")).isZero();
        assertThat(out.toString()).isEqualTo(DeclarationExample.yaml());
        Files.writeString(folder.resolve("my.yaml"), out.toString());
        assertThat(run("check", "my.yaml")).isZero();
        assertThat(out.toString()).endsWith("my.yaml: complete and valid" + System.lineSeparator());
    }

    @Test
    void a_bad_declaration_is_a_usage_error_and_every_problem_has_its_line() throws IOException {
        Files.writeString(folder.resolve("bad.yaml"), "title: T\nuses:\n  - extent: made up\n");
        assertThat(run("check", "bad.yaml")).isEqualTo(2);
        assertThat(out.toString())
                .contains("bad.yaml:3: uses[0].extent: \"made up\" is not allowed.")
                .contains("bad.yaml:3: uses[0].tool: is missing");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void a_status_that_its_kind_of_clause_cannot_give_is_named() throws IOException {
        String use = "title: T\nuses:\n  - extent: generated\n    tool: {name: X}\n    rights: {status: assigned%s}\n";
        for (String clause : new String[] {"", ", mechanism: reservation", ", mechanism: disclaimer-of-ownership"}) {
            Files.writeString(folder.resolve("my.yaml"), use.formatted(clause));
            assertThat(run("check", "my.yaml")).as(clause).isEqualTo(4);
        }
        assertThat(out.toString())
                .contains("my.yaml: uses[0].rights: status and mechanism contradict each other (assigned / not-seen)")
                .contains("(assigned / reservation)", "(assigned / disclaimer-of-ownership)")
                .doesNotContain("complete and valid");
        Files.writeString(folder.resolve("my.yaml"), use.formatted(", mechanism: assignment"));
        assertThat(run("check", "my.yaml")).isZero();
    }

    @Test
    void a_file_that_cannot_be_read_does_not_hide_the_others() throws IOException {
        Files.writeString(folder.resolve("good.yaml"), "title: T\ndigitalSourceType: print\n");
        assertThat(run("check", "absent.yaml", "good.yaml")).isEqualTo(6);
        assertThat(err.toString()).contains("absent.yaml: no such file");
        assertThat(out.toString()).contains("good.yaml: complete and valid");
    }

    @Test
    void without_a_subcommand_the_usage_is_shown() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("example | check FILE...");
    }
}
