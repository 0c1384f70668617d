package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person is told who got something wrong: what, where, why, and what to do. */
final class WrongInputTest {

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void has_everything_a_tagger_needs() throws IOException {
        terminal = OwnFiles.in(folder);
    }

    private int tag(String... more) {
        return terminal.run(OwnFiles.tag(more));
    }

    private void says(String... parts) {
        assertThat(terminal.err())
                .contains(parts)
                .doesNotContain("Exception", "null")
                .hasLineCount(1);
    }

    /** Opening a pipe would wait for somebody to write; a device may never end. */
    @Test
    @Timeout(60)
    void pipes_and_devices_are_refused_wherever_a_small_file_is_read() throws Exception {
        Path pipe = folder.resolve("pipe");
        assumeTrue(Files.exists(Path.of("/usr/bin/mkfifo")));
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Files.createSymbolicLink(folder.resolve("zero"), Path.of("/dev/zero"));
        for (String endless : new String[] {"pipe", "zero"}) {
            for (String command : new String[] {
                "declare check @",
                "tag picture.jpg --declare @ --key keys/leaf.key.pem --cert keys/chain.pem --out o.jpg",
                "tag picture.jpg --declare decl.yaml --key @ --cert keys/chain.pem --out o.jpg",
                "tag picture.jpg --declare decl.yaml --key keys/leaf.key.pem --cert @ --out o.jpg",
                "tag picture.jpg --declare decl.yaml --key keys/leaf.key.pem --cert keys/chain.pem --out o.jpg"
                        + " --ingredient @",
                "verify picture.jpg --trust @",
                "verify picture.jpg --policy theatrical --release @",
                "verify picture.jpg --did-document @",
                "terms capture @ --tool T --plan P --effective-from 2026-01-01",
                "terms add @",
                "cuesheet --cut @ --rate 25 picture.jpg",
                "inspect --leaks @",
                "policy test eu-ai-act-50-4 --cases @",
                "policy eval @ picture.jpg",
            }) {
                int code = terminal.run(command.replace("@", endless).split(" "));
                assertThat(code).as(command + " " + endless).isNotZero();
                assertThat(terminal.err() + terminal.out())
                        .as(command + " " + endless)
                        .contains(endless)
                        .contains("never end");
            }
        }
    }

    @Test
    void a_file_that_was_cut_short_is_not_tagged_but_bound_as_it_stands() throws IOException {
        Path cut = folder.resolve("cut.flac");
        byte[] flac = Files.readAllBytes(Path.of("fixtures/flac/stereo/asset.flac"));
        Files.write(cut, Arrays.copyOf(flac, flac.length * 2 / 3));
        assertThat(terminal.run(OwnFiles.tag("cut.flac", "--out", "o.flac"))).isEqualTo(5);
        says("cut.flac: ", "the file was cut short", "get the whole file, or bind it as it stands with --sidecar.");
        assertThat(folder.resolve("o.flac")).doesNotExist();
        assertThat(terminal.run(OwnFiles.tag("cut.flac", "--sidecar"))).isZero();
    }

