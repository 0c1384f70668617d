package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.estampille.bytes.Octets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No command writes over a file that the same command line has it read. */
final class OverwrittenInputTest {

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void a_delivery_with_all_that_judges_it() throws IOException {
        terminal = OwnFiles.in(folder);
        assertThat(terminal.run(OwnFiles.tag("film.mp4", "--out", "v.mp4"))).isZero();
        assertThat(terminal.run(OwnFiles.tag("sound.wav", "--sidecar"))).isZero();
        assertThat(terminal.run("policy", "example")).isZero();
        Files.writeString(folder.resolve("release.yaml"), terminal.out());
        Files.writeString(folder.resolve("house.yaml"), "answers: {}\n");
        Files.createDirectories(folder.resolve("batch"));
        Files.copy(folder.resolve("v.mp4"), folder.resolve("batch/v.mp4"));
        Files.createDirectories(folder.resolve("evidence"));
        Files.writeString(folder.resolve("evidence/terms.txt"), "terms");
        Files.writeString(folder.resolve("cut.csv"), "clip,start,end\nv.mp4,00:00:00:00,00:00:01:00\n");
        Files.createSymbolicLink(folder.resolve("soft.html"), Path.of("v.mp4"));
        Files.createLink(folder.resolve("hard.html"), folder.resolve("v.mp4"));
    }

