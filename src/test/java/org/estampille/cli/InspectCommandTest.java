package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    void card_tree_marks_and_leaks_speak_french() throws IOException {
        Terminal terminal = OwnFiles.in(folder);
        assertThat(terminal.run(OwnFiles.tag("picture.jpg", "--out", "signed.jpg")))
                .isZero();
        assertThat(terminal.run("inspect", "--tree", "--lang", "fr", "signed.jpg"))
                .isZero();
        assertThat(terminal.out())
                .contains("manifeste actif, standard urn:c2pa:", "revendication, version 2, par Estampille", "créée (")
                .contains("Intégrité")
                .doesNotContain("claim version", "active standard", "Integrity");
        assertThat(terminal.run("inspect", "--marks", "--lang", "fr", "signed.jpg"))
                .isZero();
        assertThat(terminal.out()).startsWith("signed.jpg\u00a0: ").doesNotContain("mark");
        assertThat(terminal.run("inspect", "--leaks", "--lang", "fr", "signed.jpg"))
                .isZero();
        assertThat(terminal.out()).contains("ses manifestes livrent", "logiciel");
        assertThat(terminal.run("inspect", "--lang", "de", "signed.jpg")).isEqualTo(2);
    }

    @Test
    void an_answer_about_a_vendor_is_no_software() throws IOException {
        Terminal terminal = OwnFiles.in(folder);
        assertThat(terminal.run(OwnFiles.tag("picture.jpg", "--out", "signed.jpg")))
                .isZero();
        assertThat(terminal.run("inspect", "--leaks", "signed.jpg")).isZero();
        List<String> lines = terminal.out().lines().toList();
        List<String> software = new ArrayList<>();
        for (int i = 0; i + 1 < lines.size(); i++) {
            if (lines.get(i).startsWith("  software ")) {
                software.add(lines.get(i) + lines.get(i + 1));
            }
        }
        assertThat(software)
                .isNotEmpty()
                .noneMatch(line -> line.contains("/vendor/"))
                .noneMatch(line -> line.matches("  software +\"(unknown|yes|no|none)\".*"));
    }

    @Test
    void crjson_of_what_cannot_be_looked_at_is_no_document() throws IOException {
        Files.writeString(folder.resolve("notes.jpg"), "not a picture");
        Terminal terminal = new Terminal(folder);

        assertThat(terminal.run("inspect", "--crjson", "notes.jpg")).isEqualTo(ExitCode.INDETERMINATE.code());
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).contains("notes.jpg");
    }

    @Test
    void a_tree_shows_long_assertions_whole() throws IOException {
        Terminal terminal = OwnFiles.in(folder);
        String text = "a long story ".repeat(100) + "with an end";
        String declaration = Files.readString(folder.resolve("decl.yaml"));
        Files.writeString(
                folder.resolve("decl.yaml"), declaration.replaceFirst("(?m)^( +-? *description: ).*$", "$1" + text));
        assertThat(terminal.run(OwnFiles.tag("picture.jpg", "--out", "signed.jpg")))
                .isZero();
        assertThat(terminal.run("inspect", "--tree", "signed.jpg")).isZero();
        assertThat(terminal.out()).contains(text);
        assertThat(terminal.out().lines().map(String::strip)).doesNotContain("…");
    }

    @Test
    void a_tree_shows_the_fields_of_claims_actions_and_ingredients_below_their_names() throws IOException {
        Terminal terminal = OwnFiles.in(folder);
        assertThat(terminal.run(OwnFiles.tag("picture.jpg", "--out", "first.jpg")))
                .isZero();
        assertThat(terminal.run(OwnFiles.tag("picture.png", "--out", "signed.png", "--ingredient", "first.jpg")))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.run("inspect", "--tree", "signed.png")).isZero();
        assertThat(terminal.out())
                .containsPattern("(?m)^  claim version 2 by Estampille.*\n(    .*\n)*    instanceID: xmp:iid:")
                .containsPattern("(?m)^    alg: sha256$")
                .containsPattern("(?m)^    claim_generator_info:\n      name: Estampille$")
                .containsPattern("(?m)^    created_assertions:\n      -\n        url: self#jumbf=c2pa.assertions/")
                .containsPattern("(?m)^    gathered_assertions:$")
                .containsPattern("(?m)^    c2pa.edited .*\n(      .*\n)*      parameters:\n        ")
                .containsPattern(
                        "(?m)^  c2pa.ingredient.v3.*\n(    .*\n)*    activeManifest:\n      alg: sha256\n      url: self#jumbf=/c2pa/");
    }
}
