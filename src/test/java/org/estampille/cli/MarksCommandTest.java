package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.estampille.bytes.Octets;
import org.estampille.policy.BundledProfiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MarksCommandTest {

    @TempDir
    private Path folder = Path.of("");

    private Terminal terminal = new Terminal(folder);

    @BeforeEach
    void own() throws IOException {
        terminal = OwnFiles.in(folder);
    }

    /** The demo picture with the settings of a sampler in it. */
    private void mark(String name, String text) throws IOException {
        Octets picture = Octets.adopt(Files.readAllBytes(folder.resolve("picture.png")));
        Octets body = Octets.concat(Octets.ofAscii("tEXt"), Octets.ofAscii("parameters\0"), Octets.ofUtf8(text));
        CRC32 crc = new CRC32();
        crc.update(body.toByteArray());
        Octets chunk = Octets.concat(Octets.u32be(body.length() - 4L), body, Octets.u32be(crc.getValue()));
        Files.write(
                folder.resolve(name),
                Octets.concat(picture.slice(0, 33), chunk, picture.from(33)).toByteArray());
    }

    private static final String SAMPLER = "a harbour\nSteps: 20, Sampler: Euler a, Seed: 42";

    @Test
    void inspect_names_the_place_the_generator_and_the_strength() throws IOException {
        mark("made.png", SAMPLER);
        assertThat(terminal.run("inspect", "--marks", "made.png")).isZero();
        assertThat(terminal.out()).contains("hard", "Stable Diffusion WebUI", "PNG tEXt at 33", "signed by nobody");
        assertThat(terminal.run("inspect", "--marks", "--lang", "fr", "made.png"))
                .isZero();
        assertThat(terminal.out())
                .startsWith("made.png\u00a0: ")
                .contains("\n  forte   Stable Diffusion WebUI, ", "\n          PNG tEXt at 33")
                .contains("forte", "Stable Diffusion WebUI", "produit par l'IA")
                .doesNotContain("made by AI");
    }

    @Test
    void a_file_without_marks_is_one_nothing_is_known_of() {
        assertThat(terminal.run("inspect", "--marks", "picture.jpg")).isZero();
        assertThat(terminal.out())
                .contains("no mark of AI found, so nothing is known")
                .doesNotContain("human");
    }

    @Test
    void an_empty_file_is_named_as_such() throws IOException {
        Files.createFile(folder.resolve("empty.mp4"));
        int verified = terminal.run("verify", "empty.mp4");
        assertThat(terminal.run("inspect", "--marks", "empty.mp4"))
                .isEqualTo(verified)
                .isNotZero();
        assertThat(terminal.err()).contains("empty.mp4: the file is empty");
        assertThat(terminal.run(
                        "verify", "picture.jpg", "--policy", "theatrical", "--role", "none", "--role", "provider"))
                .isEqualTo(ExitCode.USAGE.code());
        assertThat(terminal.err()).contains("--role none");
    }

    @Test
    void a_folder_gives_one_object_a_line() throws IOException {
        mark("made.png", SAMPLER);
        assertThat(terminal.run("inspect", "--marks", ".", "--json")).isZero();
        assertThat(terminal.out().lines()).anyMatch(line -> line.contains("webui-parameters"));
        assertThat(terminal.out().lines()).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
    }

    @Test
    void a_mark_cannot_write_to_the_terminal() throws IOException {
        mark("made.png", SAMPLER + "\u001b[2J");
        terminal.run("inspect", "--marks", "made.png");
        assertThat(terminal.out().getBytes(StandardCharsets.UTF_8)).doesNotContain((byte) 27);
    }

    @Test
    void verify_counts_a_hard_mark_only_when_asked() throws IOException {
        mark("made.png", SAMPLER);
        terminal.run("verify", "made.png", "--json");
        assertThat(terminal.out()).doesNotContain("\"marks\"");
        assertThat(terminal.run("verify", "--marks", "made.png", "--json")).isEqualTo(ExitCode.NO_MANIFEST.code());
        assertThat(terminal.out()).contains("\"hard-mark\"", "\"involvement\":\"generated\"");
    }

    @Test
    void a_mark_against_a_signed_none_is_what_there_is_to_look_at_in_every_report() throws IOException {
        mark("made.png", SAMPLER);
        Files.writeString(
                folder.resolve("decl.yaml"),
                "title: Harbour\nworkKind: documentary\ndigitalSourceType: digitalCapture\nuses: []\n");
        assertThat(terminal.run(OwnFiles.tag("made.png", "--in-place")))
                .as(terminal.err())
                .isZero();
        String[] verify = {"verify", "made.png", "--marks", "--trust", "keys/root.pem", "--report", "html=a.html"};
        assertThat(terminal.run(verify)).isEqualTo(ExitCode.REVIEW.code());
        assertThat(terminal.out()).contains("  To look at statements disagree");
        assertThat(Files.readString(folder.resolve("a.html")))
                .containsPattern("To look at</th><td>statements disagree: .*hard mark")
                .contains("made by AI, by marks that nobody signed; the manifest does not say so")
                .doesNotContain("With its ingredients");
        assertThat(terminal.run(
                        "verify",
                        "made.png",
                        "picture.jpg",
                        "--marks",
                        "--trust",
                        "keys/root.pem",
                        "--policy",
                        "theatrical-release-rights"))
                .isNotZero();
        assertThat(terminal.out()).contains("; to look at: statements disagree");
    }

    @Test
    void a_converted_file_is_linked_to_its_original_again() throws IOException {
        assertThat(terminal.run(OwnFiles.tag("film.mp4", "--out", "master.mp4")))
                .isZero();
        assertThat(terminal.run(relink("picture.png", "picture.jpg")))
                .as("an original without a manifest")
                .isEqualTo(ExitCode.USAGE.code());
        assertThat(terminal.run(relink("film.mp4", "master.mp4"))).isZero();
        terminal.run("verify", "--descends-from", "master.mp4", "linked.mp4", "--json", "--trust", "keys/root.pem");
        assertThat(terminal.out()).contains("\"link\":\"parent\"", "\"relinked\":true", "compared no picture or sound");
        terminal.run("verify", "--descends-from", "sound.wav", "linked.mp4");
        assertThat(terminal.out()).contains("not shown: the history does not name sound.wav");
        terminal.run("verify", "--descends-from", FileHash.sha256(folder.resolve("master.mp4")), "linked.mp4");
        assertThat(terminal.out()).contains("one step back, linked afterwards");
        assertThat(terminal.run("verify", "--descends-from", "nowhere", "linked.mp4"))
                .isEqualTo(ExitCode.USAGE.code());
    }

    @Test
    void a_policy_compares_with_the_marks_of_the_parent_unasked() throws IOException {
        mark("made.png", SAMPLER);
        Files.writeString(folder.resolve("decl.yaml"), "title: A harbour\ndigitalSourceType: digitalCapture\n");
        assertThat(terminal.run(OwnFiles.tag("picture.png", "--out", "child.png")))
                .as(terminal.err())
                .isZero();
        terminal.run(
                "verify",
                "child.png",
                "--trust",
                "keys/root.pem",
                "--policy",
                "broadcaster-acceptance",
                "--descends-from",
                "made.png");
        assertThat(terminal.out())
                .contains("the file named as its origin has a mark", "warn SIG-03", "fail BA-02")
                .doesNotContain("no label is due");
    }

    @Test
    void every_policy_reads_marks_unasked_and_accepts_none_that_contradicts() throws IOException {
        mark("made.png", SAMPLER);
        Files.writeString(
                folder.resolve("decl.yaml"), "title: A harbour\nworkKind: news\ndigitalSourceType: digitalCapture\n");
        assertThat(terminal.run(OwnFiles.tag("made.png", "--out", "tagged.png")))
                .as(terminal.err())
                .isZero();
        terminal.run(
                "verify", "tagged.png", "--json", "--trust", "keys/root.pem", "--policy", "broadcaster-acceptance");
        assertThat(terminal.out()).contains("\"webui-parameters\"", "A mark contradicts the declaration");
        for (String profile : BundledProfiles.names()) {
            assertThat(terminal.run("verify", "tagged.png", "--json", "--trust", "keys/root.pem", "--policy", profile))
                    .as(profile)
                    .isNotZero();
            assertThat(terminal.out())
                    .as(profile)
                    .contains("webui-parameters", "\"id\":\"SIG-03\",\"outcome\":\"WARN\"")
                    .doesNotContain("\"verdict\":\"ACCEPT\"");
        }
    }

    @Test
    void what_disagrees_is_told_in_words_and_only_json_has_addresses() throws IOException {
        mark("made.png", SAMPLER);
        Files.writeString(
                folder.resolve("decl.yaml"), "title: A harbour\nworkKind: news\ndigitalSourceType: digitalCapture\n");
        assertThat(terminal.run(OwnFiles.tag("made.png", "--out", "tagged.png")))
                .isZero();
        String english = "\"no use of AI declared\" (digitalCapture, action c2pa.created";
        for (String format : new String[] {"text", "html", "junit"}) {
            String said = told(format, "en").replace("&quot;", "\"").replace("&#34;", "\"");
            assertThat(said)
                    .as(format)
                    .contains(english, "but a hard mark that nobody signed, by Stable Diffusion WebUI")
                    .contains("in a text of the PNG file", "says \"made by AI\"")
                    .doesNotContain("ai.contradictions", "self#jumbf");
            assertThat(told(format, "fr"))
                    .as(format)
                    .contains("le signataire indique", "une marque forte que personne n", "un texte du fichier PNG")
                    .doesNotContain("ai.contradictions", "self#jumbf");
        }
        assertThat(told("json", "en")).contains("self#jumbf", "PNG tEXt at", "ai.contradictions");
    }

    private String told(String format, String language) throws IOException {
        Path report = folder.resolve("report." + format + "." + language);
        terminal.run(
                "verify",
                "tagged.png",
                "--trust",
                "keys/root.pem",
                "--policy",
                "broadcaster-acceptance",
                "--lang",
                language,
                "--report",
                format + "=" + report.getFileName());
        return Files.readString(report);
    }

    private static String[] relink(String file, String original) {
        return new String[] {
            "relink",
            file,
            "--to",
            original,
            "--declare",
            "decl.yaml",
            "--key",
            "keys/leaf.key.pem",
            "--cert",
            "keys/chain.pem",
            "--out",
            "linked.mp4"
        };
    }
}
