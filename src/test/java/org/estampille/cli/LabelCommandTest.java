package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code estampille label} as a person uses it; what needs FFmpeg is skipped where there is none. */
final class LabelCommandTest {

    private static final String USE = "inFinalOutput: yes, generatedAt: \"2026-10-02\", tool: {name: Tool}}]\n";
    private static final String ROLE = "roles: [{organisation: Us, roleAct: deployer}]\n";
    private static final String FAKE = "deepfakeAssessment: {deepfake: yes, rationale: assessed}\n";

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void has_media_and_declarations() throws IOException {
        terminal = OwnFiles.in(folder);
        declare(
                "news",
                "title: Report\nworkKind: news\n" + ROLE + "uses: [{extent: modified, modality: video, " + USE + FAKE);
        declare(
                "voice",
                "title: Talk\nworkKind: entertainment\n" + ROLE
                        + "uses: [{extent: generated, modality: audio, operations: [voice_clone], " + USE + FAKE);
        declare(
                "film",
                "title: Film\nworkKind: fiction\n" + ROLE + "uses: [{extent: modified, modality: video, " + USE
                        + "deepfakeAssessment: {deepfake: yes, exemption: artistic, evidentlyArtistic: yes,"
                        + " informativeCharacter: no, rationale: x}\n");
        declare(
                "unclear",
                "title: Film\nworkKind: fiction\n" + ROLE + "uses: [{extent: modified, modality: video, " + USE
                        + "deepfakeAssessment: {deepfake: unclear, rationale: x}\n");
        declare(
                "open",
                "title: Film\nworkKind: fiction\n" + ROLE + "uses: [{extent: modified, modality: video, " + USE);
    }

    private void declare(String name, String yaml) throws IOException {
        Files.writeString(folder.resolve(name + ".yaml"), yaml);
    }

    private int apply(String file, String target, String declaration, String... more) {
        return terminal.run(OwnFiles.signing(
                List.of("label", "apply", file, "--out", target, "--declare", declaration + ".yaml"), more));
    }

    private int applyWithFfmpeg(String file, String target, String declaration, String... more) {
        return apply(
                file,
                target,
                declaration,
                Stream.concat(Stream.of("--ffmpeg", Newsroom.requiredFfmpeg().toString()), Stream.of(more))
                        .toArray(String[]::new));
    }

    private String verified(String file, String policy) {
        terminal.run("verify", file, "--trust", "keys/root.pem", "--policy", policy, "--json");
        return terminal.out();
    }

