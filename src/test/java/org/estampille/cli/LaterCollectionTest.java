package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        Files.writeString(
                folder.resolve("reel/second.c2pa"), "and something else", java.nio.file.StandardOpenOption.APPEND);
        assertThat(verify("reel/reel.c2pa")).isEqualTo(1);
        assertThat(terminal.out()).contains("added: second.c2pa");
    }
}