    private Map<Path, Octets> all() throws IOException {
        Map<Path, Octets> all = new HashMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.put(file, Octets.adopt(Files.readAllBytes(file)));
            }
        }
        return all;
    }

    private void refused(int code, String said, String... arguments) throws IOException {
        Map<Path, Octets> before = all();
        List<String> forced =
                Stream.concat(Arrays.stream(arguments), Stream.of("--force")).toList();
        assertThat(terminal.run(forced.toArray(String[]::new)))
                .as(terminal.out() + terminal.err())
                .isEqualTo(code);
        assertThat(terminal.err()).contains(said);
        assertThat(terminal.out()).isEmpty();
        assertThat(all()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v.mp4",
                "./keys/../v.mp4",
                "soft.html",
                "hard.html",
                "keys/root.pem",
                "batch/v.mp4",
                "sound.wav.c2pa",
                "house.yaml",
                "release.yaml",
                "evidence/terms.txt"
            })
    void a_report_is_never_written_over_what_is_verified_or_what_judges_it(String report) throws IOException {
        refused(
                2,
                "--report html=" + report + " would replace ",
                "verify",
                "v.mp4",
                "sound.wav",
                "batch",
                "--trust",
                "keys/root.pem",
                "--policy",
                "theatrical-release-rights",
                "--house",
                "house.yaml",
                "--release",
                "release.yaml",
                "--evidence",
                "evidence",
                "--report",
                "html=" + report);
    }

    @Test
    void a_house_file_that_is_named_as_a_policy_an_ancestor_and_a_kept_trust_list_stay_as_they_are()
            throws IOException {
        assertThat(terminal.run("trust", "import", "keys/root.pem", "--purpose", "vendor"))
                .isZero();
        for (String report : new String[] {"house.yaml", "film.mp4", "config/estampille/trust/vendor.trust"}) {
            refused(
                    2,
                    "would replace ",
                    "verify",
                    "v.mp4",
                    "--policy",
                    "house.yaml",
                    "--descends-from",
                    "film.mp4",
                    "--report",
                    "text=" + report);
        }
    }

    @Test
    void an_older_file_is_replaced_only_where_that_is_asked_for() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "mine");
        String[] verify = {"verify", "v.mp4", "--trust", "keys/root.pem", "--report", "text=notes.txt"};
        assertThat(terminal.run(verify)).isEqualTo(6);
        assertThat(terminal.err()).contains("notes.txt: exists already; use --force to replace it.");
        assertThat(terminal.out()).isEmpty();
        assertThat(folder.resolve("notes.txt")).hasContent("mine");
        assertThat(terminal.run(
                        Stream.concat(Stream.of(verify), Stream.of("--force")).toArray(String[]::new)))
                .as(terminal.err())
                .isZero();
        assertThat(folder.resolve("notes.txt")).content().startsWith("v.mp4");
    }

    @Test
    void a_folder_that_only_holds_the_declaration_too_can_be_written_to() throws IOException {
        Files.createDirectories(folder.resolve("out"));
        Files.copy(folder.resolve("film.mp4"), folder.resolve("out/film.mp4"));
        assertThat(terminal.run(OwnFiles.tag("film.mp4", "--out", "out", "--force")))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.run(OwnFiles.tag("out/film.mp4", "--out", ".")))
                .as("film.mp4 is there, and nothing more: " + terminal.err())
                .isEqualTo(6);
        assertThat(terminal.run(OwnFiles.tag("out/film.mp4", "--out", ".", "--force")))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.run(OwnFiles.tag("out", "--sidecar", "--force"))).isLessThan(6);
    }

    private static String[] with(String[] arguments, String... more) {
        return Stream.concat(Arrays.stream(arguments), Arrays.stream(more)).toArray(String[]::new);
    }

    @Test
    void no_other_command_replaces_what_it_reads() throws IOException {
        for (String out : new String[] {"cut.csv", "v.mp4", "hard.html"}) {
            refused(2, "--out " + out, "cuesheet", "--cut", "cut.csv", "--rate", "25", "v.mp4", "--out", out);
        }
        for (String out : new String[] {"decl.yaml", "keys/leaf.key.pem", "keys/chain.pem", "film.mp4"}) {
            refused(2, "--out", OwnFiles.tag("film.mp4", "--out", out));
        }
        refused(2, "--out", OwnFiles.tag("film.mp4", "--out", "."));
        Files.copy(folder.resolve("decl.yaml"), folder.resolve("picture.jpg.c2pa"));
        refused(
                2,
                "--sidecar",
                "tag",
                "picture.jpg",
                "--declare",
                "picture.jpg.c2pa",
                "--key",
                "keys/leaf.key.pem",
                "--cert",
                "keys/chain.pem",
                "--sidecar");
        refused(2, "--out", "strip", "v.mp4", "--out", "hard.html");
        refused(2, "--out", "label", "apply", "v.mp4", "--declare", "decl.yaml", "--out", "decl.yaml");
        refused(2, "--out", "label", "apply", "v.mp4", "--declare", "decl.yaml", "--out", "v.mp4");
        Files.createDirectories(folder.resolve("proof"));
        Files.move(folder.resolve("sound.wav"), folder.resolve("proof/out.mp4.label-notice.wav"));
        String[] proven = {"label", "apply", "film.mp4", "--declare", "decl.yaml", "--out", "out.mp4", "--evidence"};
        refused(
                2,
                "--evidence proof would replace proof/out.mp4.label-notice.wav",
                with(proven, "proof", "--notice", "proof/out.mp4.label-notice.wav"));
        Files.createSymbolicLink(folder.resolve("proof/out.mp4.label-mark.png"), Path.of("../film.mp4"));
        refused(2, "--evidence proof would replace film.mp4", with(proven, "proof"));
        refused(2, "--out", "declare", "from-cut", "cut.csv", "--rate", "25", "--out", "cut.csv");
        assertThat(terminal.run("trust", "import", "keys/root.pem", "--purpose", "vendor"))
                .isZero();
        refused(
                2,
                "imported already",
                "trust",
                "import",
                "config/estampille/trust/vendor.trust",
                "--purpose",
                "vendor");
    }

    @Test
    void words_that_stand_in_a_file_of_arguments_protect_what_is_read_as_well() throws IOException {
        for (String out : new String[] {"keys/leaf.key.pem", "film.mp4", "decl.yaml"}) {
            Files.writeString(folder.resolve("words"), "--out\n" + out + "\n");
            Files.writeString(folder.resolve("more"), "@" + folder.resolve("words") + "\n");
            refused(2, "--out " + out + " would replace ", OwnFiles.tag("film.mp4", "@" + folder.resolve("words")));
            refused(2, "--out " + out + " would replace ", OwnFiles.tag("film.mp4", "@" + folder.resolve("more")));
        }
        Files.writeString(folder.resolve("words"), "--report html=v.mp4");
        refused(2, "--report html=v.mp4 would replace ", "verify", "v.mp4", "@" + folder.resolve("words"));
    }
}
