package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.estampille.timecode.FrameRate;
import org.estampille.timecode.Timecode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From a declaration over a signed file and a cut to the cue sheet. Twenty clips of a hundred frames each, three of them AI. */
final class CuesheetCommandTest {

    private static final String START = "01:00:00:00";

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
        try (var media = CuesheetCommandTest.class.getResourceAsStream("/org/estampille/demo/film.mp4")) {
            Files.copy(media, folder.resolve("film.mp4"));
        }
    }

    private void run(String... arguments) {
        assertThat(terminal.run(arguments)).as(terminal.out() + terminal.err()).isZero();
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

    private static List<Timecode> starts(FrameRate rate) {
        Timecode first = Timecode.parseAs(START, rate).orElseThrow();
        List<Timecode> starts = new ArrayList<>();
        for (int i = 0; i <= 20; i++) {
            starts.add(first.plus(100L * i));
        }
        return starts;
    }

    private String cut(String kind, FrameRate rate) throws IOException {
        List<Timecode> starts = starts(rate);
        String text = switch (kind) {
            case "edl" -> edl(rate, starts);
            case "csv" -> csv(starts);
            default -> otio(rate, starts);
        };
        Files.writeString(folder.resolve("cut." + kind), text);
        return "cut." + kind;
    }

    private static String name(int i) {
        return "SH" + (i < 9 ? "0" : "") + (i + 1);
    }

    private static String edl(FrameRate rate, List<Timecode> starts) {
        StringBuilder edl =
                new StringBuilder("TITLE: Storm\nFCM: " + (rate.dropFrame() ? "" : "NON-") + "DROP FRAME\n\n");
        for (int i = 0; i < 20; i++) {
            edl.append("0%02d  A%03d     V     C        %s %s %s %s\n* FROM CLIP NAME: %s\n"
                    .formatted(
                            i + 1,
                            i + 1,
                            starts.get(0).label(),
                            starts.get(1).label(),
                            starts.get(i).label(),
                            starts.get(i + 1).label(),
                            name(i)));
        }
        return edl.toString();
    }

    private static String csv(List<Timecode> starts) {
        StringBuilder csv = new StringBuilder("Shot,Reel,Record In,Record Out\n");
        for (int i = 0; i < 20; i++) {
            csv.append("%s,A%03d,\"%s\",\"%s\"\n"
                    .formatted(
                            name(i),
                            i + 1,
                            starts.get(i).label(),
                            starts.get(i + 1).label()));
        }
        return csv.toString();
    }

    private static String otio(FrameRate rate, List<Timecode> starts) {
        double perSecond =
                (double) rate.perSecond().numerator() / rate.perSecond().denominator();
        List<String> clips = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            clips.add("{\"OTIO_SCHEMA\":\"Clip.2\",\"name\":\"" + name(i) + "\",\"source_range\":"
                    + range(perSecond, 48, 100) + "}");
        }
        return "{\"OTIO_SCHEMA\":\"Timeline.1\",\"name\":\"Storm\",\"global_start_time\":"
                + time(perSecond, starts.get(0).frame())
                + ",\"tracks\":{\"OTIO_SCHEMA\":\"Stack.1\",\"children\":[{\"OTIO_SCHEMA\":\"Track.1\",\"kind\":\"Video\",\"children\":["
                + String.join(",", clips) + "]}]}}";
    }

    private static String range(double rate, long start, long duration) {
        return "{\"OTIO_SCHEMA\":\"TimeRange.1\",\"start_time\":" + time(rate, start) + ",\"duration\":"
                + time(rate, duration) + "}";
    }

    private static String time(double rate, long value) {
        return "{\"OTIO_SCHEMA\":\"RationalTime.1\",\"rate\":" + rate + ",\"value\":" + value + ".0}";
    }

    @Test
    void three_ai_shots_of_twenty_appear_at_their_time_codes_at_every_rate_and_from_every_list() throws IOException {
        tagThreeShots();
        for (String rate : EXPECTED.keySet()) {
            for (String kind : List.of("otio", "edl", "csv")) {
                String cut = cut(kind, FrameRate.parse(rate).orElseThrow());
                run("cuesheet", "--cut", cut, "--rate", rate, "--trust", "keys/root.pem", "SH*.mp4");
                List<String> rows = terminal.out().lines().skip(1).toList();
                assertThat(rows).as(rate + " " + kind).hasSize(3);
                for (int i = 0; i < 3; i++) {
                    String row = rows.get(i);
                    assertThat(row)
                            .as(rate + " " + kind)
                            .contains(EXPECTED.get(rate).get(i) + ",100,");
                    assertThat(row)
                            .startsWith((i + 1) + ","
                                    + List.of("SH04", "SH11", "SH19").get(i) + ",V")
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
        String cut = cut("edl", FrameRate.parse(rate).orElseThrow());
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
        run("cuesheet", "--cut", cut, "--rate", rate, "--trust", "keys/root.pem", "--master", "programme.mp4");
        List<String> rows = terminal.out().lines().skip(1).toList();
        assertThat(rows).hasSize(3);
        String told = terminal.out();
        run("cuesheet", "--cut", cut, "--rate", rate, "--trust", "keys/root.pem", "programme.mp4");
        assertThat(terminal.out()).isEqualTo(told);
        assertThat(terminal.err()).contains("programme.mp4 is taken for the programme itself; --master names another.");
        for (int i = 0; i < 3; i++) {
            assertThat(rows.get(i))
                    .contains(EXPECTED.get(rate).get(i) + ",100,")
                    .contains("SH");
        }
    }

    @Test
    void a_shot_that_the_cut_does_not_have_is_not_dropped() throws IOException {
        String cut = cut("edl", FrameRate.of(25));
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

    @Test
    void another_frame_rate_than_the_signed_files_declare_is_told() throws IOException {
        Files.writeString(folder.resolve("ai.yaml"), ALL_AI);
        tag("ai.yaml", "SH04.mp4");
        Files.writeString(
                folder.resolve("cut.edl"),
                "FCM: NON-DROP FRAME\n001  A004     V     C        00:00:00:00 00:00:04:00 01:00:00:00 01:00:04:00\n"
                        + "* FROM CLIP NAME: SH04\n");
        run("cuesheet", "--cut", "cut.edl", "--rate", "25", "--trust", "keys/root.pem", "SH04.mp4");
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
        tag("far.yaml", "far.mp4");
        assertThat(terminal.err())
                .contains("warning: film.mp4: the declaration counts 24 frames a second, the file has ")
                .contains("warning: film.mp4: a range of the declaration ends at frame 5001 of the file, which lasts ");
        Files.writeString(folder.resolve("ai.yaml"), ALL_AI);
        tag("ai.yaml", "whole.mp4");
        assertThat(terminal.err()).doesNotContain("range");
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
        String cut = cut("edl", FrameRate.of(25));
        run("cuesheet", "--cut", cut, "--rate", "25", "--trust", "keys/root.pem", "SH04.mp4");
        assertThat(terminal.out()).contains(",'=cmd|");
        run("cuesheet", "--cut", cut, "--rate", "25", "--trust", "keys/root.pem", "SH04.mp4", "--out", "cues.html");
        assertThat(Files.readString(folder.resolve("cues.html")))
                .contains("01:00:12:00")
                .contains("&lt;script&gt;")
                .doesNotContain("<script");
        run("cuesheet", "--cut", cut, "--rate", "25", "--trust", "keys/root.pem", "SH04.mp4", "--out", "cues.xlsx");
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
        run("cuesheet", "--cut", "zero.edl", "--rate", "25", "--trust", "keys/root.pem", "SH04.mp4");
        assertThat(terminal.out()).contains("SH04 (part),V,01:00:00:00,01:00:04:00,100,");
        Files.writeString(
                folder.resolve("other.edl"), "FCM: NON-DROP FRAME\n" + line.formatted("10:00:00:00", "10:00:04:00"));
        run("cuesheet", "--cut", "other.edl", "--rate", "25", "--trust", "keys/root.pem", "SH04.mp4");
        assertThat(terminal.out().lines()).hasSize(1);
        assertThat(terminal.err())
                .contains("declared for parts that no clip shows: SH04.mp4 (face of the lead with VideoGen Studio, from"
                        + " 10:00:20:00)");
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
        String cut = cut("edl", FrameRate.of(25));
        run("cuesheet", "--cut", cut, "--rate", "25", "--trust", "keys/root.pem", "SH04.mp4", "SH11.mp4");
        List<String> rows = terminal.out().lines().skip(1).toList();
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0))
                .contains("SH04,V,01:00:12:00,01:00:16:00,100,")
                .contains(",video,generated,VideoGen Studio,")
                .contains("AI GENERATED")
                .endsWith(",SH04.mp4,\"from ingredient generated.mp4, from which it was made\"");
        assertThat(rows.get(1))
                .contains("SH11 (part),V,01:00:40:00,01:00:44:00,100,")
                .endsWith(",SH11.mp4,\"from ingredient generated.mp4, placed in it: somewhere in this clip\"");
        assertThat(terminal.err()).contains("2 AI uses in the programme");
        run("cuesheet", "--cut", cut, "--rate", "25", "--trust", "keys/root.pem", "SH*.mp4", "--out", "cues.html");
        assertThat(Files.readString(folder.resolve("cues.html")))
                .contains("from ingredient generated.mp4, placed in it: somewhere in this clip");
        run("cuesheet", "--cut", cut, "--rate", "25", "--trust", "keys/root.pem", "SH*.mp4", "--out", "cues.xlsx");
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
        String cut = cut("edl", FrameRate.of(25));
        run("cuesheet", "--cut", cut, "--rate", "25", "--trust", "keys/root.pem", "--master", "programme.mp4");
        List<String> rows = terminal.out().lines().skip(1).toList();
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0)).contains("SH04 (part),V,01:00:12:00,01:00:16:00,100,");
        assertThat(rows.get(1)).contains("SH19,V,01:01:12:00,01:01:16:00,100,");
    }

    @Test
    void an_ingredient_that_does_not_declare_its_ai_is_no_zero() throws IOException {
        Files.writeString(folder.resolve("none.yaml"), NO_AI);
        tag("none.yaml", "film.mp4", "SH04.mp4", "--ingredient", "film.mp4");
        String cut = cut("edl", FrameRate.of(25));
        assertThat(terminal.run("cuesheet", "--cut", cut, "--rate", "25", "--trust", "keys/root.pem", "SH04.mp4"))
                .isEqualTo(4);
        assertThat(terminal.err())
                .contains("0 AI uses declared in the programme, and AI that cannot be listed may be in it too")
                .contains("to be looked at, AI may be in: SH04.mp4 (its ingredient film.mp4: AI use unknown, and it has"
                        + " no declaration)");
    }

    @Test
    void what_cannot_be_done_is_said_in_one_sentence() throws IOException {
        Files.copy(folder.resolve("film.mp4"), folder.resolve("SH04.mp4"), StandardCopyOption.REPLACE_EXISTING);
        String cut = cut("csv", FrameRate.of(25));
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
        run("cuesheet", "--cut", cut, "--rate", "25", "SH04.mp4");
        assertThat(terminal.err()).contains("in the cut without a declaration: SH04.mp4");
    }
}
