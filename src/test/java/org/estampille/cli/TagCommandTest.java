package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tagging, seen from the terminal. */
final class TagCommandTest {

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void has_a_key_a_declaration_and_a_picture() throws IOException {
        terminal = OwnFiles.ofTheDemo(folder);
    }

    private int tag(String... more) {
        return terminal.run(OwnFiles.tag(more));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .filter(name -> !name.startsWith("keys/"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"picture.jpg", "picture.png", "film.mp4", "sound.wav"})
    void tags_a_file_so_that_it_verifies_as_trusted(String name) {
        assertThat(tag(name, "--out", "tagged-" + name)).as(terminal.err()).isZero();
        assertThat(terminal.out()).contains("tagged ").contains("tagged-" + name);
        assertThat(terminal.run("verify", "tagged-" + name, "--trust", "keys/root.pem", "--json"))
                .as(terminal.out() + terminal.err())
                .isZero();
        assertThat(terminal.out()).contains("\"state\":\"trusted\"").contains("\"involvement\":\"generated\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"picture.jpg", "picture.png", "film.mp4", "sound.wav"})
    void strip_gives_the_original_octets_back(String name) throws IOException {
        assertThat(tag(name, "--out", "tagged-" + name)).isZero();
        assertThat(terminal.run("strip", "tagged-" + name, "--out", "stripped")).isZero();
        assertThat(folder.resolve("stripped")).hasSameBinaryContentAs(folder.resolve(name));
    }

    @Test
    void says_unchanged_when_the_file_says_the_same_already() throws IOException {
        assertThat(tag("picture.jpg", "--in-place")).isZero();
        byte[] tagged = Files.readAllBytes(folder.resolve("picture.jpg"));
        assertThat(tag("picture.jpg", "--in-place")).isZero();
        assertThat(terminal.out()).contains("unchanged");
        assertThat(folder.resolve("picture.jpg")).hasBinaryContent(tagged);
    }

    @Test
    void keeps_the_manifest_that_is_there_as_the_parent() throws IOException {
        assertThat(tag("picture.jpg", "--in-place")).isZero();
        String declaration = Files.readString(folder.resolve("decl.yaml"));
        Files.writeString(
                folder.resolve("decl.yaml"), declaration.replaceFirst("(?m)^title: .*$", "title: Second cut"));
        assertThat(tag("picture.jpg", "--in-place")).as(terminal.err()).isZero();
        assertThat(terminal.run("verify", "picture.jpg", "--trust", "keys/root.pem", "--json"))
                .as(terminal.out())
                .isZero();
        assertThat(terminal.out()).contains("\"count\":2").contains("\"state\":\"trusted\"");
        assertThat(terminal.run("inspect", "--tree", "picture.jpg")).isZero();
        assertThat(terminal.out()).contains("c2pa.ingredient.v3").contains("c2pa.opened");
    }

    @Test
    void a_sidecar_leaves_the_media_alone_and_is_found_again() throws IOException {
        byte[] before = Files.readAllBytes(folder.resolve("film.mp4"));
        assertThat(tag("film.mp4", "--sidecar")).as(terminal.err()).isZero();
        assertThat(folder.resolve("film.mp4")).hasBinaryContent(before);
        assertThat(terminal.run("verify", "film.mp4", "--trust", "keys/root.pem", "--json"))
                .isZero();
        assertThat(terminal.out()).contains("\"source\":\"sidecar\"");
    }

    @Test
    void refuses_a_sidecar_that_nobody_would_read() throws IOException {
        assertThat(tag("picture.png", "--in-place")).isZero();
        assertThat(tag("picture.png", "--sidecar")).isEqualTo(2);
        assertThat(terminal.err()).contains("a sidecar would never be read");
        assertThat(files()).doesNotContain("picture.png.c2pa");
    }

    @Test
    void without_a_key_nothing_is_signed_or_written() throws IOException {
        List<String> before = files();
        assertThat(terminal.run("tag", "picture.jpg", "--declare", "decl.yaml", "--in-place"))
                .isEqualTo(7);
        assertThat(terminal.err()).contains("no signing key");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void refuses_to_overwrite_without_force() throws IOException {
        Files.writeString(folder.resolve("taken.jpg"), "mine");
        assertThat(tag("picture.jpg", "--out", "taken.jpg")).isEqualTo(6);
        assertThat(folder.resolve("taken.jpg")).hasContent("mine");
        assertThat(tag("picture.jpg", "--out", "taken.jpg", "--force")).isZero();
    }

    @Test
    void an_unwritable_time_stamp_authority_leaves_everything_as_it_was() throws IOException {
        List<String> before = files();
        assertThat(tag("picture.jpg", "--out", "new.jpg", "--tsa", "http://127.0.0.1:1/tsa"))
                .isEqualTo(7);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void says_every_fault_of_a_declaration_at_once() throws IOException {
        Files.writeString(folder.resolve("decl.yaml"), "titel: x\nuses:\n  - extent: genrated\n");
        assertThat(tag("picture.jpg", "--in-place")).isEqualTo(2);
        assertThat(terminal.err())
                .contains("decl.yaml:1")
                .contains("titel")
                .contains("decl.yaml:3")
                .contains("genrated");
    }

    @Test
    void a_dry_run_writes_nothing() throws IOException {
        List<String> before = files();
        assertThat(tag("picture.jpg", "--out", "new.jpg", "--dry-run")).isZero();
        assertThat(terminal.out()).contains("would tag");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void a_dry_run_makes_no_folder() {
        assertThat(tag("picture.jpg", "--out", "new/x/picture.jpg", "--dry-run"))
                .as(terminal.err())
                .isZero();
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @Test
    void a_file_that_is_refused_leaves_no_empty_folder() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "no media");
        assertThat(tag("notes.txt", "--out", "new/x/notes.txt")).isEqualTo(5);
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @Test
    void of_the_folders_of_a_batch_those_stay_that_hold_a_file() throws IOException {
        Files.createDirectories(folder.resolve("in/a"));
        Files.createDirectories(folder.resolve("in/b"));
        Files.move(folder.resolve("picture.jpg"), folder.resolve("in/a/picture.jpg"));
        Files.writeString(folder.resolve("in/b/notes.txt"), "no media");
        assertThat(tag("in", "--out", "new/.")).isEqualTo(5);
        assertThat(folder.resolve("new/a/picture.jpg")).exists();
        assertThat(folder.resolve("new/b")).doesNotExist();
    }

    @Test
    void keeps_modification_time_and_permissions() throws IOException {
        Path picture = folder.resolve("picture.jpg");
        FileTime time = FileTime.from(Instant.parse("2020-02-02T02:02:02Z"));
        Files.setPosixFilePermissions(picture, PosixFilePermissions.fromString("rw-r-----"));
        Files.setLastModifiedTime(picture, time);
        assertThat(tag("picture.jpg", "--in-place")).isZero();
        assertThat(Files.getLastModifiedTime(picture)).isEqualTo(time);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(picture)))
                .isEqualTo("rw-r-----");
    }

    @Test
    void folders_keep_their_paths_and_what_cannot_be_tagged_is_said() throws IOException {
        Files.createDirectories(folder.resolve("in/a/b"));
        Files.move(folder.resolve("picture.jpg"), folder.resolve("in/a/b/picture.jpg"));
        Files.move(folder.resolve("sound.wav"), folder.resolve("in/sound.wav"));
        Files.writeString(folder.resolve("in/notes.txt"), "no media", StandardCharsets.UTF_8);
        assertThat(tag("in", "--out", "done")).isEqualTo(5);
        assertThat(terminal.err()).contains("notes.txt").contains("text/plain");
        assertThat(files()).contains("done/a/b/picture.jpg", "done/sound.wav");
    }

    @Test
    void a_damaged_file_is_named_with_place_and_cause_and_nothing_is_left_behind() throws IOException {
        byte[] half = Files.readAllBytes(folder.resolve("film.mp4"));
        Files.write(folder.resolve("half.mp4"), java.util.Arrays.copyOf(half, half.length / 2));
        List<String> before = files();
        assertThat(tag("half.mp4", "--out", "new.mp4")).isEqualTo(5);
        assertThat(terminal.err()).contains("half.mp4").contains("offset").doesNotContain("Exception");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void an_empty_file_and_a_missing_file_have_their_own_sentences() throws IOException {
        Files.createFile(folder.resolve("empty.jpg"));
        assertThat(tag("empty.jpg", "--in-place")).isEqualTo(5);
        assertThat(terminal.err()).contains("empty.jpg: is empty");
        assertThat(tag("gone.jpg", "--in-place")).isEqualTo(6);
        assertThat(terminal.err()).contains("gone.jpg: no such file");
    }

    @Test
    void a_component_is_placed_and_named() {
        assertThat(tag("picture.png", "--out", "with.png", "--ingredient", "picture.jpg"))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.run("verify", "with.png", "--trust", "keys/root.pem"))
                .as(terminal.out())
                .isZero();
        terminal.run("inspect", "--tree", "with.png");
        assertThat(terminal.out()).contains("c2pa.placed").contains("componentOf");
    }

    @Test
    void a_file_with_a_sidecar_still_gets_a_manifest_inside_when_that_is_asked_for() {
        assertThat(tag("picture.png", "--sidecar")).isZero();
        assertThat(tag("picture.png", "--out", "inside.png")).as(terminal.err()).isZero();
        assertThat(terminal.out()).contains("tagged");
        assertThat(terminal.run("verify", "inside.png", "--trust", "keys/root.pem", "--json"))
                .isZero();
        assertThat(terminal.out()).contains("\"source\":\"embedded\"");
    }

    @Test
    void what_was_made_from_an_altered_file_asks_for_review() throws IOException {
        assertThat(tag("picture.jpg", "--out", "t.jpg")).isZero();
        byte[] altered = Files.readAllBytes(folder.resolve("t.jpg"));
        altered[altered.length - 100] ^= 1;
        Files.write(folder.resolve("t.jpg"), altered);
        assertThat(terminal.run("verify", "t.jpg", "--trust", "keys/root.pem")).isEqualTo(1);
        assertThat(terminal.out()).doesNotContain("(declared, evidence");
        assertThat(tag("t.jpg", "--out", "again.jpg")).as(terminal.err()).isZero();
        assertThat(terminal.run("verify", "again.jpg", "--trust", "keys/root.pem"))
                .isEqualTo(4);
        assertThat(terminal.out()).contains("made from a file that did not hold");
    }

    @Test
    void names_the_ingredient_that_cannot_be_used_and_not_the_file() {
        assertThat(tag("picture.jpg", "--out", "x.jpg", "--ingredient", "decl.yaml"))
                .isEqualTo(5);
        assertThat(terminal.err()).contains("its ingredient decl.yaml cannot be used");
    }

    @Test
    void a_name_that_is_no_pattern_either_is_simply_missing() {
        assertThat(tag("nope[1.jpg", "--in-place")).isEqualTo(6);
        assertThat(terminal.err()).contains("nope[1.jpg: no such file");
    }

    @Test
    void control_characters_of_names_do_not_reach_the_terminal() {
        assertThat(terminal.run("q\u001b[31m")).isEqualTo(2);
        assertThat(terminal.err()).doesNotContain("\u001b");
    }

    @Test
    void what_an_earlier_run_wrote_below_a_folder_is_left_out_when_that_folder_is_tagged_again() throws IOException {
        Files.createDirectories(folder.resolve("in/sub"));
        Files.copy(folder.resolve("picture.jpg"), folder.resolve("in/sub/a.jpg"));
        assertThat(tag("in", "--out", "in/tagged")).as(terminal.err()).isZero();
        assertThat(terminal.err()).isEmpty();
        assertThat(tag("in", "--out", "in/./tagged", "--force"))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.err()).contains("--out in/./tagged lies in a folder to be tagged");
        assertThat(files().stream().filter(name -> name.startsWith("in/")))
                .containsExactly("in/sub/a.jpg", "in/tagged/sub/a.jpg");
        assertThat(tag("in/tagged/sub/a.jpg", "--out", "in")).as(terminal.err()).isZero();
        assertThat(files()).contains("in/a.jpg");
    }

    @Test
    void files_in_the_folder_to_tag_are_not_left_out_for_being_written_above_or_beside_it() throws IOException {
        Files.createDirectories(folder.resolve("in/sub"));
        Files.copy(folder.resolve("picture.jpg"), folder.resolve("in/sub/a.jpg"));
        assertThat(tag("in/sub", "--out", "in")).as(terminal.err()).isZero();
        assertThat(files()).contains("in/a.jpg");
        assertThat(tag("in", "--out", "in", "--force")).isEqualTo(2);
        assertThat(terminal.err()).contains("which the same command reads");
    }

    @Test
    void hidden_folders_below_a_folder_are_left_alone_and_what_a_killed_run_left_is_not_verified() throws IOException {
        Files.createDirectories(folder.resolve("in/.trash"));
        Files.copy(folder.resolve("picture.jpg"), folder.resolve("in/a.jpg"));
        Files.copy(folder.resolve("picture.jpg"), folder.resolve("in/.trash/b.jpg"));
        assertThat(tag("in", "--out", "new")).as(terminal.err()).isZero();
        assertThat(files().stream().filter(name -> name.startsWith("new/"))).containsExactly("new/a.jpg");

        Files.createFile(folder.resolve("new/.c.jpg.1-1.estampille-tmp"));
        assertThat(terminal.run("verify", "new", "--trust", "keys/root.pem"))
                .as(terminal.out())
                .isZero();
        assertThat(terminal.out()).doesNotContain(".c.jpg");
    }

    @Test
    void tells_the_path_of_what_it_wrote_without_the_elements_that_mean_here() {
        assertThat(tag("picture.jpg", "--out", "././a/./b/../x.jpg", "--json"))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.out()).contains("\"" + folder.resolve("a/b/../x.jpg") + "\"");
        assertThat(tag("picture.jpg", "--out", "./a/./x.jpg")).isEqualTo(6);
        assertThat(terminal.err()).contains(folder.resolve("a/x.jpg") + ": exists already");
    }

    @Test
    void says_of_a_film_that_was_cut_short_what_verify_says_of_it() throws IOException {
        byte[] film = Files.readAllBytes(folder.resolve("film.mp4"));
        Files.write(folder.resolve("cut.mp4"), Arrays.copyOf(film, film.length / 2));
        assertThat(terminal.run("verify", "cut.mp4")).isEqualTo(5);
        String said = terminal.out() + terminal.err();
        assertThat(tag("cut.mp4", "--out", "new.mp4")).isEqualTo(5);
        Matcher cause = Pattern.compile("box 'mdat' of \\d+ octets ends past its parent, which has \\d+ octets left")
                .matcher(said);
        assertThat(cause.find()).as(said).isTrue();
        assertThat(terminal.err()).contains("MP4 at offset ").contains(cause.group() + "; get the whole file");
        assertThat(files()).doesNotContain("new.mp4");
    }
}
