package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.estampille.timecode.FrameRate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From a declaration over a signed file and a cut to the cue sheet. Twenty clips of a hundred frames each, three of them AI. */
final class CuesheetCommandTest {

    /** Worked out by hand: in and out of clips 4, 11 and 19, which begin 300, 1000 and 1800 frames after an hour. */
    private static final Map<String, List<String>> EXPECTED = Map.of(
            "23.976",
            List.of("01:00:12:12,01:00:16:16", "01:00:41:16,01:00:45:20", "01:01:15:00,01:01:19:04"),
            "24",
            List.of("01:00:12:12,01:00:16:16", "01:00:41:16,01:00:45:20", "01:01:15:00,01:01:19:04"),
            "25",
            List.of("01:00:12:00,01:00:16:00", "01:00:40:00,01:00:44:00", "01:01:12:00,01:01:16:00"),
            "29.97 DF",
            List.of(
                    "\"01:00:10;00\",\"01:00:13;10\"",
                    "\"01:00:33;10\",\"01:00:36;20\"",
                    "\"01:01:00;02\",\"01:01:03;12\""),
            "50",
            List.of("01:00:06:00,01:00:08:00", "01:00:20:00,01:00:22:00", "01:00:36:00,01:00:38:00"));

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void has_a_key_and_a_film() throws IOException {
        terminal = new Terminal(folder);
        run("keys", "demo", "--out", "keys");
        Files.copy(Path.of("fixtures/mp4/faststart/asset.mp4"), folder.resolve("film.mp4"));
    }

    private void run(String... arguments) {
        assertThat(terminal.run(arguments)).as(terminal.out() + terminal.err()).isZero();
    }

    /** Seventeen clips of the cut show no file at hand: unknown, and so never zero; and the film has a rate of its own. */
    private void partly(String... arguments) {
        assertThat(terminal.run(arguments)).as(terminal.out() + terminal.err()).isEqualTo(4);
    }

    private List<String> declaredRows() {
        return terminal.out()
                .lines()
                .skip(1)
                .filter(row -> !row.contains(",not declared,unknown,"))
                .toList();
    }

    private void tag(String declaration, String file) {
        run(
                "tag",
                "film.mp4",
                "--declare",
                declaration,
                "--key",
                "keys/leaf.key.pem",
                "--cert",
                "keys/chain.pem",
                "--out",
                file);
    }

    private void tagThreeShots() {
        for (String shot : List.of("SH04", "SH11", "SH19")) {
            run(
                    "declare",
                    "new",
                    "--preset",
                    "vfx",
                    "--title",
                    shot,
                    "--tool",
                    "VideoGen Studio",
                    "--extent",
                    "generated",
                    "--operations",
                    "deage",
                    "--person",
                    "cast-03:obtained:binder/3",
                    "--deepfake",
                    "yes",
                    "--out",
                    shot + ".yaml");
            tag(shot + ".yaml", shot + "_comp_v003.mp4");
        }
    }

