package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import org.estampille.bytes.Octets;
import org.estampille.mhl.MhlFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that is tagged, delivered, changed, tagged again: what its manifests and its hash list say of each other. */
final class LaterCollectionTest {

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void has_a_key_a_declaration_and_a_folder() throws IOException {
        terminal = OwnFiles.in(folder);
        Files.createDirectories(folder.resolve("reel/deep"));
        Files.writeString(folder.resolve("reel/a.mov"), "one");
        Files.writeString(folder.resolve("reel/deep/b.mov"), "two");
    }

    private int tag(String... more) {
        String[] arguments = new String[more.length + 2];
        arguments[0] = "--collection";
        arguments[1] = "reel";
        System.arraycopy(more, 0, arguments, 2, more.length);
        return terminal.run(OwnFiles.tag(arguments));
    }

    private int verify(String what) {
        return terminal.run("verify", what, "--trust", "keys/root.pem");
    }

    @Test
    void a_later_manifest_of_the_same_files_is_no_added_file() {
        assertThat(tag("--mhl", "update")).as(terminal.err()).isZero();
        assertThat(tag("--mhl", "update")).isEqualTo(6);
        assertThat(terminal.err()).contains("another name with --out").doesNotContain("--force");
        assertThat(tag("--mhl", "update", "--out", "reel/second.c2pa"))
                .as(terminal.err())
                .isZero();
        assertThat(tag("--mhl", "update", "--out", "reel/third.c2pa"))
                .as(terminal.err())
                .isZero();
        assertThat(verify("reel")).as(terminal.out()).isZero();
        assertThat(terminal.out())
                .contains("reel.c2pa")
                .contains("second.c2pa")
                .contains("third.c2pa")
                .doesNotContain("added");
    }

    @Test
    void a_manifest_that_does_not_cover_the_same_files_is_an_added_one() throws IOException {
        assertThat(tag()).isZero();
        assertThat(terminal.run(OwnFiles.tag("--collection", "reel/deep"))).isZero();
        assertThat(verify("reel/reel.c2pa")).isEqualTo(1);
        assertThat(terminal.out()).contains("added: deep/deep.c2pa");
        Files.delete(folder.resolve("reel/deep/deep.c2pa"));
        assertThat(tag("--out", "reel/second.c2pa")).isZero();
        assertThat(verify("reel/reel.c2pa")).as(terminal.out()).isZero();
        Files.writeString(folder.resolve("reel/second.c2pa"), "and something else", StandardOpenOption.APPEND);
        assertThat(verify("reel/reel.c2pa")).isEqualTo(1);
        assertThat(terminal.out()).contains("added: second.c2pa");
    }

    @Test
    void a_folder_whose_hash_list_fails_is_refused_whether_or_not_the_list_is_to_be_continued() throws IOException {
        assertThat(tag("--mhl", "update")).isZero();
        assertThat(tag("--out", "reel/holds.c2pa")).as(terminal.err()).isZero();
        Files.writeString(folder.resolve("reel/deep/b.mov"), "tow");
        for (String[] way : new String[][] {
            {"--out", "reel/x.c2pa"}, {"--out", "reel/x.c2pa", "--force"}, {"--out", "reel/x.c2pa", "--dry-run"}
        }) {
            assertThat(tag(way)).isEqualTo(2);
            assertThat(terminal.err()).contains("media hash list does not hold for deep/b.mov");
        }
        assertThat(tag("--force")).as("the list knows reel.c2pa").isEqualTo(2);
        assertThat(folder.resolve("reel/x.c2pa")).doesNotExist();
    }

    @Test
    void a_sequence_is_refused_for_its_own_frames_alone() throws IOException {
        Files.writeString(folder.resolve("reel/s.0001.exr"), "frame");
        Files.writeString(folder.resolve("reel/s.0002.exr"), "frame");
        assertThat(tag("--mhl", "update")).isZero();
        Files.writeString(folder.resolve("reel/a.mov"), "altered, and no frame");
        String[] frames = OwnFiles.tag("--sequence", "reel/s.%04d.exr");
        assertThat(terminal.run(frames)).as(terminal.err()).isZero();
        Files.delete(folder.resolve("reel/s.c2pa"));
        Files.delete(folder.resolve("reel/s.0002.exr"));
        assertThat(terminal.run(frames)).isEqualTo(2);
        assertThat(terminal.err()).contains("s.0002.exr").doesNotContain("a.mov");
    }

