package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Declaring in a terminal and without one. */
class DeclareNewTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Optional<String> typed, String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return CommandLineRunner.run(
                arguments,
                new Surroundings(
                        new PrintWriter(out),
                        new PrintWriter(err),
                        folder,
                        Clock.fixed(Terminal.NOW, ZoneOffset.UTC),
                        Map.of(),
                        typed.isPresent(),
                        typed.map(text -> new BufferedReader(new StringReader(text)))));
    }

    @Test
    void an_ambiguous_name_is_asked_about_again() throws IOException {
        assertThat(run(Optional.of("\nSea\n\nrunw\n\n0\n\n\n\n\n"), "declare", "new", "--out", "a.yaml"))
                .as(err.toString())
                .isZero();
        assertThat(err.toString()).contains("Please write something.");
        assertThat(Files.readString(folder.resolve("a.yaml"))).contains("name: runw");
    }

    @Test
    void a_shot_and_its_time_codes_are_one_range() {
        String[] start = {"declare", "new", "--preset", "vfx", "--title", "P", "--tool", "Pika", "--frame-rate", "25"};
        assertThat(run(Optional.empty(), with(start, "--shot", "SH01", "--tc", "00:00:01:00-00:00:02:00")))
                .as(err.toString())
                .isZero();
        assertThat(out.toString())
                .containsOnlyOnce("shot: SH01")
                .containsOnlyOnce("tcIn:")
                .contains("""
                      - shot: SH01
                        tcIn: "00:00:01:00"
                        tcOut: "00:00:02:00"
                """);
        String two = "00:00:01:00-00:00:02:00,00:00:03:00-00:00:04:00";
        assertThat(run(Optional.empty(), with(start, "--shot", "SH01", "--tc", two)))
                .isZero();
        assertThat(out.toString().split("shot: SH01", -1)).hasSize(3);
        assertThat(run(Optional.empty(), with(start, "--shot", "SH01,SH02,SH03", "--tc", two)))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--shot names 3 shots and --tc 2 ranges; give one range for each shot");
    }

    private static String[] with(String[] start, String... more) {
        return java.util.stream.Stream.concat(java.util.Arrays.stream(start), java.util.Arrays.stream(more))
                .toArray(String[]::new);
    }

    @Test
    void the_common_case_takes_two_answers_and_the_rest_is_enter() throws IOException {
        assertThat(run(Optional.of("\nStorm sea\n\nMy Own Tool\n\n\n\n\n"), "declare", "new", "--out", "a.yaml"))
                .as(err.toString())
                .isZero();
        assertThat(Files.readString(folder.resolve("a.yaml"))).isEqualTo("""
                schema: declaration/1.0
                title: Storm sea
                uses:
                  - extent: modified
                    inFinalOutput: yes
                    modality: video
                    operations: [inpaint]
                    department: vfx
                    stage: post
                    tool:
                      name: My Own Tool
                """);
        assertThat(err.toString())
                .contains("Department (vfx, animation")
                .contains("AI tool: ")
                .contains("wrote a.yaml");
        assertThat(run(Optional.empty(), "declare", "check", "a.yaml")).isZero();
    }

    @Test
    void a_replica_of_a_voice_asks_for_consent_and_deception() {
        assertThat(run(
                        Optional.of("Episode 4\n\nMy Own Tool\n\nvoice_clone\n\n\ncast-07\nobt\nbinder/7\ny\n"),
                        "declare",
                        "new",
                        "--preset",
                        "sound"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString())
                .contains("persons: [\"cast-07\"]".replace("\"cast-07\"", "cast-07"))
                .contains("consent: obtained")
                .contains("consentRef: binder/7")
                .contains("deepfake: yes");
    }

    @Test
    void tools_of_the_catalogue_are_completed() {
        assertThat(run(Optional.of("Cue 7\n\nrunw\n1\n\n\n\n\n\n\n"), "declare", "new", "--preset", "vfx"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).containsPattern("name: Runway").contains("vendor: ");
    }

    @Test
    void without_a_terminal_all_missing_flags_are_named_at_once() {
        assertThat(run(Optional.empty(), "declare", "new")).isEqualTo(2);
        assertThat(err.toString()).contains("--title, --extent (or --preset), --tool");
        assertThat(run(Optional.empty(), "declare", "new", "--preset", "dubbing"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--title, --tool, --person, --deepfake");
        assertThat(run(Optional.empty(), "declare", "new", "--title", "x", "--extent", "none"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("missing: --source-type.");
    }

    @Test
    void nothing_is_overwritten_unless_forced() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "mine");
        String[] flags = {"declare", "new", "--preset", "vfx", "--title", "T", "--tool", "X", "--out", "a.yaml"};
        assertThat(run(Optional.empty(), flags)).isEqualTo(6);
        assertThat(err.toString()).contains("a.yaml: exists already");
        assertThat(Files.readString(folder.resolve("a.yaml"))).isEqualTo("mine");
        String[] forced = java.util.Arrays.copyOf(flags, flags.length + 1);
        forced[flags.length] = "--force";
        assertThat(run(Optional.empty(), forced)).isZero();
        assertThat(Files.readString(folder.resolve("a.yaml"))).contains("title: T");
    }

    @Test
    void wrong_flags_are_all_reported_and_nothing_is_written() {
        assertThat(run(
                        Optional.empty(),
                        "declare",
                        "new",
                        "--title",
                        "T",
                        "--tool",
                        "X",
                        "--extent",
                        "lots",
                        "--operations",
                        "magic",
                        "--tc",
                        "00:01:00;00-00:01:05;00",
                        "--frame-rate",
                        "29.97 DF",
                        "--out",
                        "a.yaml"))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("uses[0].extent: \"lots\" is not allowed")
                .contains("uses[0].operations[0]: \"magic\" is not allowed")
                .contains(
                        "uses[0].ranges[0].tcIn: \"00:01:00;00\" is no time code at 29.97 DF; drop-frame counting skips it");
        assertThat(folder.resolve("a.yaml")).doesNotExist();
    }

    @Test
    void answers_that_end_too_soon_write_nothing() {
        assertThat(run(Optional.of("vfx\n"), "declare", "new", "--out", "a.yaml"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("the answers ended before the questions");
        assertThat(folder.resolve("a.yaml")).doesNotExist();
    }
}
