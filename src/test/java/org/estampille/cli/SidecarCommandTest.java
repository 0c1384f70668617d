package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Manifests beside files that cannot carry one. */
final class SidecarCommandTest {

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void has_a_key_and_a_declaration() throws IOException {
        terminal = OwnFiles.in(folder);
    }

    private static byte[] file(String hexOfStart) {
        byte[] octets = "the rest of the file, as long as it takes ".repeat(60).getBytes(StandardCharsets.US_ASCII);
        byte[] start = org.estampille.bytes.Octets.ofHex(hexOfStart).toByteArray();
        System.arraycopy(start, 0, octets, 0, start.length);
        return octets;
    }

    @ParameterizedTest
    @CsvSource({
        "master.mxf, 060e2b34020501010d01020101020400, application/mxf",
        "frame.exr, 762f310102000000, image/x-exr",
        "frame.dpx, 53445058, image/x-dpx",
        "film.mkv, 1a45dfa3934282886d6174726f736b61, video/x-matroska",
        "film.webm, 1a45dfa39f4282847765626d, video/webm",
        "sound.aiff, 464f524d0000000041494646, audio/aiff",
        "frame.j2c, ff4fff51, image/jp2",
        "subs.vtt, 5745425654540a0a, text/vtt",
        "sound.pcm, 0001000200030004, application/octet-stream"
    })
    void any_file_gets_a_manifest_beside_it_and_is_never_touched(String name, String start, String type)
            throws IOException {
        byte[] before = file(start);
        Files.write(folder.resolve(name), before);
        assertThat(terminal.run(OwnFiles.tag(name, "--sidecar")))
                .as(terminal.err())
                .isZero();
        assertThat(folder.resolve(name)).hasBinaryContent(before);
        assertThat(folder.resolve(name + ".c2pa")).exists();
        assertThat(terminal.run("verify", name, "--trust", "keys/root.pem"))
                .as(terminal.out())
                .isZero();
        assertThat(terminal.out()).contains("external manifest, whole-file binding");
        assertThat(terminal.run("verify", name, "--trust", "keys/root.pem", "--json"))
                .isZero();
        assertThat(terminal.out()).contains("\"source\":\"sidecar\"");
        if (!type.startsWith("text/") && !type.endsWith("octet-stream")) {
            assertThat(terminal.out()).contains("\"format\":\"" + type + "\"");
        }
        OwnFiles.flip(folder.resolve(name), before.length - 1);
        assertThat(terminal.run("verify", name, "--trust", "keys/root.pem")).isEqualTo(1);
        assertThat(terminal.out()).contains("the file was changed after it was signed");
    }

    @Test
    void technical_facts_are_in_the_manifest() throws IOException {
        Files.write(
                folder.resolve("master.mxf"),
                file("060e2b34020501010d0102010102040070" + "00".repeat(64) + "060e2b34040101010d01020101010900"));
        assertThat(terminal.run(OwnFiles.tag("master.mxf", "--sidecar"))).isZero();
        assertThat(terminal.run("inspect", "--tree", "master.mxf.c2pa")).isZero();
        assertThat(terminal.out()).contains("org.estampille.technical-facts").contains("operationalPattern: OP1a");
    }

    @Test
    void the_same_said_again_changes_nothing() throws IOException {
        Files.write(folder.resolve("frame.exr"), file("762f310102000000"));
        assertThat(terminal.run(OwnFiles.tag("frame.exr", "--sidecar"))).isZero();
        byte[] manifest = Files.readAllBytes(folder.resolve("frame.exr.c2pa"));
        assertThat(terminal.run(OwnFiles.tag("frame.exr", "--sidecar"))).isZero();
        assertThat(terminal.out()).contains("unchanged");
        assertThat(folder.resolve("frame.exr.c2pa")).hasBinaryContent(manifest);
    }

