package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.estampille.timecode.FrameRate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a cue sheet learns from ingredients and rates, and what is said where they do not fit. */
final class CueSourcesTest {

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void has_a_key_and_a_film() throws IOException {
        terminal = OwnFiles.in(folder);
    }

    private void run(String... arguments) {
        assertThat(terminal.run(arguments)).as(terminal.out() + terminal.err()).isZero();
    }

    /** Most clips of the cut show no file at hand: unknown, and so never zero; and the film has a rate of its own. */
    private void partly(String... arguments) {
        assertThat(terminal.run(arguments)).as(terminal.out() + terminal.err()).isEqualTo(4);
    }

    private static final String NO_AI = "title: grade\nuses: []\ndigitalSourceType: composite\nframeRate: \"25\"\n";

    private static final String ALL_AI = """
            title: shot
            frameRate: "25"
            uses:
              - extent: generated
                operations: [video]
                inFinalOutput: yes
                tool: { name: VideoGen Studio }
            """;

    private void tag(String declaration, String from, String to, String... more) {
        List<String> arguments = new ArrayList<>(List.of("tag", from, "--declare", declaration, "--out", to));
        arguments.addAll(List.of("--key", "keys/leaf.key.pem", "--cert", "keys/chain.pem"));
        arguments.addAll(List.of(more));
        run(arguments.toArray(String[]::new));
    }

    /** Each says "no AI" of itself and holds a shot that is all AI: made from it, or with it placed in it. */
    private void tagShotsFromAi() throws IOException {
        Files.createDirectories(folder.resolve("sources"));
        Files.writeString(folder.resolve("none.yaml"), NO_AI);
        Files.writeString(folder.resolve("ai.yaml"), ALL_AI);
        tag("ai.yaml", "film.mp4", "sources/generated.mp4");
        tag("none.yaml", "sources/generated.mp4", "SH04.mp4");
        tag("none.yaml", "film.mp4", "SH11.mp4", "--ingredient", "sources/generated.mp4");
    }

