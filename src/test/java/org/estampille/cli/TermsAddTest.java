package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that a house adds to its catalogue, and those it must not. */
class TermsAddTest {

    @TempDir
    Path folder;

    private Terminal terminal = new Terminal(Path.of("."));

    @BeforeEach
    void open() {
        terminal = new Terminal(folder);
    }

    private Path house() {
        return folder.resolve("config/estampille/terms");
    }

    @Test
    void a_house_row_is_added_once_and_shown_with_the_others() throws IOException {
        Files.writeString(folder.resolve("deal.yaml"), """
                id: suno-deal
                vendor: Suno
                tool: Suno
                plan: Deal 7
                effectiveFrom: '2026-01-01'
                rights: {status: licensed, mechanism: licence-grant, transferable: yes}
                evidence: {grade: first-hand, clauseSeen: true, clauseRef: s.2, kind: contract, rawSha256: %s}
                """.formatted("ab".repeat(32)));
        assertThat(terminal.run("terms", "add", "deal.yaml")).isZero();
        assertThat(terminal.out()).isEqualTo("added suno-deal" + System.lineSeparator());
        terminal.run("terms", "show", "suno", "--plan", "deal");
        assertThat(terminal.out()).contains("licensed (concédé), by licence-grant");
        assertThat(terminal.run("terms", "add", "deal.yaml")).isEqualTo(2);
        assertThat(terminal.run("terms", "add", "deal.yaml", "--force")).isZero();
    }

    @Test
    void a_faulty_row_is_refused_with_every_line_at_fault() throws IOException {
        Files.writeString(
                folder.resolve("bad.yaml"),
                "id: x\ntool: Suno\u001B[2J\nplan: Pro\nrights: {status: mine}\nevidence: {grade: Z}\n");
        assertThat(terminal.run("terms", "add", "bad.yaml")).isEqualTo(2);
        Files.writeString(
                folder.resolve("bad.yaml"),
                "id: x\ntool: Suno\nplan: Pro\nrights: {status: mine}\nevidence: {grade: Z}\n");
        assertThat(terminal.run("terms", "add", "bad.yaml")).isEqualTo(2);
        assertThat(terminal.err())
                .contains(
                        "bad.yaml:1: vendor: is missing",
                        "bad.yaml:4: rights.status: ",
                        "bad.yaml:5: evidence.grade: ");
        assertThat(house()).doesNotExist();
    }

    @Test
    void a_row_that_contradicts_itself_is_refused() throws IOException {
        String row = """
                id: deal
                vendor: V
                tool: T
                plan: P
                rights: {status: %s, mechanism: %s, uses: {%s}}
                evidence: {grade: first-hand, clauseSeen: true, kind: %s, retrievedAt: %s, rawSha256: %s}
                """;
        String hash = "ab".repeat(32);
        String[][] faults = {
            {"retained-by-vendor", "assignment", "", "vendor", "2026-11-01", "rights: contradicts itself"},
            {"assigned", "not-seen", "", "vendor", "2026-11-01", "kind not-seen does not give the status assigned"},
            {"licensed", "mixed", "commercial: no, theatrical: yes", "vendor", "2026-11-01", "theatrical is yes"},
            {"licensed", "mixed", "", "third-party", "2026-11-01", "a third party speaks in it"},
            {"licensed", "mixed", "", "vendor", "2027-05-02", "retrievedAt: 2027-05-02, a day that has not come"},
        };
        for (String[] fault : faults) {
            Files.writeString(
                    folder.resolve("deal.yaml"), row.formatted(fault[0], fault[1], fault[2], fault[3], fault[4], hash));
            assertThat(terminal.run("terms", "add", "deal.yaml")).as(fault[5]).isEqualTo(2);
            assertThat(terminal.err()).contains(fault[5]);
            assertThat(house()).doesNotExist();
        }
        Files.writeString(
                folder.resolve("deal.yaml"),
                row.formatted("licensed", "mixed", "commercial: no, festival: yes", "vendor", "2026-11-22", hash));
        assertThat(terminal.run("terms", "add", "deal.yaml")).as(terminal.err()).isZero();
    }
}