    @Test
    void a_hash_list_of_kinds_not_computed_here_is_not_continued_and_does_not_stand_in_the_way() throws IOException {
        Path home = Files.createDirectories(folder.resolve("reel/ascmhl"));
        String list =
                "<hashlist xmlns='urn:ASC:MHL:v2.0'><hashes><hash><path>a.mov</path><xxh3>00</xxh3></hash></hashes></hashlist>";
        Files.writeString(home.resolve("0001.mhl"), list);
        String c4 = MhlFormat.C4.text(sha512(list));
        Files.writeString(
                home.resolve("ascmhl_chain.xml"),
                "<ascmhldirectory><hashlist sequencenr='1'><path>0001.mhl</path><c4>" + c4
                        + "</c4></hashlist></ascmhldirectory>");
        assertThat(tag("--mhl", "update")).isEqualTo(5);
        assertThat(terminal.err()).contains("xxh3");
        assertThat(tag()).as(terminal.err()).isZero();
        Files.writeString(home.resolve("0001.mhl"), list + " ");
        assertThat(tag("--out", "reel/x.c2pa")).isEqualTo(5);
        assertThat(terminal.err()).contains("was changed");
    }

    @Test
    void a_verified_folder_names_what_is_not_as_it_was_signed_once_each() throws IOException {
        for (int i = 1; i <= 30; i++) {
            Files.writeString(folder.resolve(String.format("reel/s.%04d.exr", i)), "frame");
        }
        assertThat(terminal.run(OwnFiles.tag("--sequence", "reel/s.%04d.exr"))).isZero();
        Files.writeString(folder.resolve("reel/s.0003.exr"), "altered");
        Files.delete(folder.resolve("reel/s.0004.exr"));
        Files.writeString(folder.resolve("reel/s.0031.exr"), "of no kind");
        assertThat(verify("reel")).isEqualTo(1);
        assertThat(terminal.out().lines().filter(line -> line.contains(".exr")).map(String::strip))
                .containsExactly("altered: s.0003.exr", "missing: s.0004.exr", "added: s.0031.exr");
        for (int i = 5; i <= 30; i++) {
            Files.delete(folder.resolve(String.format("reel/s.%04d.exr", i)));
        }
        assertThat(verify("reel")).isEqualTo(1);
        assertThat(terminal.out().lines().filter(line -> line.contains(".exr"))).hasSize(20);
        assertThat(terminal.out()).contains("and 9 more");
    }

    @Test
    void a_member_that_is_asked_about_alone_points_to_its_manifest() throws IOException {
        assertThat(tag()).isZero();
        assertThat(verify("reel/deep/b.mov")).isEqualTo(5);
        assertThat(terminal.out()).contains("a member of reel/reel.c2pa");
        Files.writeString(folder.resolve("reel/deep/c.mov"), "no member");
        assertThat(verify("reel/deep/c.mov")).isEqualTo(5);
        assertThat(terminal.out()).doesNotContain("member");
    }

    @Test
    void a_folder_too_deep_is_refused_by_name_and_a_history_has_one_meaning() throws IOException {
        Files.createDirectories(folder.resolve("reel/ascmhl/more"));
        Files.writeString(folder.resolve("reel/ascmhl/more/x.mov"), "in a folder of a history");
        assertThat(tag()).as(terminal.err()).isZero();
        assertThat(verify("reel")).as(terminal.out()).isZero();
        assertThat(terminal.out()).doesNotContain("x.mov");
        Files.createDirectories(folder.resolve("reel/" + "d/".repeat(40)));
        assertThat(tag("--force")).isEqualTo(6);
        assertThat(terminal.err()).contains("d/d/d/d").contains("deeper than 32 folders");
    }

    @Test
    void in_place_follows_a_link_and_tells_of_other_names() throws IOException {
        Files.createSymbolicLink(folder.resolve("link.png"), Path.of("picture.png"));
        assertThat(terminal.run(OwnFiles.tag("link.png", "--in-place"))).isZero();
        assertThat(folder.resolve("link.png")).isSymbolicLink();
        assertThat(verify("picture.png")).isZero();
        Files.createLink(folder.resolve("hard.jpg"), folder.resolve("picture.jpg"));
        assertThat(terminal.run(OwnFiles.tag("hard.jpg", "--in-place"))).isZero();
        assertThat(terminal.err()).contains("hard.jpg: had 2 names (hard links)");
        assertThat(verify("picture.jpg")).isEqualTo(3);
    }

    @Test
    void hints_fit_what_was_named() throws IOException {
        Files.write(
                folder.resolve("f.mxf"),
                Octets.ofHex("060e2b34020501010d01020101020400").toByteArray());
        assertThat(terminal.run(OwnFiles.tag("f.mxf", "--sidecar"))).isZero();
        assertThat(terminal.run("strip", "f.mxf", "--in-place")).isEqualTo(5);
        assertThat(terminal.err()).contains("deleting its .c2pa file").doesNotContain("--sidecar");
        assertThat(terminal.run("strip", "f.mxf.c2pa", "--in-place")).isEqualTo(5);
        assertThat(terminal.err()).contains("is a manifest itself").doesNotContain("--sidecar");
    }

    private static Octets sha512(String text) {
        MessageDigest digest = MhlFormat.C4.digest();
        return Octets.adopt(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