    @Test
    void nothing_is_put_into_a_file_that_cannot_carry_it_and_the_way_out_is_named() throws IOException {
        byte[] before = file("762f310102000000");
        Files.write(folder.resolve("frame.exr"), before);
        assertThat(terminal.run(OwnFiles.tag("frame.exr", "--in-place"))).isEqualTo(5);
        assertThat(terminal.err()).contains("--sidecar");
        assertThat(folder.resolve("frame.exr")).hasBinaryContent(before);
    }

    @Test
    void neither_an_empty_file_nor_a_manifest_gets_a_manifest() throws IOException {
        Files.createFile(folder.resolve("empty.exr"));
        assertThat(terminal.run(OwnFiles.tag("empty.exr", "--sidecar"))).isEqualTo(5);
        Files.write(folder.resolve("frame.exr"), file("762f310102000000"));
        assertThat(terminal.run(OwnFiles.tag("frame.exr", "--sidecar"))).isZero();
        assertThat(terminal.run(OwnFiles.tag("frame.exr.c2pa", "--sidecar"))).isEqualTo(5);
    }

    @Test
    void the_manifest_of_a_collection_is_not_that_of_the_film_with_its_name() throws IOException {
        Files.createDirectories(folder.resolve("d"));
        Files.write(folder.resolve("d/film.001.exr"), file("762f310102000000"));
        assertThat(terminal.run(OwnFiles.tag("--sequence", "d/film.%03d.exr"))).isZero();
        Files.copy(folder.resolve("film.mp4"), folder.resolve("d/film.mp4"));
        Files.write(folder.resolve("d/film.mxf"), file("060e2b34020501010d01020101020400"));
        assertThat(terminal.run("verify", "d/film.c2pa", "--trust", "keys/root.pem"))
                .as(terminal.out())
                .isZero();
        assertThat(terminal.run("verify", "d/film.mp4")).isEqualTo(3);
        assertThat(terminal.run("verify", "d/film.mxf")).isEqualTo(5);
        assertThat(terminal.run(OwnFiles.tag("d/film.mp4", "--in-place")))
                .as(terminal.err())
                .isZero();
    }

    @Test
    void a_manifest_that_several_files_may_own_says_so_and_names_them() throws IOException {
        Files.write(folder.resolve("n.mxf"), file("060e2b34020501010d01020101020400"));
        assertThat(terminal.run(OwnFiles.tag("n.mxf", "--sidecar"))).isZero();
        Files.move(folder.resolve("n.mxf.c2pa"), folder.resolve("n.c2pa"));
        Files.move(folder.resolve("picture.png"), folder.resolve("n.png"));

        assertThat(terminal.run("verify", "n.c2pa")).isEqualTo(5);
        assertThat(terminal.out())
                .contains("several files beside it that it may belong to (n.mxf, n.png)")
                .doesNotContain("without the file");
        assertThat(terminal.run("verify", "n.mxf", "--trust", "keys/root.pem")).isZero();
    }

    @Test
    void a_manifest_beside_its_file_has_no_report_of_its_own_in_a_folder() throws IOException {
        Files.createDirectories(folder.resolve("both"));
        for (String name : new String[] {"both/film.mp4", "both/other.mp4"}) {
            Files.copy(folder.resolve("film.mp4"), folder.resolve(name));
            assertThat(terminal.run(OwnFiles.tag(name, "--sidecar")))
                    .as(terminal.err())
                    .isZero();
        }
        Files.move(folder.resolve("both/film.mp4.c2pa"), folder.resolve("both/film.c2pa"));
        assertThat(terminal.run("verify", "both", "--trust", "keys/root.pem", "--json", "--report", "csv=both.csv"))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.out().lines()).hasSize(2).noneMatch(line -> line.contains("\"path\":\"both/film.c2pa"));
        assertThat(Files.readString(folder.resolve("both.csv"))).doesNotContain("other.mp4.c2pa,");
        Files.delete(folder.resolve("both/other.mp4"));
        assertThat(terminal.run("verify", "both", "--trust", "keys/root.pem", "--json"))
                .isNotZero();
        assertThat(terminal.out()).contains("\"path\":\"both/other.mp4.c2pa");
    }
}