    private List<String> leftovers() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.contains("estampille-tmp"))
                    .toList();
        }
    }

    @Test
    void a_plan_says_in_both_languages_what_is_due_where_when_and_by_which_paragraph() {
        assertThat(terminal.run("label", "plan", "--declare", "news.yaml", "--break", "00:10:00.000"))
                .isZero();
        assertThat(terminal.out())
                .contains("a label is due (EU AI Act, Art. 50(4))")
                .contains("\"AI MODIFIED\"")
                .contains("Code of Practice, section 2, 1.2.2(b)")
                .contains("00:00:00.000 to 00:00:05.000  opening, due")
                .contains("00:10:00.000 to 00:10:05.000  after a break, due")
                .contains("not known: how long it is");
        assertThat(terminal.run("label", "plan", "--declare", "news.yaml", "--lang", "fr"))
                .isZero();
        assertThat(terminal.out()).contains("une mention est due").contains("CONTENU MODIFIÉ PAR IA");
    }

    @Test
    void a_plan_never_says_more_than_is_known() {
        assertThat(terminal.run("label", "plan", "picture.jpg")).isEqualTo(5);
        assertThat(terminal.out()).contains("cannot be planned yet").contains("--declare");
        assertThat(terminal.run("label", "plan", "--declare", "open.yaml")).isEqualTo(5);
        assertThat(terminal.out()).contains("complete deepfakeAssessment");
        assertThat(terminal.run("label", "plan", "--declare", "unclear.yaml")).isEqualTo(4);
        assertThat(terminal.out()).contains("ask legal");
        assertThat(terminal.run("label", "plan", "--declare", "voice.yaml")).isEqualTo(5);
        assertThat(terminal.out()).contains("--kind audio-only");
        assertThat(terminal.run("label", "plan", "--declare", "voice.yaml", "--kind", "audio-only", "--json"))
                .isZero();
        assertThat(terminal.out()).contains("\"kind\":\"notice\"").contains("\"basis\":\"CoP 1.2.3\"");
    }

    @Test
    void a_kind_that_contradicts_the_declaration_is_refused() {
        assertThat(terminal.run("label", "plan", "--declare", "news.yaml", "--kind", "fiction"))
                .isEqualTo(2);
        assertThat(terminal.err()).contains("the declaration says news");
    }

    @Test
    void a_line_for_the_credits_is_written_as_text() throws IOException {
        assertThat(terminal.run(
                        "label", "plan", "--declare", "film.yaml", "--lang", "fr", "--credits-text", "credits.txt"))
                .isZero();
        assertThat(Files.readString(folder.resolve("credits.txt")))
                .isEqualTo(
                        "IA : cette œuvre comporte des images ou des voix créées ou modifiées par intelligence artificielle.\n");
    }

    @Test
    void a_picture_gets_a_mark_without_ffmpeg_and_its_manifest_says_where() {
        for (String name : List.of("picture.jpg", "picture.png")) {
            assertThat(apply(name, "out-" + name, "news", "--evidence", "proof"))
                    .as(terminal.err())
                    .isZero();
            assertThat(folder.resolve("proof/out-" + name + ".label-mark.png")).exists();
            String report = verified("out-" + name, "eu-ai-act-50-4");
            assertThat(report)
                    .contains("\"state\":\"trusted\"")
                    .contains("\"verdict\":\"ACCEPT\"")
                    .contains("\"form\":\"equivalent\"")
                    .contains("AI MODIFIED")
                    .contains("top-right");
            terminal.run("inspect", "--crjson", "out-" + name);
            assertThat(terminal.out()).contains("c2pa.addedText").contains("\"parentOf\"");
        }
    }

    @Test
    void a_proof_that_is_there_is_replaced_only_where_that_is_asked_for() throws IOException {
        Files.createDirectories(folder.resolve("proof"));
        Files.writeString(folder.resolve("proof/out.jpg.label-mark.png"), "mine");
        assertThat(apply("picture.jpg", "out.jpg", "news", "--evidence", "proof"))
                .isEqualTo(ExitCode.IO.code());
        assertThat(terminal.err()).contains("out.jpg.label-mark.png").contains("--force");
        assertThat(folder.resolve("proof/out.jpg.label-mark.png")).hasContent("mine");
        assertThat(folder.resolve("out.jpg")).doesNotExist();
        assertThat(apply("picture.jpg", "out.jpg", "news", "--evidence", "proof", "--force"))
                .as(terminal.err())
                .isZero();
    }

    @Test
    void a_manifest_of_the_source_becomes_its_parent_and_its_declaration_is_used() {
        assertThat(terminal.run(OwnFiles.tag("picture.jpg", "--out", "signed.jpg")))
                .isZero();
        assertThat(terminal.run(
                        "label",
                        "apply",
                        "signed.jpg",
                        "--out",
                        "labelled.jpg",
                        "--form",
                        "mark",
                        "--key",
                        "keys/leaf.key.pem",
                        "--cert",
                        "keys/chain.pem"))
                .as(terminal.err())
                .isZero();
        terminal.run("verify", "labelled.jpg", "--trust", "keys/root.pem", "--descends-from", "signed.jpg");
        assertThat(terminal.out() + terminal.err()).contains("labelled.jpg").doesNotContain("invalid");
        terminal.run("inspect", "--crjson", "labelled.jpg");
        assertThat(terminal.out().split("\"claim", -1).length).isGreaterThan(2);
    }

    @Test
    void a_film_gets_a_mark_in_its_opening_frames_that_two_policies_see() {
        assertThat(applyWithFfmpeg("film.mp4", "out.mp4", "news", "--throughout", "--lang", "fr"))
                .as(terminal.err())
                .isZero();
        assertThat(verified("out.mp4", "eu-ai-act-50-4"))
                .contains("\"verdict\":\"ACCEPT\"")
                .contains("CONTENU MODIFI");
        assertThat(verified("out.mp4", "eu-code-of-practice")).doesNotContain("\"outcome\":\"FAIL\"");
    }

    /** Frames of the demo film at uneven times: the second half is played at a third of the speed. */
    private void uneven(String name) throws Exception {
        List<String> arguments = List.of(
                Newsroom.requiredFfmpeg().toString(),
                "-v",
                "error",
                "-nostdin",
                "-f",
                "lavfi",
                "-i",
                "testsrc2=size=320x240:rate=25:duration=8",
                "-vf",
                "setpts='if(lt(N,100),N/25,4+(N-100)*0.12)/TB'",
                "-vsync",
                "vfr",
                "-pix_fmt",
                "yuv420p",
                "-c:v",
                "mpeg4",
                name);
        Process process = new ProcessBuilder(arguments)
                .directory(folder.toFile())
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void each_stretch_of_a_film_with_uneven_frames_is_looked_at() throws Exception {
        uneven("uneven.mp4");
        assertThat(applyWithFfmpeg(
                        "uneven.mp4", "out.mp4", "news", "--seconds", "3", "--every", "6", "--evidence", "proof"))
                .as(terminal.err())
                .isZero();
        verified("out.mp4", "eu-ai-act-50-4");
        assertThat(terminal.out()).contains("\"intervalSeconds\":6");
    }

    @Test
    void a_slip_is_refused_in_one_sentence_before_anything_is_coded() throws IOException {
        declare(
                "beyond",
                "title: R\nworkKind: news\n" + ROLE
                        + "uses: [{id: shot, extent: modified, modality: video, ranges: [{from: 2, to: 500}], " + USE
                        + FAKE);
        assertThat(applyWithFfmpeg("film.mp4", "out.mp4", "beyond")).isEqualTo(2);
        assertThat(terminal.err()).contains("the part 'shot'", "00:08:20.000", "the programme ends at");
        assertThat(applyWithFfmpeg("film.mp4", "out.txt", "news")).isEqualTo(2);
        assertThat(terminal.err()).contains("out.txt: the result is of the same format as film.mp4 (MP4)");
        assertThat(applyWithFfmpeg("film.mp4", "out.mov", "news")).isEqualTo(2);
        assertThat(terminal.err()).contains("out.mov: the result is of the same format as film.mp4 (MP4)");
        assertThat(folder.resolve("out.mov")).doesNotExist();
        Files.writeString(folder.resolve("bad.wav"), "no sound");
        assertThat(applyWithFfmpeg("film.mp4", "out.mp4", "voice", "--notice", "bad.wav"))
                .isEqualTo(2);
        assertThat(terminal.err()).contains("the notice bad.wav is no WAV file").hasLineCount(1);
        assertThat(applyWithFfmpeg("film.mp4", "out.mp4", "voice", "--notice", "none.wav"))
                .isEqualTo(ExitCode.IO.code());
        assertThat(folder.resolve("out.mp4")).doesNotExist();
    }

    @Test
    void what_was_just_labelled_is_not_asked_for_its_interval() {
        for (String how : List.of("--throughout", "--every=600")) {
            assertThat(applyWithFfmpeg("film.mp4", "out.mp4", "news", "--force", "--lang", "fr", how))
                    .as(terminal.err())
                    .isZero();
            assertThat(terminal.out()).contains("en haut à droite").doesNotContain("top-right");
            assertThat(verified("out.mp4", "eu-code-of-practice")).doesNotContain("labels.intervalSeconds");
        }
    }

    @Test
    void a_film_with_a_voice_by_ai_gets_a_mark_and_a_notice() {
        assertThat(applyWithFfmpeg("film.mp4", "out.mp4", "voice")).isEqualTo(2);
        assertThat(terminal.err()).contains("no voice is made here").contains("--notice");
        assertThat(applyWithFfmpeg("film.mp4", "out.mp4", "voice", "--notice", "sound.wav", "--notice-text", "By AI"))
                .as(terminal.err())
                .isZero();
        assertThat(verified("out.mp4", "eu-ai-act-50-4"))
                .contains("\"audible\"")
                .contains("\"outcome\":\"PASS\"");
    }

    @Test
    void a_film_gets_its_line_after_the_last_frame() {
        assertThat(applyWithFfmpeg("film.mp4", "out.mp4", "film", "--seconds", "3"))
                .as(terminal.err())
                .isZero();
        assertThat(verified("out.mp4", "eu-ai-act-50-4"))
                .contains("\"form\":\"credits\"")
                .contains("\"verdict\":\"ACCEPT\"");
    }

    @Test
    void a_sound_gets_a_notice_at_its_start_and_after_breaks() throws IOException {
        Files.copy(Path.of("fixtures/mp3/tagged-v23/asset.mp3"), folder.resolve("talk.mp3"));
        for (String name : List.of("sound.wav", "talk.mp3")) {
            assertThat(applyWithFfmpeg(
                            name,
                            "out-" + name,
                            "voice",
                            "--notice",
                            "sound.wav",
                            "--break",
                            "0.4",
                            "--notice-text",
                            "AI"))
                    .as(terminal.err())
                    .isZero();
            assertThat(verified("out-" + name, "eu-ai-act-50-4")).contains("\"verdict\":\"ACCEPT\"");
        }
    }

    @Test
    void names_that_look_like_options_addresses_or_patterns_are_only_names() throws IOException {
        String ffmpeg = Newsroom.requiredFfmpeg().toString();
        for (String name : List.of("http:a%03d'[v];b.mp4", "concat:a|b é.mp4")) {
            Files.copy(folder.resolve("film.mp4"), folder.resolve(name));
            assertThat(apply("./" + name, "./out-" + name, "news", "--ffmpeg", ffmpeg))
                    .as(terminal.err())
                    .isZero();
        }
        Files.writeString(folder.resolve("list.mp4"), "#EXTM3U\n#EXTINF:1,\n/etc/hostname\n");
        assertThat(apply("list.mp4", "out.mp4", "news", "--ffmpeg", ffmpeg)).isEqualTo(5);
        assertThat(folder.resolve("out.mp4")).doesNotExist();
    }

    @Test
    void what_cannot_be_done_is_refused_in_one_sentence_and_nothing_is_written() throws IOException {
        refused(5, "FFmpeg is not on this machine's path", "film.mp4", "news");
        refused(5, "is no program that can be started", "film.mp4", "news", "--ffmpeg", "nothing");
        refused(4, "ask legal", "film.mp4", "unclear");
        refused(5, "too little is known", "film.mp4", "open");
        refused(2, "--height wants 5 to 25", "picture.jpg", "news", "--height", "4.9");
        refused(2, "--seconds wants at least 3", "film.mp4", "news", "--seconds", "2");
        refused(2, "--position wants", "picture.jpg", "news", "--position", "middle");
        refused(2, "--crop wants", "picture.jpg", "news", "--crop", "1x1");
        refused(2, "--speak knows English only", "film.mp4", "voice", "--speak", "--lang", "fr");
        refused(6, "no such file", "film.mp4", "voice", "--notice", "nothing.wav");
        refused(2, "no spoken notice is due", "film.mp4", "news", "--notice", "sound.wav");
        refused(2, "no spoken notice is due", "picture.jpg", "news", "--speak", "--lang", "en");
        refused(2, "a picture takes a mark", "picture.jpg", "film");
        refused(2, "no time code", "picture.jpg", "news", "--break", "noon");
        assertThat(leftovers()).isEmpty();
    }

    private void refused(int code, String sentence, String file, String declaration, String... more) {
        assertThat(apply(file, "refused" + file.substring(file.lastIndexOf('.')), declaration, more))
                .as(terminal.out() + terminal.err())
                .isEqualTo(code);
        assertThat(terminal.err()).contains(sentence);
        assertThat(terminal.err().lines().count()).isEqualTo(1);
        assertThat(folder.resolve("refused" + file.substring(file.lastIndexOf('.'))))
                .doesNotExist();
    }

    @Test
    void the_unlabelled_file_and_what_stands_at_the_target_are_kept() throws IOException {
        assertThat(apply("picture.jpg", "picture.jpg", "news", "--force")).isEqualTo(2);
        assertThat(apply("picture.jpg", "picture.png", "news")).isEqualTo(6);
        Files.writeString(folder.resolve("broken"), "#!/bin/sh\nexit 1\n");
        assertThat(folder.resolve("broken").toFile().setExecutable(true)).isTrue();
        Files.copy(
                folder.resolve("broken"), folder.resolve("ffprobe"), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        Files.writeString(folder.resolve("kept.mp4"), "kept");
        assertThat(apply("film.mp4", "kept.mp4", "news", "--force", "--ffmpeg", "broken"))
                .isEqualTo(6);
        assertThat(Files.readString(folder.resolve("kept.mp4"))).isEqualTo("kept");
        assertThat(leftovers()).isEmpty();
    }
}
