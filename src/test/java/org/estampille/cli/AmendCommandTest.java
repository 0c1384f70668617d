package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Correcting, completing, re-checking and redacting what is signed. */
final class AmendCommandTest {

    private static final String PROMPT = "A storm at sea seen from the gallery";

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void has_a_key_a_declaration_and_media() throws IOException {
        terminal = OwnFiles.ofTheDemo(folder);
        Files.writeString(
                folder.resolve("none.yaml"),
                "title: The Keeper\ndigitalSourceType: digitalCapture\nallActionsIncluded: true\n");
    }

    private int run(String command, String file, String... more) {
        return terminal.run(OwnFiles.signing(List.of(command, file), more));
    }

    private String verified(String file) {
        terminal.run("verify", file, "--json");
        assertThat(terminal.out()).contains("\"state\":\"valid\"");
        return terminal.out();
    }

    private String octets(String file) throws IOException {
        return new String(Files.readAllBytes(folder.resolve(file)), StandardCharsets.ISO_8859_1);
    }

    @Test
    void a_file_without_a_manifest_and_one_that_does_not_hold_are_told_apart() throws IOException {
        assertThat(run("amend", "picture.jpg", "--declare", "decl.yaml", "--in-place"))
                .isEqualTo(3);
        assertThat(terminal.err()).contains("has no manifest that could be amended");
        assertThat(run("tag", "picture.jpg", "--declare", "none.yaml", "--in-place"))
                .isZero();
        OwnFiles.flip(folder.resolve("picture.jpg"), Files.size(folder.resolve("picture.jpg")) - 10);
        assertThat(run("amend", "picture.jpg", "--declare", "decl.yaml", "--in-place"))
                .isEqualTo(1);
        assertThat(terminal.err())
                .contains("its manifest does not hold", "assertion.dataHash.mismatch")
                .doesNotContain("untrusted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"picture.jpg", "picture.png", "film.mp4", "sound.wav"})
    void several_amendments_in_a_row_keep_a_file_valid_and_show_the_newest_first(String file) {
        assertThat(run("tag", file, "--declare", "none.yaml", "--in-place")).isZero();
        assertThat(run("amend", file, "--declare", "decl.yaml", "--in-place", "--reason", "a shot was missed"))
                .as(terminal.err())
                .isZero();
        assertThat(run("amend", file, "--declare", "decl.yaml", "--in-place", "--as", "rechecks"))
                .as(terminal.err())
                .isZero();
        String line = verified(file);
        assertThat(line).contains("\"count\":3").contains("a shot was missed");
        assertThat(line.indexOf("\"rechecks\"")).isPositive().isLessThan(line.indexOf("\"corrects\""));
        assertThat(line.indexOf("\"corrects\"")).isLessThan(line.indexOf("\"declares\""));
        assertThat(line.split("\"tool\":\"VideoGen Studio \\(vg 3.1\\)\"", -1))
                .as("rights once")
                .hasSize(2);
    }

    @Test
    void an_amendment_leaves_every_signed_octet_as_it_was() throws IOException {
        assertThat(run("tag", "film.mp4", "--declare", "none.yaml", "--out", "tagged.mp4"))
                .isZero();
        assertThat(run("amend", "tagged.mp4", "--declare", "decl.yaml", "--out", "amended.mp4"))
                .isZero();
        String before = octets("tagged.mp4");
        assertThat(octets("amended.mp4"))
                .startsWith(before.replace("manifest\0\0\0\0\0\0\0\0\0", "original\0\0\0\0\0\0\0\0\0"));
    }

    @Test
    void a_manifest_beside_the_file_is_amended_there() throws IOException {
        String picture = octets("picture.png");
        assertThat(run("tag", "picture.png", "--declare", "none.yaml", "--sidecar"))
                .isZero();
        assertThat(run("amend", "picture.png", "--declare", "decl.yaml", "--in-place"))
                .isZero();
        assertThat(verified("picture.png")).contains("\"source\":\"sidecar\"").contains("\"count\":2");
        assertThat(octets("picture.png")).isEqualTo(picture);
    }

    @ParameterizedTest
    @ValueSource(strings = {"picture.jpg", "film.mp4", "sound.wav"})
    void redacted_prompts_are_gone_and_the_file_stays_valid(String file) throws IOException {
        assertThat(run("tag", file, "--declare", "decl.yaml", "--in-place")).isZero();
        assertThat(octets(file)).contains(PROMPT);
        assertThat(run("amend", file, "--redact", "prompt,persons", "--in-place"))
                .as(terminal.err())
                .isZero();
        assertThat(octets(file)).doesNotContain(PROMPT);
        assertThat(verified(file)).contains("\"redacts\"");
        assertThat(run("amend", file, "--redact", "rights", "--in-place"))
                .as(terminal.err())
                .isZero();
        assertThat(verified(file)).contains("\"rights\":[]");
    }

    @Test
    void rights_that_were_redacted_are_not_called_undeclared() {
        assertThat(run("tag", "picture.jpg", "--declare", "decl.yaml", "--in-place"))
                .isZero();
        assertThat(run("amend", "picture.jpg", "--redact", "rights", "--in-place"))
                .isZero();
        terminal.run("verify", "picture.jpg");
        assertThat(terminal.out()).contains("redacted: what was declared").doesNotContain("nothing declared");
        terminal.run("verify", "picture.jpg", "--report", "html=page.html", "--report", "pdf=page.pdf", "--lang", "fr");
        assertThat(folder.resolve("page.html"))
                .content()
                .contains("Caviardé\u00a0: ce qui était déclaré")
                .doesNotContain("Rien n&#39;est déclaré sur les conditions");
        terminal.run("verify", "picture.jpg", "--lang", "fr");
        assertThat(terminal.out()).contains("caviardé").doesNotContain("rien n'est déclaré");
    }

    @Test
    void the_writer_of_a_prompt_who_stays_in_xmp_is_told() {
        assertThat(run("tag", "picture.jpg", "--declare", "decl.yaml", "--in-place", "--xmp"))
                .isZero();
        assertThat(run("amend", "picture.jpg", "--redact", "persons", "--in-place"))
                .isZero();
        assertThat(terminal.err())
                .contains("its XMP still has Iptc4xmpExt:AIPromptWriterName")
                .doesNotContain("AIPromptInformation");
    }

    @Test
    void actions_bindings_and_unknown_words_cannot_be_redacted() {
        assertThat(run("tag", "picture.jpg", "--declare", "decl.yaml", "--in-place"))
                .isZero();
        assertThat(run("amend", "picture.jpg", "--redact", "c2pa.actions.v2", "--in-place"))
                .isEqualTo(2);
        assertThat(run("amend", "picture.jpg", "--redact", "c2pa.hash.data", "--in-place"))
                .isEqualTo(2);
        assertThat(run("amend", "picture.jpg", "--redact", "promt", "--in-place"))
                .isEqualTo(2);
        assertThat(terminal.err()).contains("promt").contains("prompt, persons, rights");
    }

    @Test
    void a_file_without_a_manifest_or_with_a_broken_one_is_not_amended() throws IOException {
        assertThat(run("amend", "picture.jpg", "--declare", "decl.yaml", "--in-place"))
                .isEqualTo(3);
        assertThat(run("tag", "sound.wav", "--declare", "decl.yaml", "--in-place"))
                .isZero();
        byte[] sound = Files.readAllBytes(folder.resolve("sound.wav"));
        sound[60] ^= 1;
        Files.write(folder.resolve("sound.wav"), sound);
        assertThat(run("amend", "sound.wav", "--declare", "decl.yaml", "--in-place"))
                .isEqualTo(1);
        assertThat(terminal.err()).contains("assertion.dataHash.mismatch");
        assertThat(Files.readAllBytes(folder.resolve("sound.wav"))).isEqualTo(sound);
    }

    @ParameterizedTest
    @ValueSource(strings = {"amend", "tag", "label plan", "label apply", "policy eval", "declare new", "demo"})
    void what_stands_for_an_option_that_is_left_out_is_told_as_it_would_be_typed(String command) {
        assertThat(terminal.run((command + " --help").split(" "))).isZero();
        assertThat(terminal.out()).doesNotContainPattern("[Dd]efault: [A-Z_]{2,}");
        assertThat(command.equals("amend")).isEqualTo(terminal.out().contains("Default: corrects."));
    }
}
