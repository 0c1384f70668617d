package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a cue sheet may say that there is no AI: only when somebody signed so for each clip. */
final class CueCoverageTest {

    private static final String NONE = "title: x\ndigitalSourceType: digitalCapture\nuses: []\n";
    private static final String AI =
            "title: x\nuses: [{ extent: generated, inFinalOutput: yes, tool: { name: VideoGen Studio } }]\n";

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void has_a_cut_of_one_clip() throws IOException {
        terminal = OwnFiles.in(folder);
        Files.writeString(folder.resolve("none.yaml"), NONE);
        Files.writeString(folder.resolve("ai.yaml"), AI);
        Files.writeString(
                folder.resolve("cut.edl"),
                "TITLE: Storm\nFCM: NON-DROP FRAME\n"
                        + "001  A004     V     C        00:00:00:00 00:00:04:00 01:00:00:00 01:00:04:00\n"
                        + "* FROM CLIP NAME: SH04\n");
    }

    private void tag(String declaration, String from, String to) {
        assertThat(terminal.run(
                        "tag",
                        from,
                        "--declare",
                        declaration,
                        "--key",
                        "keys/leaf.key.pem",
                        "--cert",
                        "keys/chain.pem",
                        "--out",
                        to))
                .as(terminal.err())
                .isZero();
    }

    private int cuesheet(String... more) {
        String[] start = {"cuesheet", "--cut", "cut.edl", "--rate", "12", "--trust", "keys/root.pem"};
        return terminal.run(
                java.util.stream.Stream.concat(java.util.Arrays.stream(start), java.util.Arrays.stream(more))
                        .toArray(String[]::new));
    }

    @Test
    void zero_is_said_where_each_clip_has_a_trusted_manifest_that_says_none() throws IOException {
        tag("none.yaml", "film.mp4", "SH04.mp4");
        assertThat(cuesheet("SH04.mp4")).isZero();
        assertThat(terminal.err()).contains("0 AI uses in the programme");
        assertThat(terminal.out().lines()).hasSize(1);
        assertThat(terminal.run("cuesheet", "--cut", "cut.edl", "--rate", "12", "SH04.mp4"))
                .as("nobody trusts the signer")
                .isEqualTo(4);
        tag("none.yaml", "film.mp4", "programme.mp4");
        Files.createDirectories(folder.resolve("empty"));
        assertThat(cuesheet("empty", "--master", "programme.mp4")).isZero();
        assertThat(terminal.err()).contains("0 AI uses in the programme");
    }

    @Test
    void a_clip_without_a_manifest_is_unknown() throws IOException {
        Files.copy(folder.resolve("film.mp4"), folder.resolve("SH04.mp4"));
        assertThat(cuesheet("SH04.mp4")).isEqualTo(4);
        assertThat(terminal.out())
                .contains("1,SH04,V,01:00:00:00,01:00:04:00,48,")
                .contains(
                        ",not declared,unknown,unknown,unknown,unknown,unknown,unknown,nobody has said whether AI was")
                .contains(",absent,nobody,SH04.mp4,\"nobody: it has no manifest, so nothing is known\"");
        assertThat(terminal.err())
                .contains("no AI use declared in the programme, and 1 line without a declaration: unknown is not none")
                .contains("AI may be in: SH04.mp4 (it has no manifest, so nothing is known)")
                .doesNotContain("0 AI uses");
    }

    @Test
    void a_clip_whose_file_is_not_there_is_unknown_in_every_form() throws IOException {
        Files.createDirectories(folder.resolve("empty"));
        assertThat(cuesheet("empty")).isEqualTo(4);
        assertThat(terminal.out()).contains(",no file,nobody,none found,nobody: no file was found for the clip");
        assertThat(terminal.err())
                .contains("no AI use declared in the programme, and 1 line without")
                .contains("no file was found for: SH04")
                .contains("unknown: 00:00:04:00 (48 frames), 100.0 % of the programme");
        assertThat(cuesheet("empty", "--out", "cues.html")).isEqualTo(4);
        assertThat(Files.readString(folder.resolve("cues.html")))
                .contains("<td>nobody: no file was found for the clip</td>")
                .contains("no AI use declared in the programme, and 1 line without");
        assertThat(cuesheet("empty", "--out", "cues.xlsx")).isEqualTo(4);
        try (ZipFile book = new ZipFile(folder.resolve("cues.xlsx").toFile())) {
            assertThat(new String(
                            book.getInputStream(book.getEntry("xl/sharedStrings.xml"))
                                    .readAllBytes(),
                            StandardCharsets.UTF_8))
                    .contains("nobody: no file was found for the clip")
                    .contains("no AI use declared in the programme, and 1 line without");
        }
    }

    @Test
    void a_parent_amended_to_no_use_still_was_made_by_ai() throws IOException {
        tag("ai.yaml", "film.mp4", "source.mp4");
        assertThat(terminal.run(
                        "amend",
                        "source.mp4",
                        "--declare",
                        "none.yaml",
                        "--reason",
                        "wrong file",
                        "--key",
                        "keys/leaf.key.pem",
                        "--cert",
                        "keys/chain.pem",
                        "--out",
                        "amended.mp4"))
                .as(terminal.err())
                .isZero();
        tag("none.yaml", "amended.mp4", "SH04.mp4");
        assertThat(cuesheet("SH04.mp4")).isEqualTo(4);
        assertThat(terminal.out())
                .contains(",not declared,generated,unknown,")
                .contains("nobody: its ingredient amended.mp4: made by AI, and no use declared tells of it");
    }

    @Test
    void a_manifest_that_does_not_hold_is_rejected_whatever_it_says() throws IOException {
        tag("none.yaml", "film.mp4", "SH04.mp4");
        OwnFiles.flip(folder.resolve("SH04.mp4"), Files.size(folder.resolve("SH04.mp4")) - 100);
        assertThat(cuesheet("SH04.mp4")).isEqualTo(1);
        assertThat(terminal.out()).contains("nobody: its manifest does not hold");
    }

    @Test
    void black_shows_no_file_and_asks_for_none() throws IOException {
        tag("none.yaml", "film.mp4", "SH04.mp4");
        Files.writeString(
                folder.resolve("cut.edl"),
                Files.readString(folder.resolve("cut.edl"))
                        + "002  BL       V     C        00:00:00:00 00:00:01:00 01:00:04:00 01:00:05:00\n");
        assertThat(cuesheet("SH04.mp4")).isZero();
    }

    @Test
    void another_rate_than_the_film_itself_has_is_named() throws IOException {
        tag("none.yaml", "film.mp4", "SH04.mp4");
        assertThat(terminal.run("cuesheet", "--cut", "cut.edl", "--rate", "24", "--trust", "keys/root.pem", "SH04.mp4"))
                .isEqualTo(4);
        assertThat(terminal.err())
                .contains(
                        "the time codes may be wrong: SH04.mp4 (its video has 12 frames a second, the cut counts it at 24)");
        String[] from = {
            "declare", "from-cut", "cut.edl", "--rate", "24", "--ai-shot", "SH04", "--preset", "vfx", "--tool", "x"
        };
        assertThat(terminal.run(from)).isZero();
        assertThat(terminal.err())
                .contains(
                        "warning: SH04.mp4: its video has 12 frames a second, the cut counts it at 24; check --rate.");
    }
}