    @Test
    void folders_empty_names_and_circles_of_links_are_named_with_their_option() throws IOException {
        Files.createDirectory(folder.resolve("dir"));
        Files.writeString(folder.resolve("bad.yaml"), "id: did:web:a");
        Files.createSymbolicLink(folder.resolve("loop.jpg"), Path.of("loop.jpg"));
        assertThat(terminal.run(
                        "tag", "picture.jpg", "--declare", "decl.yaml", "--key", ".", "--cert", ".", "--in-place"))
                .isEqualTo(2);
        says("--key . is a folder; name a file with a private key.");
        assertThat(terminal.run(
                        "terms", "capture", "dir", "--tool", "T", "--plan", "P", "--effective-from", "2026-01-01"))
                .isEqualTo(2);
        says("terms capture dir is a folder; name one saved page");
        assertThat(terminal.run("strip", "", "--out", "a.jpg")).isEqualTo(2);
        says("strip: the file name is empty; name one media file.");
        assertThat(terminal.run("strip", "loop.jpg", "--out", "a.jpg")).isEqualTo(6);
        says("loop.jpg", "is a symbolic link that leads in a circle");
        assertThat(terminal.run("verify", "picture.jpg", "--trust", "")).isEqualTo(2);
        says("--trust: the file name is empty");
        assertThat(terminal.run("verify", "picture.jpg", "--did-document", "bad.yaml"))
                .isEqualTo(2);
        says("--did-document bad.yaml is no DID document in JSON");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "terms check --at foo|wants a date like 2026-11-22, not 'foo'",
                "terms capture a.txt --tool T --plan P --effective-from foo|wants a date like 2026-11-22, not 'foo'",
                "tag picture.jpg --in-place --profile huge|wants one of full, studio-minimal, not 'huge'",
                "tag picture.jpg --in-place --tsa http://[|wants an address like https://example.org/, not 'http://['",
                "cuesheet --cut a.edl --format odd a.jpg|wants one of csv, xlsx, html, not 'odd'"
            })
    void a_value_of_the_wrong_kind_is_named_without_names_of_the_programme(String line) {
        String[] parts = line.split("\\|");
        assertThat(terminal.run(parts[0].split(" "))).isEqualTo(2);
        assertThat(terminal.err())
                .contains(parts[1])
                .doesNotContain("Exception", "java.", "LocalDate", "STUDIO_MINIMAL", "URI", "case-insensitive");
    }

    @ParameterizedTest
    @ValueSource(strings = {"picture.jpg", "picture.png", "film.mp4", "sound.wav"})
    void a_file_cut_short_is_damaged_and_not_without_a_manifest(String name) throws IOException {
        byte[] whole = Files.readAllBytes(folder.resolve(name));
        for (int length : new int[] {whole.length * 2 / 3, whole.length - 3}) {
            Files.write(folder.resolve("cut-" + name), Arrays.copyOf(whole, length));
            assertThat(terminal.run("verify", "cut-" + name)).isEqualTo(5);
            assertThat(terminal.out()).contains("error", "damaged at offset ").doesNotContain("absent");
            assertThat(terminal.run("verify", "cut-" + name, "--json")).isEqualTo(5);
            assertThat(terminal.out()).contains("\"state\":\"error\"");
        }
    }

    @Test
    void an_empty_name_is_not_the_folder_one_is_in() {
        for (String[] command : new String[][] {{"verify", ""}, OwnFiles.tag("", "--in-place")}) {
            assertThat(terminal.run(command)).isIn(2, 6);
            says("an empty name", "a variable is not set");
        }
    }

    @Test
    void a_device_is_neither_read_nor_waited_for() {
        assumeTrue(Files.exists(Path.of("/dev/zero")), "there is no /dev/zero here");
        assertThat(terminal.run("verify", "/dev/zero")).isEqualTo(6);
        assertThat(terminal.out()).contains("/dev/zero", "neither a file nor a folder");
        assertThat(tag("/dev/zero", "--in-place")).isEqualTo(6);
        says("/dev/zero", "neither a file nor a folder");
    }

    @Test
    void a_device_among_files_does_not_keep_the_others_from_being_verified() throws IOException {
        assumeTrue(Files.exists(Path.of("/dev/zero")), "there is no /dev/zero here");
        assertThat(tag("picture.png", "--out", "tagged.png")).isZero();
        assertThat(terminal.run("verify", "/dev/zero", "tagged.png", "--trust", "keys/root.pem"))
                .isEqualTo(6);
        assertThat(terminal.out()).contains("tagged.png: trusted", "neither a file nor a folder");
    }

    @Test
    void a_tagged_film_cut_short_is_altered() throws IOException {
        assertThat(tag("film.mp4", "--in-place")).isZero();
        byte[] whole = Files.readAllBytes(folder.resolve("film.mp4"));
        Files.write(folder.resolve("film.mp4"), Arrays.copyOf(whole, whole.length - 100));
        assertThat(terminal.run("verify", "film.mp4")).isIn(1, 5);
        assertThat(terminal.out()).doesNotContain("absent");
    }

    @Test
    void a_key_is_never_replaced_and_no_option_is_named_that_does_not_exist() {
        assertThat(terminal.run("keys", "csr", "--out", "k", "--name", "X")).isZero();
        assertThat(terminal.run("keys", "csr", "--out", "k", "--name", "X")).isEqualTo(6);
        says("request.csr", "exists already", "another folder");
        assertThat(terminal.err()).doesNotContain("--force");
    }

    @Test
    void several_inputs_want_a_folder_and_the_demo_does_too() throws IOException {
        Files.writeString(folder.resolve("file"), "x");
        assertThat(tag("picture.jpg", "picture.png", "--out", "file")).isEqualTo(2);
        says("--out ", "file is a file, but with 2 inputs --out must be a folder");
        assertThat(terminal.err()).doesNotContain("--force");
        assertThat(terminal.run("demo", "--out", "file/below")).isEqualTo(2);
        says("file is a file", "name a folder");
        assertThat(folder.resolve("file")).hasContent("x");
    }

    @Test
    void anchors_that_cannot_be_used_are_named_with_cause_and_remedy() throws IOException {
        assertThat(terminal.run("verify", "--trust", "nope.pem", "picture.jpg")).isEqualTo(6);
        says("--trust nope.pem: no such file");
        assertThat(terminal.run("verify", "--trust", "picture.jpg", "picture.jpg"))
                .isEqualTo(2);
        says("--trust picture.jpg holds no certificate in PEM form", "BEGIN CERTIFICATE");
        assertThat(terminal.run("verify", "--trust-tsa", "keys", "picture.jpg")).isEqualTo(2);
        says("--trust-tsa keys is a folder");
        assertThat(terminal.run("verify", "--trust", "keys/leaf.key.pem", "picture.jpg"))
                .isEqualTo(2);
        says("keys/leaf.key.pem holds a private key and no certificate");
        String root = Files.readString(folder.resolve("keys/root.pem"));
        Files.writeString(
                folder.resolve("cut.pem"), "# mine\n" + root.substring(0, 400) + "\n-----END CERTIFICATE-----\n");
        assertThat(terminal.run("verify", "--trust", "cut.pem", "picture.jpg")).isEqualTo(2);
        says("--trust cut.pem, line 2: not an X.509 certificate");
    }

    @Test
    void a_target_that_cannot_be_made_is_named_itself() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        assertThat(closed.toFile().setWritable(false)).isTrue();
        int code = tag("picture.jpg", "--out", "closed/x.jpg");
        assertThat(closed.toFile().setWritable(true)).isTrue();
        org.junit.jupiter.api.Assumptions.assumeTrue(code != 0, "this user may write everywhere");
        assertThat(code).isEqualTo(6);
        says("closed/x.jpg");
        assertThat(terminal.err()).doesNotContain("estampille-tmp");
    }

    @Test
    void declarations_that_cannot_be_read_are_told_in_words() {
        assertThat(terminal.run("declare", "check", "nope.yaml")).isEqualTo(6);
        says("nope.yaml: no such file.");
        assertThat(terminal.run("declare", "check", "keys")).isEqualTo(6);
        says("keys: is a folder");
        assertThat(terminal.run(OwnFiles.tag("picture.jpg", "--in-place", "--declare", "nope.yaml")))
                .isNotZero();
    }

    @Test
    void an_authority_nobody_answers_for_is_named_with_host_and_port_and_nothing_is_written() {
        assertThat(tag("picture.jpg", "--out", "new.jpg", "--tsa", "http://127.0.0.1:9/"))
                .isEqualTo(7);
        says("host 127.0.0.1, port 9", "nothing was written");
        assertThat(folder.resolve("new.jpg")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify", "tag", "inspect", "strip"})
    void an_option_that_does_not_exist_is_named_even_when_more_is_missing(String command) {
        assertThat(terminal.run(command, "--bogus")).isEqualTo(2);
        assertThat(terminal.err()).contains("--bogus", command + " --help").doesNotContain("Missing");
    }

    @Test
    void an_empty_file_is_said_to_be_empty() throws IOException {
        Files.createFile(folder.resolve("empty.jpg"));
        assertThat(tag("empty.jpg", "--in-place")).isEqualTo(5);
        says("empty.jpg: is empty, so there is nothing to tag.");
    }

    @Test
    void inspect_takes_one_file_and_shows_it_in_one_form() {
        assertThat(terminal.run("inspect", "keys")).isEqualTo(2);
        says("keys: is a folder", "'estampille verify' takes folders");
        assertThat(terminal.run("inspect", "nope.jpg")).isEqualTo(6);
        says("nope.jpg: no such file");
        assertThat(terminal.run("inspect", "--crjson", "--tree", "picture.jpg")).isEqualTo(2);
        says("--crjson", "one of them");
        assertThat(terminal.out()).isEmpty();
    }

    @Test
    void a_name_that_promises_another_format_is_warned_of() {
        assertThat(tag("picture.jpg", "--out", "x.png")).isZero();
        says("warning: x.png: the content is JPEG");
        assertThat(tag("picture.jpg", "--out", "x.jpeg")).isZero();
        assertThat(terminal.err()).isEmpty();
        assertThat(tag("picture.jpg", "--out", "y.png", "--json")).isZero();
        assertThat(terminal.out()).contains("\"warnings\":[\"y.png");
        assertThat(terminal.err()).isEmpty();
    }

    @Test
    void tagging_what_was_altered_warns_that_its_manifest_does_not_hold() throws IOException {
        assertThat(tag("picture.jpg", "--out", "a.jpg")).isZero();
        OwnFiles.flip(folder.resolve("a.jpg"), Files.size(folder.resolve("a.jpg")) - 200);
        Files.writeString(
                folder.resolve("decl.yaml"),
                Files.readString(folder.resolve("decl.yaml")).replaceFirst("(?m)^title:.*", "title: Another"));
        assertThat(tag("a.jpg", "--out", "b.jpg")).isZero();
        says("warning: a.jpg: the manifest of a.jpg does not hold");
        assertThat(tag("picture.jpg", "--out", "c.jpg")).isZero();
        assertThat(terminal.err()).isEmpty();
    }

    @Test
    void help_shows_no_placeholder() {
        for (String[] command :
                new String[][] {{"keys", "demo"}, {"keys", "csr"}, {"trust", "import"}, {"verify"}, {"tag"}}) {
            terminal.run(Stream.concat(Stream.of(command), Stream.of("--help")).toArray(String[]::new));
            assertThat(terminal.out() + terminal.err()).doesNotContain("null", "${");
        }
    }
}