    @Test
    void three_ai_shots_of_twenty_appear_at_their_time_codes_at_every_rate_and_from_every_list() throws IOException {
        tagThreeShots();
        for (String rate : EXPECTED.keySet()) {
            for (String kind : List.of("otio", "edl", "csv")) {
                String cut =
                        TwentyClips.write(folder, kind, FrameRate.parse(rate).orElseThrow());
                partly("cuesheet", "--cut", cut, "--rate", rate, "--trust", "keys/root.pem", "SH*.mp4");
                List<String> rows = declaredRows();
                assertThat(rows).as(rate + " " + kind).hasSize(3);
                for (int i = 0; i < 3; i++) {
                    String row = rows.get(i);
                    assertThat(row)
                            .as(rate + " " + kind)
                            .contains(EXPECTED.get(rate).get(i) + ",100,");
                    assertThat(row)
                            .contains("," + List.of("SH04", "SH11", "SH19").get(i) + ",V")
                            .contains(",deage,generated,VideoGen Studio,not said,unknown (evidence unknown),")
                            .contains(",cast-03: obtained (binder/3),AI GENERATED,assessed: a deep fake,")
                            .contains(",trusted,");
                }
                assertThat(terminal.err())
                        .contains("20 clips")
                        .contains("generated: ")
                        .contains("15.0 %");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"23.976", "24", "25", "29.97 DF", "50"})
    void what_is_declared_from_the_cut_comes_back_from_the_signed_programme(String rate) throws IOException {
        String cut = TwentyClips.write(folder, "edl", FrameRate.parse(rate).orElseThrow());
        run(
                "declare",
                "from-cut",
                cut,
                "--rate",
                rate,
                "--ai-shot",
                "SH04,SH11",
                "--ai-regex",
                "^SH19$",
                "--preset",
                "vfx",
                "--tool",
                "VideoGen Studio",
                "--out",
                "programme.yaml");
        run("declare", "check", "programme.yaml");
        tag("programme.yaml", "programme.mp4");
        partly("cuesheet", "--cut", cut, "--rate", rate, "--trust", "keys/root.pem", "--master", "programme.mp4");
        List<String> rows = terminal.out().lines().skip(1).toList();
        assertThat(rows).hasSize(3);
        String told = terminal.out();
        partly("cuesheet", "--cut", cut, "--rate", rate, "--trust", "keys/root.pem", "programme.mp4");
        assertThat(terminal.out()).isEqualTo(told);
        assertThat(terminal.err()).contains("programme.mp4 is taken for the programme itself; --master names another.");
        for (int i = 0; i < 3; i++) {
            assertThat(rows.get(i))
                    .contains(EXPECTED.get(rate).get(i) + ",100,")
                    .contains("SH");
        }
    }

    @Test
    void workbook_and_page_hold_the_same_rows_and_run_nothing() throws IOException {
        run(
                "declare",
                "new",
                "--preset",
                "vfx",
                "--title",
                "x",
                "--tool",
                "=cmd|' /C calc'!A0<script>",
                "--out",
                "a.yaml");
        tag("a.yaml", "SH04.mp4");
        String cut = TwentyClips.write(folder, "edl", FrameRate.of(25));
        partly("cuesheet", "--cut", cut, "--rate", "25", "--trust", "keys/root.pem", "SH04.mp4");
        assertThat(terminal.out()).contains(",'=cmd|");
        partly("cuesheet", "--cut", cut, "--rate", "25", "--trust", "keys/root.pem", "SH04.mp4", "--out", "cues.html");
        assertThat(Files.readString(folder.resolve("cues.html")))
                .contains("01:00:12:00")
                .contains("&lt;script&gt;")
                .doesNotContain("<script");
        partly("cuesheet", "--cut", cut, "--rate", "25", "--trust", "keys/root.pem", "SH04.mp4", "--out", "cues.xlsx");
        try (ZipFile book = new ZipFile(folder.resolve("cues.xlsx").toFile())) {
            String texts = new String(
                    book.getInputStream(book.getEntry("xl/sharedStrings.xml")).readAllBytes(),
                    java.nio.charset.StandardCharsets.UTF_8);
            String sheet = new String(
                    book.getInputStream(book.getEntry("xl/worksheets/sheet1.xml"))
                            .readAllBytes(),
                    java.nio.charset.StandardCharsets.UTF_8);
            assertThat(texts).contains("01:00:12:00").doesNotContain("<script");
            assertThat(sheet).doesNotContain("<f>");
        }
        assertThat(terminal.run("cuesheet", "--cut", cut, "--rate", "25", "SH04.mp4", "--out", "cues.xlsx"))
                .isEqualTo(6);
        assertThat(terminal.err()).contains("exists already");
    }

    @Test
    void a_use_outside_of_what_a_clip_shows_is_listed_in_part_or_named_but_never_dropped() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), """
                title: SH04
                frameRate: "25"
                startTimecode: "10:00:00:00"
                uses:
                  - description: face of the lead
                    extent: generated
                    operations: [deage]
                    tool: { name: VideoGen Studio }
                    ranges: [{ tcIn: "10:00:20:00", tcOut: "10:00:22:00" }]
                """);
        tag("a.yaml", "SH04.mp4");
        String line = "001  A004     V     C        %s %s 01:00:00:00 01:00:04:00\n* FROM CLIP NAME: SH04\n";
        Files.writeString(
                folder.resolve("zero.edl"), "FCM: NON-DROP FRAME\n" + line.formatted("00:00:00:00", "00:00:04:00"));
        partly("cuesheet", "--cut", "zero.edl", "--rate", "25", "--trust", "keys/root.pem", "SH04.mp4");
        assertThat(terminal.out()).contains("SH04 (part),V,01:00:00:00,01:00:04:00,100,");
        Files.writeString(
                folder.resolve("other.edl"), "FCM: NON-DROP FRAME\n" + line.formatted("10:00:00:00", "10:00:04:00"));
        partly("cuesheet", "--cut", "other.edl", "--rate", "25", "--trust", "keys/root.pem", "SH04.mp4");
        assertThat(terminal.out().lines()).hasSize(1);
        assertThat(terminal.err())
                .contains("declared for parts that no clip shows: SH04.mp4 (face of the lead with VideoGen Studio, from"
                        + " 10:00:20:00)");
    }

    @Test
    void what_cannot_be_done_is_said_in_one_sentence() throws IOException {
        Files.copy(folder.resolve("film.mp4"), folder.resolve("SH04.mp4"), StandardCopyOption.REPLACE_EXISTING);
        String cut = TwentyClips.write(folder, "csv", FrameRate.of(25));
        assertThat(terminal.run("cuesheet", "--cut", cut, "SH04.mp4")).isEqualTo(2);
        assertThat(terminal.err()).contains("names no frame rate; give it with --rate");
        assertThat(terminal.run("cuesheet", "--cut", cut, "--rate", "25")).isEqualTo(2);
        assertThat(terminal.err()).contains("no media");
        assertThat(terminal.run("cuesheet", "--cut", cut, "--rate", "26.5", "SH04.mp4"))
                .isEqualTo(2);
        assertThat(terminal.err()).contains("\"26.5\" is not a frame rate");
        assertThat(terminal.run("cuesheet", "--cut", cut, "--rate", "31", "SH04.mp4"))
                .isEqualTo(2);
        assertThat(terminal.err()).contains("\"31\" is not a frame rate");
        partly("cuesheet", "--cut", cut, "--rate", "25", "SH04.mp4");
        assertThat(terminal.err()).contains("in the cut without a declaration: SH04.mp4");
    }

    @Test
    void a_title_that_no_file_can_have_is_only_a_title() throws IOException {
        String cut = TwentyClips.write(folder, "otio", FrameRate.of(25));
        Files.writeString(
                folder.resolve("odd.otio"),
                Files.readString(folder.resolve(cut)).replace("\"Storm\"", "\"T\\ud800\""));
        String[] from = {
            "declare", "from-cut", "odd.otio", "--title", "X", "--ai-shot", "SH04", "--preset", "vfx", "--tool", "x"
        };
        int code = terminal.run(from);
        assertThat(code).as(terminal.err()).isZero();
    }

    @Test
    void a_list_that_states_its_rate_is_not_read_at_another() throws IOException {
        tagThreeShots();
        String cut = TwentyClips.write(folder, "otio", FrameRate.of(25));
        partly("cuesheet", "--cut", cut, "--trust", "keys/root.pem", "SH*.mp4");
        assertThat(terminal.run("cuesheet", "--cut", cut, "--rate", "24", "SH04_comp_v003.mp4"))
                .isEqualTo(2);
        assertThat(terminal.err())
                .contains(
                        "cut.otio: counts 25 frames a second, and --rate says 24; leave --rate out, or export the list");
        String[] from = {
            "declare", "from-cut", cut, "--rate", "24", "--ai-shot", "SH04", "--preset", "vfx", "--tool", "x"
        };
        assertThat(terminal.run(from)).isEqualTo(2);
        assertThat(terminal.out()).doesNotContain("frameRate");
        Files.writeString(
                folder.resolve("zero.otio"),
                Files.readString(folder.resolve(cut))
                        .replace("\"value\":90000.0", "\"value\":0.0")
                        .replaceFirst("\"rate\":25.0", "\"rate\":24.0"));
        assertThat(terminal.run("cuesheet", "--cut", "zero.otio", "--rate", "24", "SH04_comp_v003.mp4"))
                .as("a start at zero says less than all ranges")
                .isEqualTo(2);
        partly("cuesheet", "--cut", "zero.otio", "--rate", "25", "SH04_comp_v003.mp4");
        Files.writeString(
                folder.resolve("rates.csv"),
                "shot,record in,record out,rate\nSH04,01:00:00:00,01:00:01:00,\nSH05,01:00:01:00,01:00:02:00,25\n");
        assertThat(terminal.run("cuesheet", "--cut", "rates.csv", "--rate", "24", "SH04_comp_v003.mp4"))
                .isEqualTo(2);
        assertThat(terminal.err())
                .contains("rates.csv:3: counts 25 frames a second, and --rate, or a line before, says 24");
        partly("cuesheet", "--cut", "rates.csv", "--trust", "keys/root.pem", "SH04_comp_v003.mp4");
        TwentyClips.write(folder, "edl", FrameRate.parse("29.97 DF").orElseThrow());
        assertThat(terminal.run("cuesheet", "--cut", "cut.edl", "--rate", "25", "SH04_comp_v003.mp4"))
                .as("drop-frame labels")
                .isEqualTo(2);
    }

    @Test
    void a_folder_that_is_not_there_is_named_before_the_cut_is_read() {
        assertThat(terminal.run("cuesheet", "--cut", "none.csv", "film.mp4", "--out", "none/sheet.csv"))
                .isEqualTo(6);
        assertThat(terminal.err()).contains("there is no folder none").doesNotContain("estampille-tmp");
    }
}
