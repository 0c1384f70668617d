package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a row of the terms catalogue and a capture of the house to a declaration, a signed file and a verdict. */
final class DeclareTermsTest {

    private static final String READ = "c6f6dcc249124d291a6a9b32494e9cad0a292872e4768d0a38d5f84627b42eab";

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void has_a_key_and_a_picture() throws IOException {
        terminal = OwnFiles.withKeys(folder, "picture.jpg");
    }

    private String declared(String... choice) throws IOException {
        String[] base = {"declare", "new", "--preset", "art", "--title", "T", "--out", "decl.yaml", "--force"};
        String[] all = java.util.Arrays.copyOf(base, base.length + choice.length);
        System.arraycopy(choice, 0, all, base.length, choice.length);
        assertThat(terminal.run(all)).as(terminal.err()).isZero();
        return Files.readString(folder.resolve("decl.yaml")).replace("\"", "");
    }

    private String judged() {
        assertThat(terminal.run(OwnFiles.tag("picture.jpg", "--out", "tagged.jpg", "--force")))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.run("verify", "tagged.jpg", "--trust", "keys/root.pem", "--policy", "theatrical", "--json"))
                .isNotZero();
        return terminal.out();
    }

    private static String came(String rule, String outcome) {
        return "\"id\":\"" + rule + "\",\"outcome\":\"" + outcome + "\"";
    }

    @Test
    void a_row_that_was_read_first_hand_gives_status_and_evidence_that_the_gate_names() throws IOException {
        String yaml = declared("--terms", "ota-openai-chatgpt-eu-consumer");
        assertThat(terminal.err()).contains("terms of row ota-openai-chatgpt-eu-consumer; a reviewer has to conclude");
        assertThat(yaml)
                .contains("status: assigned", "exclusive: no", "trainsOnInputs: opt-out-available", "grade: first-hand")
                .contains("rawSha256: " + READ, "clauseSeen: true", "effectiveFrom: 2026-01-16")
                .contains("theatrical: conditions", "terms row ota-openai-chatgpt-eu-consumer, condition 2")
                .doesNotContain("similar output", "voice output", "review:", "Content worldwide");
        assertThat(judged())
                .contains(came("R-EV-05", "PASS"), came("R-EV-03", "PASS"), came("R-US-02", "FAIL"))
                .contains("\"evidence\":\"" + READ + "\"")
                .doesNotContain("\"verdict\":\"ACCEPT\"");
    }

    @Test
    void a_row_that_nobody_read_first_hand_is_rejected_even_when_somebody_says_to_have_seen_the_clause()
            throws IOException {
        String yaml = declared("--tool", "Ideogram");
        assertThat(terminal.err()).contains("nobody read the clause first-hand (grade B)", "estampille terms capture");
        assertThat(yaml).contains("grade: B", "clauseSeen: false", "conflictsResolved: false");
        Files.writeString(
                folder.resolve("decl.yaml"),
                yaml.replace("clauseSeen: false", "clauseSeen: true")
                        .replace("concluded: unknown", "concluded: assigned")
                        .replace("conflictsResolved: false", "conflictsResolved: true"));
        assertThat(judged())
                .contains(came("R-EV-05", "FAIL"), "\"verdict\":\"REJECT\"", "\"grade\":\"B\"")
                .contains(came("R-ST-09", "PASS"));
    }

    @Test
    void the_newest_capture_of_the_house_stands_first() throws IOException {
        for (String words : new String[] {"old terms", "new terms"}) {
            Files.writeString(folder.resolve("page.html"), "<p>" + words + "</p>");
            Terminal then = new Terminal(folder, Terminal.NOW.minusSeconds(words.startsWith("old") ? 86_400 * 30 : 60));
            assertThat(then.run(
                            "terms",
                            "capture",
                            "page.html",
                            "--tool",
                            "Ideogram",
                            "--plan",
                            "Plus",
                            "--effective-from",
                            "2026-01-01",
                            "--clause-seen",
                            "--clause-ref",
                            "4",
                            "--url",
                            "https://example.com/terms"))
                    .as(then.err())
                    .isZero();
        }
        String yaml = declared("--tool", "Ideogram", "--plan", "Plus");
        String digest = FileHash.sha256(folder.resolve("page.html"));
        assertThat(terminal.err()).contains(" and capture ideogram.plus.2026-01-01." + digest.substring(0, 8));
        assertThat(yaml)
                .contains("plan: Plus", "rawSha256: " + digest, "archiveRef: evidence/" + digest + ".txt")
                .contains("retrievedAt: 2026-11-22T11:59:00Z", "url: https://example.com/terms", "grade: B");
        assertThat(judged())
                .contains(came("R-EV-03", "PASS"), came("R-ST-01", "FAIL"), "\"evidence\":\"" + digest + "\"");
    }

    @Test
    void several_rows_are_told_and_an_unknown_one_is_refused() throws IOException {
        assertThat(declared("--tool", "Midjourney")).doesNotContain("rights:");
        assertThat(terminal.err()).contains("several rows of the catalogue fit; choose one with --terms: ");
        assertThat(terminal.run("declare", "new", "--preset", "art", "--title", "T", "--terms", "none-such"))
                .isEqualTo(2);
        assertThat(declared("--tool", "My Own Tool")).doesNotContain("evidence:");
    }

    @Test
    void the_row_of_another_tool_is_refused_and_both_are_named() {
        String[] start = {"declare", "new", "--preset", "art", "--title", "T", "--terms", "ota-stability-hosted"};
        String[] other = java.util.Arrays.copyOf(start, start.length + 2);
        other[start.length] = "--tool";
        other[start.length + 1] = "Midjourney";
        assertThat(terminal.run(other)).isEqualTo(2);
        assertThat(terminal.err())
                .contains(
                        "--terms ota-stability-hosted is about Brand Studio, Stable Audio",
                        "not about --tool Midjourney");
        assertThat(terminal.out()).isEmpty();
        for (String name : new String[] {"stable audio", "Stable Audio 2.5", "Stability AI", "Brand"}) {
            other[start.length + 1] = name;
            assertThat(terminal.run(other)).as(name).isZero();
            assertThat(terminal.out()).contains("status: assigned");
        }
    }

    @Test
    void rows_of_a_similar_name_are_told_where_none_fits_exactly() throws IOException {
        for (String name : new String[] {"Brand Studio", "Stable Audio"}) {
            assertThat(declared("--tool", name)).doesNotContain("rights:");
            assertThat(terminal.err())
                    .contains("no row of the catalogue fits exactly; near it, for --terms: ota-stability-hosted (");
        }
        assertThat(declared("--tool", "Pika", "--plan", "No such plan")).doesNotContain("rights:");
        assertThat(terminal.err()).contains("fits exactly", "pika-free (Pika;");
    }
}