    @Test
    void a_clip_is_listed_for_the_ai_that_its_ingredients_declare() throws IOException {
        tagShotsFromAi();
        String cut = TwentyClips.write(folder, "edl", FrameRate.of(25));
        partly("cuesheet", "--cut", cut, "--rate", "25", "--trust", "keys/root.pem", "SH04.mp4", "SH11.mp4");
        List<String> rows = terminal.out()
                .lines()
                .filter(row -> row.contains("VideoGen Studio"))
                .toList();
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0))
                .contains("SH04,V,01:00:12:00,01:00:16:00,100,")
                .contains(",video,generated,VideoGen Studio,")
                .contains("AI GENERATED")
                .endsWith(",SH04.mp4,\"from ingredient generated.mp4, from which it was made\"");
        assertThat(rows.get(1))
                .contains("SH11 (part),V,01:00:40:00,01:00:44:00,100,")
                .endsWith(",SH11.mp4,\"from ingredient generated.mp4, placed in it: somewhere in this clip\"");
        assertThat(terminal.err()).contains("2 AI uses declared in the programme, and 18 lines without a declaration");
        partly("cuesheet", "--cut", cut, "--rate", "25", "--trust", "keys/root.pem", "SH*.mp4", "--out", "cues.html");
        assertThat(Files.readString(folder.resolve("cues.html")))
                .contains("from ingredient generated.mp4, placed in it: somewhere in this clip");
        partly("cuesheet", "--cut", cut, "--rate", "25", "--trust", "keys/root.pem", "SH*.mp4", "--out", "cues.xlsx");
        try (ZipFile book = new ZipFile(folder.resolve("cues.xlsx").toFile())) {
            assertThat(new String(
                            book.getInputStream(book.getEntry("xl/sharedStrings.xml"))
                                    .readAllBytes(),
                            java.nio.charset.StandardCharsets.UTF_8))
                    .contains("from ingredient generated.mp4, from which it was made");
        }
    }

    @Test
    void a_programme_is_listed_for_the_ai_that_its_ingredients_declare() throws IOException {
        tagShotsFromAi();
        Files.move(folder.resolve("sources/generated.mp4"), folder.resolve("sources/SH19.mp4"));
        tag("none.yaml", "film.mp4", "programme.mp4", "--ingredient", "sources/SH19.mp4", "--ingredient", "SH04.mp4");
        String cut = TwentyClips.write(folder, "edl", FrameRate.of(25));
        partly("cuesheet", "--cut", cut, "--rate", "25", "--trust", "keys/root.pem", "--master", "programme.mp4");
        List<String> rows = terminal.out().lines().skip(1).toList();
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0)).contains("SH04 (part),V,01:00:12:00,01:00:16:00,100,");
        assertThat(rows.get(1)).contains("SH19,V,01:01:12:00,01:01:16:00,100,");
    }

    @Test
    void an_ingredient_that_does_not_declare_its_ai_is_no_zero() throws IOException {
        Files.writeString(folder.resolve("none.yaml"), NO_AI);
        tag("none.yaml", "film.mp4", "SH04.mp4", "--ingredient", "film.mp4");
        String cut = TwentyClips.write(folder, "edl", FrameRate.of(25));
        assertThat(terminal.run("cuesheet", "--cut", cut, "--rate", "25", "--trust", "keys/root.pem", "SH04.mp4"))
                .isEqualTo(4);
        assertThat(terminal.err())
                .contains(
                        "no AI use declared in the programme, and 20 lines without a declaration: unknown is not none")
                .contains("to be looked at, AI may be in: SH04.mp4 (its ingredient film.mp4: AI use unknown, and no use"
                        + " declared tells of it)");
        assertThat(terminal.out()).contains(",not declared,unknown,unknown,unknown,unknown,unknown,unknown,nobody has");
    }

    /** What a generator signs that knows no uses. */
    private static final String MADE_BY_AI = "title: x\ndigitalSourceType: trainedAlgorithmicMedia\nuses: []\n";

    @Test
    void what_is_signed_as_made_by_ai_has_a_line_though_no_use_is_declared() throws IOException {
        Files.writeString(folder.resolve("made.yaml"), MADE_BY_AI);
        tag("made.yaml", "film.mp4", "SH04.mp4");
        String cut = TwentyClips.write(folder, "edl", FrameRate.of(25));
        assertThat(terminal.run("cuesheet", "--cut", cut, "--rate", "25", "--trust", "keys/root.pem", "SH04.mp4"))
                .isEqualTo(4);
        assertThat(terminal.out())
                .contains(",SH04,V,01:00:12:00,01:00:16:00,100,")
                .contains(",not declared,generated,unknown,unknown,unknown,unknown,AI GENERATED,")
                .contains(",trusted,")
                .contains(",SH04.mp4,\"nobody: made by AI, and no use declared tells of it\"");
        assertThat(terminal.err())
                .contains("no AI use declared in the programme, and ")
                .contains("generated: 00:00:04:00 (100 frames), 5.0 % of the programme")
                .contains("to be looked at, AI may be in: SH04.mp4 (made by AI, and no use declared tells of it)");
    }

    @Test
    void a_parent_signed_as_made_by_ai_without_a_use_has_a_line_in_the_clip() throws IOException {
        Files.writeString(folder.resolve("made.yaml"), MADE_BY_AI);
        Files.writeString(folder.resolve("none.yaml"), NO_AI);
        tag("made.yaml", "film.mp4", "source.mp4");
        tag("none.yaml", "source.mp4", "SH04.mp4");
        String cut = TwentyClips.write(folder, "edl", FrameRate.of(25));
        assertThat(terminal.run("cuesheet", "--cut", cut, "--rate", "25", "--trust", "keys/root.pem", "SH04.mp4"))
                .isEqualTo(4);
        assertThat(terminal.out())
                .contains(",SH04,V,01:00:12:00,01:00:16:00,100,")
                .contains(",not declared,generated,unknown,")
                .contains("nobody: its ingredient source.mp4: made by AI, and no use declared tells of it");
        assertThat(terminal.err()).doesNotContain("0 AI uses");
    }

    @Test
    void a_file_whose_signer_leaves_open_whether_it_is_ai_has_a_line() throws IOException {
        Files.writeString(folder.resolve("none.yaml"), NO_AI);
        tag("none.yaml", "film.mp4", "SH04.mp4");
        String cut = TwentyClips.write(folder, "edl", FrameRate.of(25));
        assertThat(terminal.run("cuesheet", "--cut", cut, "--rate", "25", "--trust", "keys/root.pem", "SH04.mp4"))
                .isEqualTo(4);
        assertThat(terminal.out()).contains("nobody: AI use unknown, and no use declared tells of it");
    }

    @Test
    void a_parent_that_did_not_hold_is_named_beside_what_it_declares() throws IOException {
        Files.writeString(folder.resolve("ai.yaml"), ALL_AI);
        Files.writeString(folder.resolve("none.yaml"), NO_AI);
        tag("ai.yaml", "film.mp4", "broken.mp4");
        OwnFiles.flip(folder.resolve("broken.mp4"), Files.size(folder.resolve("broken.mp4")) - 100);
        tag("none.yaml", "broken.mp4", "SH04.mp4");
        String cut = TwentyClips.write(folder, "edl", FrameRate.of(25));
        assertThat(terminal.run("cuesheet", "--cut", cut, "--rate", "25", "--trust", "keys/root.pem", "SH04.mp4"))
                .isEqualTo(4);
        assertThat(terminal.out())
                .contains(",video,generated,VideoGen Studio,")
                .contains("nobody: its ingredient broken.mp4: it did not hold when the file was made from it");
        assertThat(terminal.err())
                .contains(
                        "AI may be in: SH04.mp4 (its ingredient broken.mp4: it did not hold when the file was made from");
    }

    @Test
    void another_frame_rate_than_the_signed_files_declare_is_told() throws IOException {
        Files.writeString(folder.resolve("ai.yaml"), ALL_AI);
        tag("ai.yaml", "film.mp4", "SH04.mp4");
        Files.writeString(
                folder.resolve("cut.edl"),
                "FCM: NON-DROP FRAME\n001  A004     V     C        00:00:00:00 00:00:04:00 01:00:00:00 01:00:04:00\n"
                        + "* FROM CLIP NAME: SH04\n");
        partly("cuesheet", "--cut", "cut.edl", "--rate", "25", "--trust", "keys/root.pem", "SH04.mp4");
        assertThat(terminal.err()).doesNotContain("it declares");
        assertThat(terminal.run("cuesheet", "--cut", "cut.edl", "--rate", "50", "--trust", "keys/root.pem", "SH04.mp4"))
                .isEqualTo(4);
        assertThat(terminal.err()).contains("SH04.mp4 (it declares 25 frames a second, the cut counts it at 50)");
        assertThat(terminal.run(
                        "declare",
                        "from-cut",
                        "cut.edl",
                        "--rate",
                        "24",
                        "--frame-rate",
                        "25",
                        "--ai-shot",
                        "SH04",
                        "--title",
                        "P",
                        "--tool",
                        "Pika",
                        "--preset",
                        "vfx"))
                .isEqualTo(2);
        assertThat(terminal.err()).contains("--frame-rate says 25, the cut counts at 24");
    }

    @Test
    void times_that_the_film_does_not_have_are_warned_of() throws IOException {
        Files.writeString(
                folder.resolve("far.yaml"),
                ALL_AI.replace("25", "24") + "    ranges: [{ startFrame: 10, endFrame: 5000 }]\n");
        tag("far.yaml", "film.mp4", "far.mp4");
        assertThat(terminal.err())
                .contains("warning: film.mp4: the declaration counts 24 frames a second, the file has ")
                .contains("warning: film.mp4: a range of the declaration ends at frame 5001 of the file, which lasts ");
        Files.writeString(folder.resolve("ai.yaml"), ALL_AI);
        tag("ai.yaml", "film.mp4", "whole.mp4");
        assertThat(terminal.err()).doesNotContain("range");
    }

    @Test
    void a_shot_that_the_cut_does_not_have_is_not_dropped() throws IOException {
        String cut = TwentyClips.write(folder, "edl", FrameRate.of(25));
        String[] start = {
            "declare", "from-cut", cut, "--rate", "25", "--title", "P", "--tool", "Pika", "--preset", "vfx"
        };
        List<String> arguments = new ArrayList<>(List.of(start));
        arguments.addAll(List.of("--ai-shot", "SH04,SH99"));
        assertThat(terminal.run(arguments.toArray(String[]::new))).isEqualTo(2);
        assertThat(terminal.err()).contains("no clip of the cut is called SH99; there are SH01, SH02, ");
        Files.writeString(folder.resolve("list.csv"), "Shot,Note\nSH04,x\n\nA011,\n");
        arguments.subList(arguments.size() - 2, arguments.size()).clear();
        arguments.addAll(List.of("--ai-list", "list.csv"));
        run(arguments.toArray(String[]::new));
        assertThat(terminal.out()).contains("shot: SH04").contains("shot: SH11");
    }
}
